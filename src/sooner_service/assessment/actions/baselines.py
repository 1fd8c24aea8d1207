"""Completing a baseline, signing it, and asking the area service to sign where nobody here is trained."""

from sooner.assessment.baseline import Profile, problems
from sooner_service.assessment.actions.concerns import answer
from sooner_service.assessment.actions.views import write_request, write_view
from sooner_service.assessment.models import Baseline, Concern, View
from sooner_service.assessment.profiles import as_json, profile_of, readers_from
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting, hold
from sooner_service.register.calendar import school_day_after
from sooner_service.register.models import Child, ChildAccess, Organisation
from sooner_service.register.notices import tell_family
from sooner_service.register.phases import phase_of
from sooner_service.training.queries import may_sign, signers_at

DAYS_TO_SIGN = 2
TO_SIGN = "asked to sign a baseline"
QUESTION = "What does your child enjoy, what is hard, and what helps at home?"
TOPIC = "baseline"


def complete_baseline(*, viewer: Viewer, child: Child, concern: Concern | None, profile: Profile) -> Baseline:
    """Keep a filled-in baseline, ready to be signed. The child's words go where the child's choice of readers rules.

    A family that was asked and has not replied gets the question on its own page. Raises CannotAssess with what is missing, Refused.
    """
    with acting(viewer, record="baseline", action="complete", child=child) as act:
        _must_be_complete(profile)
        _must_not_wait(child)
        words = write_view(
            viewer, child=child, speaker=View.Speaker.CHILD, words=profile.child_words,
            readers=readers_from(profile.child_words_readers), topic=TOPIC,
        )
        if profile.family_view_source == "told_to_staff":
            write_view(viewer, child=child, speaker=View.Speaker.FAMILY, words=profile.family_view, topic=TOPIC)
        if profile.family_view_source == "asked_no_reply":
            write_request(viewer, child=child, question=QUESTION)
        if concern is not None:
            answer(viewer, concern)
        baseline = Baseline.objects.create(
            child=child,
            concern=concern,
            status=Baseline.Status.READY,
            profile=as_json(profile),
            child_words=words,
            completed_by=viewer.person,
            completed_at=viewer.now,
        )
        act.made = baseline
        act.details = {"levels": profile.levels, "goes_to_safeguarding": words.goes_to_safeguarding}
        return baseline


def sign_baseline(*, viewer: Viewer, baseline: Baseline) -> Baseline:
    """Sign a baseline. Only somebody with current core training for the child's phase may; the family is told.

    Raises Refused for anybody else, CannotAssess when it is signed already or something is missing.
    """
    child = baseline.child
    trained = may_sign(viewer.person, viewer.on, phase=phase_of(child)).allowed
    with acting(viewer, record="baseline", action="sign", child=child, facts={"trained": trained}) as act:
        hold(baseline)
        if baseline.status == Baseline.Status.SIGNED:
            raise CannotAssess("This baseline is already signed. Nothing was changed.")
        if viewer.role == "specialist" and baseline.asked_area != viewer.organisation:
            raise CannotAssess("The setting has not asked your service to sign this baseline.")
        _must_be_complete(profile_of(baseline))
        baseline.status = Baseline.Status.SIGNED
        baseline.signed_by = viewer.person
        baseline.signed_at = viewer.now
        baseline.save(update_fields=["status", "signed_by", "signed_at"])
        _close_the_area(viewer, baseline)
        tell_family(
            viewer,
            child=child,
            step="baseline_signed",
            reference=child.reference,
            subject="The baseline is ready to read",
            body="A trained person has finished a first look at needs and strengths. Sign in to read it and to say what you think.",
        )
        act.made = baseline
        act.details = {"by_area": viewer.role == "specialist"}
        return baseline


def ask_area_to_sign(*, viewer: Viewer, baseline: Baseline) -> Baseline:
    """Ask the area service to sign within two school days, where nobody at the setting is trained. It sees the child until then.

    Raises CannotAssess when a colleague may sign, or when no service serves this area.
    """
    child = baseline.child
    with acting(viewer, record="baseline", action="ask_area", child=child) as act:
        hold(baseline)
        if baseline.status != Baseline.Status.READY:
            raise CannotAssess("This baseline is signed, or the area service has it already. Nothing was changed.")
        if child.setting is None:
            raise CannotAssess("This child has no setting at present. The area service helps through the authority.")
        trained = signers_at(child.setting, viewer.on, phase=phase_of(child))
        if trained:
            raise CannotAssess(f"{trained[0].person.name} may sign it here today. Ask them first.")
        service = area_service(viewer, child)
        baseline.status = Baseline.Status.WITH_AREA
        baseline.asked_area = service
        baseline.asked_area_at = viewer.now
        baseline.sign_by = school_day_after(child.setting, day=viewer.on, number=DAYS_TO_SIGN)
        baseline.save(update_fields=["status", "asked_area", "asked_area_at", "sign_by"])
        ChildAccess.objects.create(
            child=child, organisation=service, relationship=ChildAccess.Relationship.ALLOCATED, because=TO_SIGN,
            granted_by=viewer.person, starts_on=viewer.on,
        )
        act.made = baseline
        act.details = {"service": service.pk, "sign_by": baseline.sign_by.isoformat()}
        return baseline


def area_service(viewer: Viewer, child: Child) -> Organisation:
    """The area's own service that signs: one with somebody trained for the child's phase, else the first. Raises CannotAssess."""
    kind = Organisation.Kind.SPECIALIST_SERVICE
    services = list(Organisation.objects.filter(kind=kind, authority=child.authority, until__isnull=True).order_by("pk"))
    if not services:
        raise CannotAssess("No area service is set up in Sooner yet. Call the authority and ask who signs for it.")
    phase = phase_of(child)
    return next((each for each in services if signers_at(each, viewer.on, phase=phase)), services[0])


def _must_be_complete(profile: Profile) -> None:
    missing = problems(profile)
    if missing:
        raise CannotAssess(" ".join(each.sentence for each in missing))


def _must_not_wait(child: Child) -> None:
    if Baseline.objects.filter(child=child).exclude(status=Baseline.Status.SIGNED).exists():
        raise CannotAssess("A baseline of this child is already waiting to be signed. Open that one instead.")


def _close_the_area(viewer: Viewer, baseline: Baseline) -> None:
    """The service was let in to sign, and for no longer than that: its way in ends today."""
    if baseline.asked_area is None:
        return
    opened = ChildAccess.objects.filter(child=baseline.child, organisation=baseline.asked_area, because=TO_SIGN, until__isnull=True)
    opened.update(until=viewer.on)
