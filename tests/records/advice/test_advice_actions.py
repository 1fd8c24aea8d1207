"""Grants, sealed notes, pulses, the young person's choice and reading messages: each checked, each one journal entry."""

import pytest
from tests.factories import register as make
from tests.factories.family import Family, family, young_person

from sooner_service.advice.actions.asked import count_question
from sooner_service.advice.actions.grants import CannotGrant, give_access, revoke_access
from sooner_service.advice.actions.messages import mark_read
from sooner_service.advice.actions.notes import NoKey, make_service_key, open_notes, write_note
from sooner_service.advice.actions.pulses import CannotAnswer, give_pulse
from sooner_service.advice.actions.sharing import CannotShare, choose_sharing
from sooner_service.advice.models import AskedCount, CaseNote, Pulse, ServiceKey
from sooner_service.advice.queries.casework import notes_of
from sooner_service.advice.sealing import WrongPassphrase, open_key, unseal
from sooner_service.advice.travelling import opened_by, sealed_for
from sooner_service.journal.models import Entry
from sooner_service.register.access import NotFound, Refused, children_for
from sooner_service.register.models import AdultLink, ChildAccess, Notice

pytestmark = pytest.mark.django_db
PASSPHRASE = "four unusual quiet words"


@pytest.fixture
def home() -> Family:
    return family()


def adviser(home: Family):
    return make.viewer(home.adviser.roles.get())


def entries(name: str) -> int:
    return Entry.objects.filter(kind="action", name=name).count()


def test_a_grant_opens_the_record_at_once_with_one_entry(home):
    give_access(viewer=home.viewer, child=home.child, service=home.advice)
    assert home.child in children_for(adviser(home))
    assert entries("access_grant.give") == 1


def test_a_grant_is_given_once_and_only_to_an_advice_service(home):
    with pytest.raises(CannotGrant, match="Choose an advice service"):
        give_access(viewer=home.viewer, child=home.child, service=home.school)
    give_access(viewer=home.viewer, child=home.child, service=home.advice)
    with pytest.raises(CannotGrant, match="can see the record already"):
        give_access(viewer=home.viewer, child=home.child, service=home.advice)


def test_a_grant_may_be_given_ended_and_given_again_on_one_day(home):
    for _ in range(2):
        grant = give_access(viewer=home.viewer, child=home.child, service=home.advice)
        revoke_access(viewer=home.viewer, child=home.child, grant=grant)
        assert home.child not in children_for(adviser(home))
    with pytest.raises(CannotGrant, match="ended already"):
        revoke_access(viewer=home.viewer, child=home.child, grant=grant)


@pytest.mark.parametrize("who", ["school", "authority", "adviser", "restricted"])
def test_only_the_family_opens_the_record(home, who):
    restricted = make.person()
    make.adult(home.child, restricted, is_restricted=True)
    make.access(home.child, home.area, "case_authority")
    make.access(home.child, home.advice, "granted")
    viewer = {
        "school": lambda: make.viewer(make.role("headteacher", home.school)),
        "authority": lambda: make.viewer(make.role("send_manager", home.area)),
        "adviser": lambda: adviser(home),
        "restricted": lambda: make.family_viewer(restricted),
    }[who]()
    with pytest.raises(Refused):
        give_access(viewer=viewer, child=home.child, service=make.organisation("advice_service"))
    assert entries("access_grant.give") == 0


def test_the_services_key_is_made_once_and_opened_with_its_passphrase(home):
    with pytest.raises(NoKey, match="at least 12"):
        make_service_key(viewer=adviser(home), passphrase="short")
    make_service_key(viewer=adviser(home), passphrase=PASSPHRASE)
    assert entries("service_key.make") == 1
    with pytest.raises(NoKey, match="a passphrase already"):
        make_service_key(viewer=adviser(home), passphrase="another long passphrase")
    assert open_notes(viewer=adviser(home), passphrase=PASSPHRASE)
    with pytest.raises(NoKey, match="does not open the notes"):
        open_notes(viewer=adviser(home), passphrase="not the passphrase")
    assert [entry.details["was_opened"] for entry in Entry.objects.filter(name="service_key.open").order_by("pk")] == [True, False]


def test_nobody_outside_the_advice_service_makes_or_opens_its_key(home):
    for held in (make.role("send_manager", home.area), make.role("senco", home.school)):
        with pytest.raises(Refused):
            make_service_key(viewer=make.viewer(held), passphrase=PASSPHRASE)
        with pytest.raises(Refused):
            open_notes(viewer=make.viewer(held), passphrase=PASSPHRASE)


def test_a_note_is_sealed_and_only_its_own_key_opens_it(home):
    make.access(home.child, home.advice, "granted")
    make_service_key(viewer=adviser(home), passphrase=PASSPHRASE)
    key = open_notes(viewer=adviser(home), passphrase=PASSPHRASE)
    write_note(viewer=adviser(home), child=home.child, words="About transport", theme="placement", key=key)
    note = CaseNote.objects.get()
    assert "transport" not in note.sealed
    assert entries("case_note.write") == 1
    assert notes_of(adviser(home), home.child, key=key)[0].words == "About transport"
    assert notes_of(adviser(home), home.child, key="")[0].words is None


