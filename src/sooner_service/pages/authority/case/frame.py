"""What every page of one case shows: key facts, the stage line, the next step with its owner, and the parts of the record."""

from typing import TYPE_CHECKING

from sooner.ehc import state_words
from sooner_service.ehc.queries.file import CaseFile, date_row, file_of
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.ehc.models import Case

PARTS = (
    ("overview", "Overview", ""),
    ("dates", "Dates", "dates/"),
    ("request", "Request", "request/"),
    ("advice", "Advice", "advice/"),
    ("evidence", "Evidence", "evidence/"),
    ("plan", "Plan", "plan/"),
    ("history", "History", "history/"),
)


def address_of(case: "Case", rest: str = "") -> str:
    """The address of a page about this case."""
    return f"/authority/cases/{case.reference}/{rest}"


def case_context(request: PageRequest, case: "Case", current: str, **more: object) -> dict[str, object]:
    """The frame around one part of the record."""
    found = file_of(request.viewer, case)
    return {
        "case": case,
        "file": found,
        "stages": found.stages,
        "key_facts": _facts(case),
        "next_step": _next_step(case, found),
        "tabs": [(words, address_of(case, rest), key == current) for key, words, rest in PARTS],
        "done": request.GET.get("done", ""),
        **more,
    }


def _facts(case: "Case") -> list[tuple[str, object]]:
    holder = case.co_ordinator
    return [
        ("Child", case.child.full_name if case.child else "Not matched yet"),
        ("Setting", case.child.setting.name if case.child and case.child.setting else ""),
        ("Received", case.received_on),
        ("Co-ordinator", holder.person.name if holder else "Nobody yet"),
        ("Where it is", state_words(case.state)),
    ]


def _next_step(case: "Case", found: CaseFile) -> dict[str, object] | None:
    if case.child_id is None:
        return {
            "words": "Say which child this request is about", "owner": "The council", "href": address_of(case, "match/"),
            "link_words": "Match to a child",
        }
    duty = found.next_step
    if duty is None:
        return None
    row = date_row(duty)
    if duty.rule == "EHC-08" and case.state == "assessing" and not any(each.event == "advice_requested" for each in found.events):
        return {
            "words": "Ask the school and others for advice", "owner": "The council", "href": address_of(case, "advice/ask/"), "link_words": "Ask for advice",
            "by": None, "status_words": "Their six weeks begin when you ask", "kind": "open",
        }
    is_exempt = duty.status == "disapplied"
    href, link_words = WRITE if duty.rule == "EHC-08" and case.state == "drafting" else ACTS.get(duty.rule, ("dates/", "See all dates"))
    return {
        "words": duty.duty, "owner": row.owner, "by": None if is_exempt else duty.limit_on,
        "status_words": f"{row.status_words}. Act as soon as practicable" if is_exempt else row.status_words, "kind": row.kind,
        "href": address_of(case, href), "link_words": link_words,
    }


WRITE = ("plan/", "Write the draft")
ACTS = {
    "EHC-04": ("assess/", "Decide whether to assess"),
    "EHC-06": ("advice/", "See who has answered"),
    "EHC-08": ("issue/", "Decide whether to make a plan"),
    "EHC-09": WRITE,
    "EHC-17": ("plan/", "Go to the plan"),
}
