"""What staff can record in a case besides the steps that have pages of their own, by kind, and the words for each of its fields."""

from collections.abc import Mapping
from dataclasses import dataclass

from sooner.clocks.vocabulary import EVENTS, Holds
from sooner.ehc import allowed_events


@dataclass(frozen=True)
class Group:
    """Events that belong together, in the order in which they happen."""

    key: str
    words: str
    events: tuple[str, ...]


GROUPS: tuple[Group, ...] = (
    Group("review", "The annual review", (
        "review_planned", "review_invited", "review_papers_sent", "review_meeting", "review_report", "review_decision",
        "early_years_plan", "early_years_review_considered",
    )),
    Group("changes", "Changing the plan", ("amendment_notice", "representations_received", "amended_plan_final")),
    Group("phase", "A move to the next phase of education", ("phase_transfer",)),
    Group("reassessment", "A new assessment of needs", ("reassessment_requested", "reassessment_decision", "reassessed_plan_final")),
    Group("moving", "A move to or from another area", (
        "move_known", "moved_in", "transferred", "transfer_notified", "first_review_after_transfer", "health_body_changed", "new_health_body_told",
    )),
    Group("ending", "The end of the plan", ("plan_ceased",)),
    Group("mediation", "Mediation, or a decision notice sent on paper", (
        "notice_sent", "mediation_contact", "mediation_wanted", "mediation_declined", "mediation_about_health", "health_body_told",
        "mediation_not_possible", "mediation_arranged", "mediation_place_told", "mediation_held", "mediation_certificate", "mediation_agreement",
        "mediation_agreement_done", "mediation_agreement_without_authority", "authority_told_of_agreement",
    )),
    Group("tribunal", "An appeal, an order or a concession", (
        "appeal_registered", "appeal_sent_to_authority", "appeal_answered", "hearing_listed", "bundle_sent", "hearing_held", "tribunal_decided",
        "order", "concession", "order_step_done", "recommendation_made", "recommendation_answered", "act_of_discrimination", "discrimination_claimed",
    )),
    Group("complaint", "A complaint or a court", ("fault_known", "ombudsman_asked", "judicial_review_asked")),
    Group("money", "Direct payments", ("direct_payment_started", "direct_payment_reviewed")),
    Group("school", "Suspension, exclusion, illness or closure", (
        "suspended", "education_arranged", "returned_to_school", "exclusion_notice", "exclusion_withdrawn", "governors_considered",
        "governors_notice", "review_panel_asked", "panel_sent_back", "governors_reconsidered", "off_site_direction", "parents_told_of_direction",
        "health_absence_started", "section_19_education_started", "alternative_provision_needed", "alternative_provision_started",
        "penalty_notice", "penalty_paid", "school_closed",
    )),
)  # fmt: skip
RECORDABLE: frozenset[str] = frozenset(event for group in GROUPS for event in group.events)

NOTICES: Mapping[tuple[str, str], str] = {
    ("review_decision", "maintain"): "keep_plan",
    ("review_decision", "cease"): "cease",
    ("amendment_notice", ""): "changes",
    ("amended_plan_final", ""): "amended",
    ("reassessment_decision", "no"): "refuse_reassess",
    ("reassessed_plan_final", ""): "reassessed",
}
"""Which statutory notice goes with an event and its decision (law AR-06 to AR-11, RE-02, TR-10)."""

LABELS: Mapping[str, str] = {
    "decision": "What was decided?", "year": "In which year is the move?", "method": "How was it sent?", "meeting_on": "Which day is the meeting?",
    "hearing_on": "Which day is the hearing?", "until": "Which day does it open again?", "body": "Which kind of setting?", "kind": "Which kind?",
    "step": "Which step was done?", "notice": "Which decision notice does it belong to?", "starts_on": "Which day does it start?",
}
HINTS: Mapping[tuple[str, str], str] = {
    ("phase_transfer", "starts_on"): "Only for a move from one college or course to another.",
    ("phase_transfer", "year"): "The year in which the new school year begins.",
    ("mediation_certificate", "notice"): "Time to appeal is counted from the certificate of this notice.",
}
EVENT_HINTS: Mapping[str, str] = {
    "plan_ceased": "A plan must stay until the time to appeal the decision to end it has run out, or the appeal is over (section 45(4) of the Act).",
    "review_meeting": "The four weeks to decide, and the twelve weeks to send an amended plan, both start on this day.",
    "appeal_sent_to_authority": "The day the Tribunal sent the appeal to the authority.",
}
VALUES: Mapping[str, str] = {
    "yes": "Yes", "no": "No", "maintain": "Keep the plan as it is", "amend": "Change the plan", "cease": "End the plan",
    "email": "By e-mail", "portal": "On their page here", "hand": "By hand", "first_class": "By first class post",
    "assess": "To assess", "make_plan": "To make a plan", "contents": "To change what the plan says", "setting": "To name a school or college",
    "continue": "To keep the plan", "notify": "Told the family that there will be an assessment", "no_plan": "Told the family that there will be no plan",
    "draft": "Sent the draft", "final": "Sent the final plan", "amended_plan": "Sent the changed plan", "name": "Named the school or college",
    "infant_junior": "Infant to junior school", "primary": "Early years to primary school", "middle": "To or from middle school",
    "secondary": "Primary to secondary school", "post16": "Secondary school to college or other post-16 education",
    "post16_to_post16": "One college or course to another", "refuse_assess": "Not to assess", "refuse_issue": "Not to make a plan",
    "section_i": "The school or college in section I only", "refuse_reassess": "Not to assess again", "refuse_amend": "Not to change the plan",
    "school": "School or college", "early_years": "Early years setting", "suspension": "Suspension", "permanent": "Permanent exclusion",
    "over_15_days": "More than 15 school days in a term", "missed_exam": "A public examination would be missed",
    "over_5_days_with_representations": "6 to 15 school days in a term, and the parent has made representations", "first": "First notice",
    "second": "Second notice within three years",
}
ORDERED: Mapping[str, str] = {"cease": "To end the plan"}
NOTICE_OF: Mapping[str, str] = {"contents": "The contents of the plan", "cease": "To end the plan"}


def groups_for(state: str) -> list[Group]:
    """The groups with only the events that a case in this state allows; groups without any are left out."""
    fitting = allowed_events(state)
    found = [Group(group.key, group.words, tuple(event for event in group.events if event in fitting)) for group in GROUPS]
    return [group for group in found if group.events]


def fields_of(event: str) -> list[tuple[str, Holds, bool]]:
    """The fields that somebody fills in for an event: its name, what it holds and whether it must be given. Marks (`id`) are made here."""
    kind = EVENTS[event]
    return [(name, holds, name in kind.needs) for name, holds in kind.fields.items() if name != "id"]


def value_words(event: str, value: str) -> str:
    """A choice of one of an event's fields, in words."""
    special = ORDERED if event in {"order", "concession", "order_step_done"} else NOTICE_OF if event == "notice_sent" else {}
    return special.get(value) or VALUES.get(value, value.replace("_", " ").capitalize())


def notice_kind(event: str, fields: Mapping[str, object]) -> str:
    """The statutory notice that goes with what happened; empty where none does."""
    return NOTICES.get((event, str(fields.get("decision") or "")), "")


