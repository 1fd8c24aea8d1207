"""Cases brought from the council's earlier system: plans made before the area used Sooner, their reviews, and some in dispute."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from sooner_service.project.demonstration.blueprint import Blueprint, ChildPlan
from sooner_service.project.demonstration.case_words import sections
from sooner_service.project.demonstration.drawing import Drawing, drawing_for
from sooner_service.project.demonstration.phrases import about_child
from sooner_service.project.demonstration.pupils import MAYA_KEY
from sooner_service.project.demonstration.school_days import working_day_after
from sooner_service.project.demonstration.stories.first_look import area_of

SHARE_DISPUTED, SHARE_HELD_BY_LEAVER = 0.034, 0.08
CO_ORDINATORS = 6
Event = tuple[str, date, dict[str, object]]


@dataclass(frozen=True)
class BroughtCase:
    """A case as it was found: its events, who holds it, and the text of the plan, empty where there is none."""

    child: ChildPlan
    received_on: date
    source: str
    holder: str
    events: tuple[Event, ...]
    sections: dict[str, str]
    final_on: date | None


def brought_case(blueprint: Blueprint, child: ChildPlan) -> BroughtCase | None:
    """The case of a child who had a plan before, or one that was refused and is before the Tribunal; None for most."""
    draw = drawing_for(blueprint.seed, "brought", child.key)
    holder = f"council/ehc_co_ordinator/{'left' if draw.happens(SHARE_HELD_BY_LEAVER) else draw.between(0, CO_ORDINATORS - 1)}"
    if child.had_plan_before:
        return _plan(blueprint, child, draw, holder)
    if child.sen_status == "K" and child.key != MAYA_KEY and draw.happens(SHARE_DISPUTED):
        return _disputed(blueprint, child, draw, holder)
    return None


def _plan(blueprint: Blueprint, child: ChildPlan, draw: Drawing, holder: str) -> BroughtCase:
    oldest = (blueprint.today - child.born_on).days - round(3.2 * 365)
    final_on = _day(blueprint.today - timedelta(days=draw.between(150, max(160, min(oldest, 2600)))))
    took = draw.between(125, 140) if draw.happens(0.5) else draw.between(141, 330)
    received = _day(final_on - timedelta(days=took))
    part = partial(_between, received, final_on)
    events: list[Event] = [
        ("request_received", received, {}), ("decision_assess", part(0.27), {"decision": "yes"}), ("decision_issue", part(0.72), {"decision": "yes"}),
        ("draft_served", part(0.8), {"method": "email"}), ("plan_finalised", final_on, {}),
    ]
    events += _reviews(blueprint, child, draw, final_on)
    texts = {key: about_child(text, child) for key, text in sections(draw, area_of(draw, child), is_final=True, placement=_placement(blueprint, child)).items()}
    source = draw.weighted({"parent": 45.0, "setting": 50.0, "professional": 5.0})
    kept = tuple(event for event in sorted(events, key=lambda event: event[1]) if event[1] <= blueprint.today)
    return BroughtCase(child, received, source, holder, kept, texts, final_on)


def _reviews(blueprint: Blueprint, child: ChildPlan, draw: Drawing, final_on: date) -> list[Event]:
    """A review each year, mostly in time; the last one may be late, half done, or lead to changes. A move in from elsewhere is kept."""
    events: list[Event] = []
    due = final_on + timedelta(days=365)
    while due < blueprint.today + timedelta(days=40):
        meeting = _day(due - timedelta(days=draw.between(30, 62)))
        is_last = due + timedelta(days=300) > blueprint.today
        state = draw.weighted({"done": 76.0, "late": 12.0, "meeting_only": 7.0, "amending": 5.0}) if is_last else "done"
        if state == "late":
            break
        events.append(("review_meeting", meeting, {}))
        events.append(("review_report", _day(meeting + timedelta(days=draw.between(6, 13))), {}))
        if state != "meeting_only":
            decided = _day(meeting + timedelta(days=draw.between(18, 27)))
            events.append(("review_decision", decided, {"decision": "amend" if state == "amending" else "maintain"}))
        due = meeting + timedelta(days=365)
        if state != "done":
            break
    if "moved_in" in child.marks and child.joins_on > final_on:
        events.append(("transferred", _day(child.joins_on), {}))
        events.append(("transfer_notified", _day(child.joins_on + timedelta(days=draw.between(5, 25))), {}))
    return events


def _disputed(blueprint: Blueprint, child: ChildPlan, draw: Drawing, holder: str) -> BroughtCase | None:
    received = _day(blueprint.today - timedelta(days=draw.between(110, 240)))
    refused = _day(received + timedelta(days=draw.between(25, 41)))
    heard = _day(refused + timedelta(days=draw.between(10, 40)))
    events: list[Event] = [
        ("request_received", received, {}), ("decision_assess", refused, {"decision": "no"}),
        ("notice_sent", refused, {"decision": "refuse_assess", "id": "notice-1"}),
        ("mediation_contact", heard, {}), ("mediation_certificate", _day(heard + timedelta(days=3)), {"notice": "notice-1"}),
    ]
    if draw.happens(0.65):
        events.append(("appeal_registered", _day(heard + timedelta(days=draw.between(8, 20))), {}))
    if child.joins_on > received:
        return None
    kept = tuple(event for event in events if event[1] <= blueprint.today)
    return BroughtCase(child, received, "parent", holder, kept, {}, None)


def _placement(blueprint: Blueprint, child: ChildPlan) -> str:
    words = {
        "special_school": "Special school: the school attended now.", "college": "College: the course attended now.",
        "alternative_provision": "Alternative provision while a school is found.", "nursery": "Nursery school, then mainstream primary school.",
    }
    return words.get(blueprint.settings[child.setting].kind, "Mainstream school: the school attended now.")


def _between(first: date, last: date, part: float) -> date:
    return _day(first + timedelta(days=round((last - first).days * part)))


def _day(day: date) -> date:
    return working_day_after(day, 0)
