"""An EHC case in a family's words: what has just happened, what each duty means, who must do it, and how sure our reading of the law is."""

from collections.abc import Mapping
from datetime import date

from sooner_service.design.words import uk_date

HAPPENED: Mapping[tuple[str, str], str] = {
    ("request_received", ""): "The council has the request for an EHC needs assessment.",
    ("became_responsible", ""): "The council is now in charge of the EHC needs assessment.",
    ("request_withdrawn", ""): "The request for an EHC needs assessment was taken back.",
    ("decision_assess", "yes"): "The council has said yes. It will find out about all the needs.",
    ("decision_assess", "no"): "The council has said no to an EHC needs assessment. You can appeal.",
    ("advice_requested", ""): "The council has asked the people who know about the needs for advice.",
    ("advice_received", ""): "The council has some of the advice it asked for.",
    ("decision_issue", "yes"): "The council has said that it will make an EHC plan.",
    ("decision_issue", "no"): "The council has said that it will not make an EHC plan. You can appeal.",
    ("draft_served", ""): "The council has sent you a draft of the EHC plan.",
    ("representations_received", ""): "The council has what you said about the draft plan.",
    ("plan_finalised", ""): "There is an EHC plan. The help in it must be there.",
    ("review_meeting", ""): "The meeting to look at the EHC plan again took place.",
    ("review_decision", "maintain"): "The council has said that the EHC plan stays as it is.",
    ("review_decision", "amend"): "The council has said that it will change the EHC plan.",
    ("review_decision", "cease"): "The council has said that it wants to end the EHC plan. You can appeal.",
    ("plan_ceased", ""): "The EHC plan has ended.",
}
STEPS: Mapping[str, str] = {
    "EHC-03": "The council tells you that it is thinking about the request.",
    "EHC-04": "The council says if it will do an EHC needs assessment.",
    "EHC-06": "The people who were asked send their advice to the council.",
    "EHC-08": "If the council will not make a plan, it must tell you.",
    "EHC-09": "The council sends you a draft plan.",
    "EHC-11": "You can say what you think of the draft plan and name a school.",
    "EHC-13": "The schools that were asked send their answer.",
    "EHC-17": "The council sends you the final plan.",
    "AR-01": "The council looks at the plan again with you.",
    "AR-05": "The school sends its report of the review meeting.",
    "AR-06": "The council says if the plan stays, changes or ends.",
    "AR-09": "The council sends you the changed plan.",
    "TR-02": "You can ask for an appeal up to this day.",
}
OWNERS: Mapping[str, str] = {
    "local_authority": "the council",
    "adviser": "the person who was asked",
    "family": "you",
    "setting": "the school or college",
    "school": "the school",
    "health_body": "the health service",
    "governing_body": "the school's governors",
    "mediation_adviser": "the mediation adviser",
    "tribunal": "the tribunal",
}
BODIES: Mapping[str, str] = {
    "school": "School",
    "early_years": "Nursery",
    "ep": "Educational psychologist",
    "health": "Health service",
    "social_care": "Social care",
    "family": "You",
    "other": "Someone else who knows the needs",
}
OUR_READING = "This is our reading of the law. Your adviser can check it."


def happening_in_case(event: str, decision: str, on: date) -> str:
    """The last thing that happened in a case, with its day."""
    words = HAPPENED.get((event, decision)) or HAPPENED.get((event, "")) or "The council is working on the EHC case."
    return f"{words} This was on {uk_date(on)}."


def step_words(rule: str, duty: str) -> str:
    """A duty as the family would say it; the law's own words where we have no simpler ones."""
    return STEPS.get(rule) or (f"{duty[:1].upper()}{duty[1:].rstrip('.')}." if duty else "The next step in the EHC case.")


def owner_words(owner: str) -> str:
    """Who must do it."""
    return OWNERS.get(owner, owner.replace("_", " ") or "the council")


def why_this_date(because: str, authority: str, *, standing: str, checked: str) -> str:
    """Why a date is as it is, with its authority. A reading that was not checked against the text says so and cites nothing."""
    if checked == "R":
        return f"{because} {OUR_READING}".strip()
    cited = f"{because} (Source: {authority}.)" if authority else because
    force = {
        "statutory_guidance": " This is official guidance.",
        "derived": " We worked this date out from the law's other dates.",
        "practice": " This is good practice. It is not law.",
        "proposed": " This is only proposed. It is not law.",
    }
    return f"{cited}{force.get(standing, '')}".strip()
