"""The events a case may record, their order within one day, their extra fields, and how each is said in a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field

DECISION = ("yes", "no")
BODIES = ("school", "early_years", "ep", "health", "social_care", "family", "other")
METHODS = ("email", "portal", "hand", "first_class")
ORDERS = ("assess", "make_plan", "contents", "setting", "continue", "cease")
STEPS = ("notify", "no_plan", "draft", "final", "amended_plan", "name")
PHASES = ("infant_junior", "primary", "middle", "secondary", "post16", "post16_to_post16")
GROUNDS = ("X-1", "X-2", "X-3", "X-4", "X-5", "X-7")
NOTICES = ("refuse_assess", "refuse_issue", "contents", "section_i", "refuse_reassess", "refuse_amend", "cease")

# What a field may hold when it is not one of a list of words.
DATE, NAME, FLAG, YEAR, RULES = "date", "name", "flag", "year", "rules"
Holds = tuple[str, ...] | str


@dataclass(frozen=True)
class EventKind:
    """One kind of event: how it reads before a date, its extra fields, and which of those must be given."""

    words: str
    fields: Mapping[str, Holds] = field(default_factory=dict)
    needs: tuple[str, ...] = ()


def _with_decision(words: str, decisions: tuple[str, ...] = DECISION) -> EventKind:
    return EventKind(words, {"decision": decisions}, ("decision",))


def _of_kind(words: str, kinds: tuple[str, ...]) -> EventKind:
    return EventKind(words, {"kind": kinds}, ("kind",))


# The contract's own events. Events of one day count in this order.
CONTRACT: Mapping[str, EventKind] = {
    "request_received": EventKind("The request was received", {"latest_on": DATE}),
    "became_responsible": EventKind("The council became responsible"),
    "request_withdrawn": EventKind("The request was withdrawn"),
    "decision_assess": _with_decision("The decision about an assessment was sent"),
    "advice_requested": EventKind("Advice was asked for", {"body": BODIES, "id": NAME}),
    "advice_received": EventKind("The advice was received", {"id": NAME}),
    "appointment_missed": EventKind("An appointment was missed", {"id": NAME}),
    "school_closed": EventKind("The school closed", {"until": DATE, "body": ("school", "early_years")}, ("until",)),
    "exemption": EventKind(
        "An exemption was recorded", {"ground": GROUNDS, "impractical": FLAG, "until": DATE, "rules": RULES}, ("ground",)
    ),
    "decision_issue": _with_decision("The decision about a plan was sent"),
    "draft_served": EventKind("The draft plan was sent", {"method": METHODS}),
    "representations_received": EventKind("The family's answer was received"),
    "setting_consulted": EventKind("The setting was consulted", {"id": NAME}),
    "setting_replied": EventKind("The setting answered", {"id": NAME}),
    "plan_finalised": EventKind("The final plan was sent"),
    "plan_ceased": EventKind("The plan ended"),
    "review_meeting": EventKind("The review meeting was held"),
    "review_report": EventKind("The report of the review was sent"),
    "review_decision": _with_decision("The review decision was sent", ("maintain", "amend", "cease")),
    "amendment_notice": EventKind("The notice of changes was sent", {"method": METHODS}),
    "amended_plan_final": EventKind("The amended plan was sent"),
    "phase_transfer": EventKind(
        "The move to the next phase was recorded", {"year": YEAR, "kind": PHASES, "starts_on": DATE}, ("year", "kind")
    ),
    "reassessment_requested": EventKind("The request for a re-assessment was received"),
    "reassessment_decision": _with_decision("The decision about a re-assessment was sent"),
    "reassessed_plan_final": EventKind("The plan after re-assessment was sent"),
    "move_known": EventKind("The old council learned of the move"),
    "moved_in": EventKind("The family moved"),
    "transferred": EventKind("The plan passed to the new council"),
    "transfer_notified": EventKind("The family was told of the transfer"),
    "first_review_after_transfer": EventKind("The first review in the new area was held"),
    "notice_sent": EventKind("The decision notice was sent", {"decision": NOTICES, "id": NAME}, ("decision",)),
    "mediation_contact": EventKind("The family spoke to a mediation adviser"),
    "mediation_wanted": EventKind("The family asked for mediation"),
    "mediation_declined": EventKind("The family said no to mediation"),
    "mediation_held": EventKind("Mediation was held"),
    "mediation_certificate": EventKind("The mediation certificate was issued", {"notice": NAME}),
    "appeal_registered": EventKind("The appeal was registered"),
    "appeal_sent_to_authority": EventKind("The appeal was sent to the council"),
    "order": _of_kind("The Tribunal made its order", ORDERS),
    "concession": _of_kind("The council told the Tribunal it will not oppose", ORDERS),
    "order_step_done": EventKind("A step of the order was done", {"kind": ORDERS, "step": STEPS}, ("kind", "step")),
}

# Sooner's own additions, for dated rules that the contract has no event for. They come after the contract's in the order of a day.
ADDED: Mapping[str, EventKind] = {
    "early_years_plan": EventKind("The plan of a child under five was made"),
    "early_years_review_considered": EventKind("A review of the plan of a child under five was considered"),
    "review_planned": EventKind("The review meeting was planned", {"meeting_on": DATE}, ("meeting_on",)),
    "review_invited": EventKind("The invitations to the review were sent"),
    "review_papers_sent": EventKind("The advice for the review was sent"),
    "health_body_changed": EventKind("The responsible health body changed"),
    "new_health_body_told": EventKind("The new health body was told"),
    "direct_payment_started": EventKind("Direct payments started"),
    "direct_payment_reviewed": EventKind("Direct payments were reviewed"),
    "mediation_about_health": EventKind("The family asked for mediation about health"),
    "health_body_told": EventKind("The health body was told"),
    "mediation_not_possible": EventKind("The council said that mediation cannot be held in time"),
    "mediation_arranged": EventKind("Mediation was arranged", {"meeting_on": DATE}, ("meeting_on",)),
    "mediation_place_told": EventKind("The family was told the day and place of mediation"),
    "mediation_agreement": EventKind("Agreement was reached in mediation"),
    "mediation_agreement_done": EventKind("The agreement was carried out"),
    "mediation_agreement_without_authority": EventKind("Agreement was reached in mediation without the council"),
    "authority_told_of_agreement": EventKind("The council was told of the agreement"),
    "act_of_discrimination": EventKind("The act complained of happened"),
    "discrimination_claimed": EventKind("The claim was made"),
    "appeal_answered": EventKind("The council answered the appeal"),
    "hearing_listed": EventKind("The hearing was listed", {"hearing_on": DATE}, ("hearing_on",)),
    "bundle_sent": EventKind("The bundle was sent"),
    "hearing_held": EventKind("The hearing was held"),
    "tribunal_decided": EventKind("The Tribunal sent its decision"),
    "recommendation_made": EventKind("The Tribunal made a recommendation"),
    "recommendation_answered": EventKind("The recommendation was answered"),
    "fault_known": EventKind("The family knew of the fault"),
    "ombudsman_asked": EventKind("The complaint reached the Ombudsman"),
    "judicial_review_asked": EventKind("Judicial review was asked for"),
    "senco_appointed": EventKind("The SENCO was appointed"),
    "senco_qualified": EventKind("The SENCO gained the qualification"),
    "sen_report_published": EventKind("The SEN information report was published"),
    "suspended": _of_kind("The suspension or exclusion began", ("suspension", "permanent")),
    "education_arranged": EventKind("Full-time education was arranged"),
    "returned_to_school": EventKind("The child went back to school"),
    "exclusion_notice": _of_kind(
        "The governors had notice of the exclusion", ("permanent", "over_15_days", "missed_exam", "over_5_days_with_representations")
    ),
    "exclusion_withdrawn": EventKind("The exclusion was withdrawn"),
    "governors_considered": EventKind("The governors considered the exclusion"),
    "governors_notice": EventKind("The governors' notice was given"),
    "review_panel_asked": EventKind("A review panel was asked for"),
    "panel_sent_back": EventKind("The review panel sent the exclusion back"),
    "governors_reconsidered": EventKind("The governors considered the exclusion again"),
    "off_site_direction": EventKind("The off-site direction was decided", {"starts_on": DATE}, ("starts_on",)),
    "parents_told_of_direction": EventKind("The parents were told of the direction"),
    "health_absence_started": EventKind("The absence because of illness began"),
    "section_19_education_started": EventKind("Education outside school began"),
    "alternative_provision_needed": EventKind("The need for alternative provision began"),
    "alternative_provision_started": EventKind("Alternative provision began"),
    "penalty_notice": _of_kind("The penalty notice was given", ("first", "second")),
    "penalty_paid": EventKind("The penalty was paid"),
    "inclusion_grant_accepted": EventKind("The school accepted the grant"),
    "inclusion_strategy_published": EventKind("The inclusion strategy was published"),
}

EVENTS: Mapping[str, EventKind] = {**CONTRACT, **ADDED}
RANK: Mapping[str, int] = {name: place for place, name in enumerate(EVENTS)}
