"""Reading a plan in plain words and answering it line by line."""

from tests.factories import plans
from tests.factories import register as make
from tests.factories.family import family, signed_in

from sooner_service.journal.models import Entry
from sooner_service.plans.models import LineResponse


def test_a_draft_is_not_the_familys_to_read_yet():
    home = family()
    plans.plan(home.child)
    page = signed_in(home.parent).get(f"{home.here}plan/").content.decode()
    assert "There is no plan to read yet" in page
    assert "Reading aloud" not in page


def test_a_shared_plan_is_read_line_by_line():
    home = family()
    plans.plan(home.child, status="shared")
    page = signed_in(home.parent).get(f"{home.here}plan/").content.decode()
    assert "Reading aloud with an adult" in page
    assert "20 minutes twice a week, one to one, with Teaching assistant. From 24 November 2026." in page
    assert "Say what you think" in page


def test_a_line_is_agreed_with_one_response_and_one_journal_entry():
    home = family()
    plans.plan(home.child, status="shared")
    sent = signed_in(home.parent).post(f"{home.here}plan/lines/line-1/", {"agrees": "yes", "comment": "", "token": "once"})
    assert sent.headers["Location"] == f"{home.here}plan/?done=line"
    assert LineResponse.objects.get().agrees
    assert Entry.objects.filter(kind="action", name="plan.respond").count() == 1


def test_a_wish_for_change_needs_words():
    home = family()
    plans.plan(home.child, status="shared")
    client = signed_in(home.parent)
    page = client.post(f"{home.here}plan/lines/line-1/", {"agrees": "no", "comment": ""}).content.decode()
    assert "There is a problem" in page
    assert "Say in a few words what you would change" in page
    assert not LineResponse.objects.exists()
    client.post(f"{home.here}plan/lines/line-1/", {"agrees": "no", "comment": "Mornings are better"})
    assert "Mornings are better" in client.get(f"{home.here}plan/").content.decode()


def test_every_line_can_be_agreed_at_once_after_a_question():
    home = family()
    two = plans.document(lines=(plans.line(), plans.line("line-2", what="Word games")))
    plans.plan(home.child, two, status="shared")
    client = signed_in(home.parent)
    assert "Do you agree to every line?" in client.get(f"{home.here}plan/agree/").content.decode()
    client.post(f"{home.here}plan/agree/", {"token": "all"})
    assert LineResponse.objects.filter(agrees=True, by=home.parent).count() == 2


def test_one_parent_does_not_see_what_the_other_said():
    home = family()
    version = plans.plan(home.child, status="shared")
    other = make.person()
    make.adult(home.child, other, relation="Father")
    LineResponse.objects.create(version=version, line_key="line-1", by=other, agrees=False, comment="Not on Mondays", at=make.NOW)
    assert "Not on Mondays" not in signed_in(home.parent).get(f"{home.here}plan/").content.decode()


def test_a_final_plan_is_read_and_no_longer_answered():
    home = family()
    plans.plan(home.child, status="final")
    client = signed_in(home.parent)
    assert "This plan is final" in client.get(f"{home.here}plan/").content.decode()
    page = client.post(f"{home.here}plan/lines/line-1/", {"agrees": "yes", "comment": ""})
    assert "not open for answers" in page.content.decode()
    assert not LineResponse.objects.exists()


def test_a_line_that_is_not_there_is_not_found():
    home = family()
    plans.plan(home.child, status="shared")
    assert signed_in(home.parent).get(f"{home.here}plan/lines/nothing/").status_code == 404


def test_an_earlier_version_stays_readable_with_what_changed():
    home = family()
    first = plans.plan(home.child, status="final")
    changed = plans.document(lines=(plans.line(minutes=30),))
    first.plan.versions.create(number=2, status="shared", content=plans.to_json(changed), edited_at=make.NOW, shared_at=make.NOW)
    client = signed_in(home.parent)
    assert "30 minutes" in client.get(f"{home.here}plan/").content.decode()
    assert "20 minutes" in client.get(f"{home.here}plan/versions/1/").content.decode()
    assert client.get(f"{home.here}plan/versions/9/").status_code == 404


def test_the_childs_own_page_is_read_without_names_that_are_closed():
    home = family()
    plans.plan(home.child, status="shared", child_version={"helps": "Pictures", "who": "Mrs Quill on Mondays", "good_at": ""})
    client = signed_in(home.parent)
    page = client.get(f"{home.here}plan/own/").content.decode()
    assert "What helps me" in page
    assert "Mrs Quill on Mondays" in page
    assert "What I am good at" not in page
    home.parent.children.update(may_see_staff_names=False)
    assert "Mrs Quill" not in client.get(f"{home.here}plan/own/").content.decode()
