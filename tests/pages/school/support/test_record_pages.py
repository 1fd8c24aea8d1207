"""A child's record: overview, people, history, who looked, views."""

import pytest
from tests.factories import assessment, plans
from tests.factories import register as make

from sooner_service.assessment.models import View, ViewRequest
from sooner_service.journal.models import Entry

pytestmark = pytest.mark.django_db


def at(child, place=""):
    return f"/school/children/{child.reference}/{place}"


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_record_says_how_each_part_fills(teacher, child):
    html = page(teacher, at(child))
    assert "Imani Castellane</h1>" in html
    assert html.count("<h1") == 1
    assert "Nothing is due for this child now" in html
    assert html.count("sooner-empty") == 4
    assert "at any time, from any tier" in html


def test_the_overview_shows_the_next_step_its_owner_and_what_was_promised(senco, child):
    assessment.concern(child)
    assessment.signed_baseline(child)
    plans.provision(child)
    html = page(senco, at(child))
    assert "Answer the concern</strong>. SENCO must do this by 1 December 2026" in html
    assert "promised so far" in html
    assert "Builds long and careful train tracks" in html
    assert "I like it when we draw it first" in html
    assert Entry.objects.filter(kind="opened", child_id=child.pk).count() == 1


def test_the_childs_words_are_not_on_the_record_for_those_not_chosen(senco, child):
    assessment.view(child, "child", words="Secret words", readers=["family"])
    assert "Secret words" not in page(senco, at(child))


def test_people_shows_rights_restriction_and_the_reason_only_to_those_who_keep_it(senco, teacher, area, child):
    make.adult(child, is_restricted=True, restriction_reason="Order of 3 March", relation="Father", may_message=False)
    service = make.organisation("advice_service", authority=area, name="Family advice")
    make.access(child, service, "granted")
    for client, sees_reason in ((senco, True), (teacher, False)):
        html = page(client, at(child, "people/"))
        assert "Restricted" in html
        assert ("Order of 3 March" in html) is sees_reason
        assert "Family advice" not in html


def test_history_tells_what_was_done_in_plain_words(teacher, senco, child):
    assert "Nothing has been done yet" in page(senco, at(child, "history/"))
    teacher.post(at(child, "concern/"), {"area": "not_sure", "what": "Quiet"})
    html = page(senco, at(child, "history/"))
    assert f"{teacher.person.name}, Class teacher noted a concern." in html


def test_the_senco_sees_who_looked_but_never_family_or_advisers(senco, teacher, area, child):
    page(teacher, at(child))
    for role in ("parent", "sendiass_adviser"):
        Entry(at=make.NOW, kind="opened", name="child.see", role=role, child_id=child.pk, record="child").save()
    html = page(senco, at(child, "people/looked/"))
    assert "Class teacher, Larkfield Primary, opened the record" in html
    assert "Parent" not in html
    assert "SENDIASS" not in html


def test_staff_write_down_what_a_family_answers(teacher, child):
    asked = assessment.view_request(child)
    assert "What helps at home?" in page(teacher, at(child, f"views/?question={asked.pk}"))
    sent = teacher.post(at(child, f"views/?question={asked.pk}"), {"speaker": "family", "words": "Pictures"})
    assert sent.url == at(child, "?done=view")
    asked.refresh_from_db()
    assert asked.answer == View.objects.get()


def test_the_child_is_asked_who_may_read(teacher, child):
    html = teacher.post(at(child, "views/"), {"speaker": "child", "words": "I like drums"}).content.decode()
    assert "Ask the child who may read the words" in html
    teacher.post(at(child, "views/"), {"speaker": "child", "words": "I like drums", "readers": ["my_teachers"]})
    assert View.objects.get().readers == ["staff"]


def test_words_of_harm_lead_to_the_safeguarding_page(teacher, child):
    sent = teacher.post(at(child, "views/"), {"speaker": "child", "words": "My uncle hurt me", "readers": ["my_family"]})
    assert sent.url == at(child, "views/harm/")
    assert "Tell your safeguarding lead now</h1>" in page(teacher, sent.url)


def test_the_family_is_asked_a_question(teacher, child):
    assert "Write the question" in teacher.post(at(child, "views/ask/"), {"question": ""}).content.decode()
    assert teacher.post(at(child, "views/ask/"), {"question": "How is sleep?"}).url == at(child, "?done=asked")
    assert "How is sleep?" in page(teacher, at(child))
    assert ViewRequest.objects.count() == 1
