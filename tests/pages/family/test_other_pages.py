"""Support, progress, the first check, access, messages, the pulse and the young person's choices."""

from datetime import date

import pytest
from tests.factories import assessment, plans
from tests.factories import register as make
from tests.factories.family import case, family, main_of, signed_in, supported, young_person

from sooner_service.advice.models import Grant, Pulse
from sooner_service.journal.models import Entry
from sooner_service.register.access import children_for
from sooner_service.register.models import AdultLink, Notice


def test_support_shows_promised_delivered_and_owed_and_each_session():
    home = family()
    supported(home)
    client = signed_in(home.parent)
    page = main_of(client.get(f"{home.here}support/"))
    assert "Reading group" in page
    assert "promised sessions took place" in page
    number = home.child.provision.get().pk
    sessions = main_of(client.get(f"{home.here}support/{number}/"))
    assert "15 September 2026" in sessions
    assert "The adult was away" in sessions


def test_the_days_of_sessions_are_closed_where_the_timetable_is():
    home = family()
    supported(home)
    home.parent.children.update(may_see_timetable=False)
    page = main_of(signed_in(home.parent).get(f"{home.here}support/{home.child.provision.get().pk}/"))
    assert "15 September 2026" not in page


def test_progress_is_one_picture_two_sentences_and_what_happens_next():
    home = family()
    supported(home)
    page = main_of(signed_in(home.parent).get(f"{home.here}progress/"))
    assert page.count("<svg") == 1
    assert "From 20 at the start to 27 on 28 September 2026" in page
    assert "The hope is 60 by 5 July 2027." in page
    assert "The last scores are ahead of the path to the goal." in page
    assert "What happens next:" in page
    assert "Sessions given" in page


def test_a_parent_who_may_not_see_the_timetable_sees_no_sessions_under_the_picture():
    home = family()
    supported(home)
    home.parent.children.update(may_see_timetable=False)
    assert "Sessions given" not in main_of(signed_in(home.parent).get(f"{home.here}progress/"))


def test_with_few_scores_progress_says_that_it_is_too_soon():
    home = family()
    plans.score(plans.goal(home.child), date(2026, 9, 14), 25)
    assert "It is too soon to say how it is going" in main_of(signed_in(home.parent).get(f"{home.here}progress/"))


@pytest.mark.parametrize("address", ["support/", "progress/", "baseline/", "plan/", "plan/own/", "views/", "looked/", "ehc/plan/"])
def test_an_empty_page_says_why_and_how_it_fills(address):
    home = family()
    case(home)
    answer = signed_in(home.parent).get(f"{home.here}{address}")
    assert answer.status_code == 200
    assert "sooner-empty" in main_of(answer)
    assert main_of(answer).count("<h1") == 1


def test_only_a_signed_first_check_is_read_without_anothers_words():
    home = family()
    made = home.child.baselines.create(
        status="ready", profile=assessment.as_json(assessment.profile()), completed_at=make.NOW, concern=assessment.concern(home.child)
    )
    client = signed_in(home.parent)
    assert "train tracks" not in main_of(client.get(f"{home.here}baseline/"))
    type(made).objects.filter(pk=made.pk).update(status="signed", signed_at=make.NOW)
    page = main_of(client.get(f"{home.here}baseline/"))
    assert "train tracks" in page
    assert "Feelings, friendships and behaviour" in page
    assert "At home we use pictures" not in page
    assert "draw it first" not in page


def test_the_record_is_opened_to_the_adviser_and_closed_again():
    home = family()
    client = signed_in(home.parent)
    adviser = make.viewer(home.adviser.roles.get())
    client.post(f"{home.here}access/give/", {"service": str(home.advice.pk)})
    assert home.child in children_for(adviser)
    page = main_of(client.get(f"{home.here}access/"))
    assert "Wolds SENDIASS" in page
    grant = Grant.objects.get()
    assert "Stop Wolds SENDIASS" in main_of(client.get(f"{home.here}access/{grant.pk}/stop/"))
    client.post(f"{home.here}access/{grant.pk}/stop/")
    assert home.child not in children_for(adviser)
    assert Entry.objects.filter(name="access_grant.give").count() == 2


def test_an_answer_without_a_service_is_a_mistake_said_plainly():
    home = family()
    assert "Choose who should see the record" in main_of(signed_in(home.parent).post(f"{home.here}access/give/", {"token": "empty"}))