def test_without_a_key_nothing_is_written(home):
    make.access(home.child, home.advice, "granted")
    with pytest.raises(NoKey):
        write_note(viewer=adviser(home), child=home.child, words="x", theme="other", key="")
    assert not CaseNote.objects.exists()
    assert entries("case_note.write") == 0


@pytest.mark.parametrize("role", ["ehc_co_ordinator", "send_manager"])
def test_the_authority_can_never_open_a_note_whatever_it_holds(home, role):
    make.access(home.child, home.advice, "granted")
    make.access(home.child, home.area, "case_authority")
    make_service_key(viewer=adviser(home), passphrase=PASSPHRASE)
    key = open_notes(viewer=adviser(home), passphrase=PASSPHRASE)
    write_note(viewer=adviser(home), child=home.child, words="About transport", theme="placement", key=key)
    viewer = make.viewer(make.role(role, home.area))
    with pytest.raises(NotFound):
        notes_of(viewer, home.child, key=key)
    kept = ServiceKey.objects.get()
    with pytest.raises(WrongPassphrase):
        open_key("a guess that is wrong", salt=kept.salt, wrapped=kept.wrapped_key)
    with pytest.raises((WrongPassphrase, ValueError)):
        unseal(CaseNote.objects.get().sealed, key=kept.wrapped_key)


def test_the_travelling_key_opens_only_for_the_person_and_service_it_was_sealed_for(home):
    own = adviser(home)
    sealed = sealed_for(own, key="the-key")
    assert opened_by(own, sealed=sealed) == "the-key"
    assert "the-key" not in sealed
    colleague = make.viewer(make.role("sendiass_adviser", home.advice))
    assert opened_by(colleague, sealed=sealed) == ""
    elsewhere = make.viewer(make.role("sendiass_adviser", make.organisation("advice_service"), home.adviser))
    assert opened_by(elsewhere, sealed=sealed) == ""
    assert opened_by(own, sealed="nonsense") == ""


def test_a_pulse_is_three_numbers_from_0_to_100(home):
    with pytest.raises(CannotAnswer):
        give_pulse(viewer=home.viewer, child=home.child, stage="plan", informed=101, listened_to=0, support_will_help=0)
    assert not Pulse.objects.exists()
    give_pulse(viewer=home.viewer, child=home.child, stage="plan", informed=100, listened_to=0, support_will_help=40)
    assert entries("pulse.give") == 1


def test_staff_give_no_pulse_for_a_family(home):
    with pytest.raises(Refused):
        give_pulse(viewer=make.viewer(make.role("senco", home.school)), child=home.child, stage="plan", informed=1, listened_to=1, support_will_help=1)


def test_the_young_person_opens_and_closes_the_record_to_a_parent_and_the_history_stays(home):
    young = make.family_viewer(young_person(home), "young_person")
    link = AdultLink.objects.get(person=home.parent)
    changed = choose_sharing(viewer=young, child=home.child, link=link, shares=True, rights=["may_message"])
    assert (changed.may_message, changed.may_see_address) == (True, False)
    assert home.child in children_for(home.viewer)
    choose_sharing(viewer=young, child=home.child, link=changed, shares=False)
    assert home.child not in children_for(home.viewer)
    assert AdultLink.objects.filter(person=home.parent).count() == 3
    assert entries("sharing.choose") == 2


def test_the_young_person_cannot_lift_a_limit_on_contact_or_a_best_interests_decision(home):
    young = make.family_viewer(young_person(home), "young_person")
    link = AdultLink.objects.get(person=home.parent)
    for field in ({"is_restricted": True}, {"is_restricted": False, "after_own_rights": "best_interests"}):
        AdultLink.objects.filter(pk=link.pk).update(**field)
        link.refresh_from_db()
        with pytest.raises(CannotShare):
            choose_sharing(viewer=young, child=home.child, link=link, shares=True)
    assert entries("sharing.choose") == 0


def test_nobody_chooses_for_a_young_person_and_no_child_chooses_too_early(home):
    link = AdultLink.objects.get(person=home.parent)
    with pytest.raises(Refused):
        choose_sharing(viewer=home.viewer, child=home.child, link=link, shares=True)
    person = make.person()
    type(home.child).objects.filter(pk=home.child.pk).update(person=person)
    home.child.refresh_from_db()
    with pytest.raises(Refused):
        choose_sharing(viewer=make.family_viewer(person, "young_person"), child=home.child, link=link, shares=False)


def test_a_message_is_marked_read_by_its_recipient_only(home):
    notice = Notice.objects.create(
        child=home.child, recipient=home.parent, channel="email", step="x", reference="SNR-1", subject="A", body="B", at=make.NOW
    )
    other = make.person()
    make.adult(home.child, other)
    with pytest.raises(Refused):
        mark_read(viewer=make.family_viewer(other), notice=notice)
    assert mark_read(viewer=home.viewer, notice=notice).read_at == make.NOW
    assert entries("notice.mark_read") == 1


def test_questions_are_counted_without_their_words():
    for _ in range(2):
        count_question(viewer=make.family_viewer(make.person()), mode="answer", article="sen-support")
    assert AskedCount.objects.get().number == 2


def test_access_that_was_granted_is_kept_after_it_ends(home):
    grant = give_access(viewer=home.viewer, child=home.child, service=home.advice)
    revoke_access(viewer=home.viewer, child=home.child, grant=grant)
    assert ChildAccess.objects.get(relationship="granted").until == make.TODAY