def test_messages_are_the_viewers_own_and_can_be_marked_read():
    home = family()
    other = make.person()
    make.adult(home.child, other)
    for who in (home.parent, other):
        Notice.objects.create(child=home.child, recipient=who, channel="email", step="x", reference="SNR-1", subject=f"For {who.pk}", body="Look", at=make.NOW)
    client = signed_in(home.parent)
    page = main_of(client.get("/family/messages/"))
    assert f"For {home.parent.pk}" in page
    assert f"For {other.pk}" not in page
    mine, theirs = Notice.objects.get(recipient=home.parent), Notice.objects.get(recipient=other)
    assert client.post(f"/family/messages/{theirs.pk}/read/").status_code == 404
    client.post(f"/family/messages/{mine.pk}/read/")
    mine.refresh_from_db()
    assert mine.read_at == make.NOW
    assert Entry.objects.filter(name="notice.mark_read").count() == 1


def test_all_messages_can_be_marked_read_at_once():
    home = family()
    for _ in range(3):
        Notice.objects.create(child=home.child, recipient=home.parent, channel="email", step="x", reference="SNR-1", subject="A", body="B", at=make.NOW)
    signed_in(home.parent).post("/family/messages/read/")
    assert not Notice.objects.filter(read_at__isnull=True).exists()


def test_a_pulse_is_asked_once_a_stage_and_may_be_skipped():
    home = family()
    client = signed_in(home.parent)
    assert "Answer three questions" not in main_of(client.get(home.here))
    case(home)
    assert "Answer three questions" in main_of(client.get(home.here))
    page = main_of(client.get(f"{home.here}pulse/"))
    assert "Skip this" in page
    assert "between 0 and 100" in main_of(client.post(f"{home.here}pulse/", {"informed": "120", "listened_to": "50", "support_will_help": "0"}))
    client.post(f"{home.here}pulse/", {"informed": "70", "listened_to": "50", "support_will_help": "0"})
    pulse = Pulse.objects.get()
    assert (pulse.stage, pulse.informed, pulse.listened_to, pulse.support_will_help) == ("ehc_request", 70, 50, 0)
    assert "Answer three questions" not in main_of(client.get(home.here))


def test_a_young_person_chooses_what_a_parent_sees():
    home = family()
    client = signed_in(young_person(home))
    link = AdultLink.objects.get(person=home.parent)
    assert "Does not see it" in main_of(client.get(f"{home.here}sharing/"))
    client.post(f"{home.here}sharing/{link.pk}/", {"shares": "yes", "rights": ["may_message"]})
    parent = signed_in(home.parent)
    page = main_of(parent.get(home.here))
    assert "Larkfield" not in page
    assert parent.get(f"{home.here}support/").status_code == 200
    changed = AdultLink.objects.get(person=home.parent, until__isnull=True)
    client.post(f"{home.here}sharing/{changed.pk}/", {"shares": "no"})
    assert parent.get(home.here).status_code == 404


def test_a_parent_cannot_choose_for_the_young_person():
    home = family()
    young_person(home)
    link = AdultLink.objects.get(person=home.parent)
    AdultLink.objects.filter(pk=link.pk).update(after_own_rights="agrees")
    assert signed_in(home.parent).get(f"{home.here}sharing/").status_code == 403
    assert signed_in(home.parent).post(f"{home.here}sharing/{link.pk}/", {"shares": "yes"}).status_code == 403


def test_a_parent_tells_the_school_of_a_worry_and_sees_by_when_it_is_answered():
    home = family()
    client = signed_in(home.parent)
    assert f"{home.here}worry/" in main_of(client.get(home.here))
    assert "Choose what it is most about" in main_of(client.post(f"{home.here}worry/", {"what": "", "token": "empty"}))
    sent = client.post(f"{home.here}worry/", {"area": "not_sure", "what": "She will not eat with others", "token": "one"})
    assert sent.headers["Location"] == f"{home.here}?done=worry"
    assert home.child.concerns.get().noted_by == home.parent
    page = main_of(client.get(f"{home.here}?done=worry"))
    assert "A worry was noted on 24 November 2026" in page
    assert "1 December 2026" in page
    assert Entry.objects.filter(kind="action", name="concern.note").count() == 1
