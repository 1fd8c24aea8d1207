"""Limits that are more than one period: amended plans, phase transfer, moving and appeals. Each returns nothing where there is no row."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from sooner.clocks.case import Case, Event
from sooner.clocks.counting import months_after, months_beginning_with
from sooner.clocks.working_days import appeal_day, days_beginning_with, working_days_in
from sooner.law.england_2014.duties import Duty

WHOLE_AMENDMENT = timedelta(weeks=12)
NOTICE_TO_PLAN = timedelta(weeks=8)
BOTH_IN_ONE_ORDER = timedelta(weeks=5)
FIRST_PROPOSED_MOVE = 2030

Sum = Callable[[Duty, Event, Case], date | None]


def amended_plan(duty: Duty, trigger: Event, case: Case) -> date | None:
    """AR-09: the earlier of 8 weeks from the notice and 12 from its meeting, as one row that hangs on the meeting where there is one."""
    if trigger.event == "amendment_notice":
        return trigger.on + NOTICE_TO_PLAN
    cap = trigger.on + WHOLE_AMENDMENT
    notice = next((notice for notice in case.named("notice_of_review") if notice.key > trigger.key), None)
    later = next((meeting for meeting in case.named("review_meeting") if meeting.key > trigger.key), None)
    is_own = notice is not None and (later is None or notice.key < later.key)
    return min(cap, notice.on + NOTICE_TO_PLAN) if notice is not None and is_own else cap


def _year(trigger: Event) -> int:
    return int(str(trigger.fields["year"]))


def before_15_february(duty: Duty, trigger: Event, case: Case) -> date | None:
    """AR-13: the day before 15 February of the year of transfer. The regulation says before (AR-16)."""
    return date(_year(trigger), 2, 14)


def before_31_march(duty: Duty, trigger: Event, case: Case) -> date | None:
    """AR-14: the day before 31 March."""
    return date(_year(trigger), 3, 30)


def twelve_weeks_earlier(duty: Duty, trigger: Event, case: Case) -> date | None:
    """AR-17: the latest review meeting that still leaves the 12 weeks of an amendment before AR-13."""
    return date(_year(trigger), 2, 14) - WHOLE_AMENDMENT


def five_months_before(duty: Duty, trigger: Event, case: Case) -> date | None:
    """AR-15: 5 months before the course starts, by corresponding date."""
    starts_on = trigger.fields["starts_on"]
    return months_after(starts_on, -5) if isinstance(starts_on, date) else None


def handing_over(duty: Duty, trigger: Event, case: Case) -> date | None:
    """MV-01: the day of the move, or 15 working days beginning with the day the old council learned, where that was too late."""
    learned = learned_of(trigger, case)
    if learned is None:
        return None
    if working_days_in(learned.on, trigger.on) >= duty.amount:
        return trigger.on
    return days_beginning_with(learned.on, duty.amount)


def learned_of(moved: Event, case: Case) -> Event | None:
    """When the old council first knew of this move: the first record since the move before, or the first one after the move."""
    earlier = [other.key for other in case.named("moved_in") if other.key < moved.key]
    known = [event for event in case.named("move_known") if not earlier or event.key > earlier[-1]]
    return known[0] if known else None


def first_review(duty: Duty, trigger: Event, case: Case) -> date | None:
    """MV-04: the later of 12 months from when the plan was made or last reviewed and 3 months from the transfer."""
    in_new_area = months_beginning_with(trigger.on, duty.amount)
    reviewed = made_or_reviewed(trigger, case)
    return in_new_area if reviewed is None else max(in_new_area, months_beginning_with(reviewed.on, 12))


def made_or_reviewed(transfer: Event, case: Case) -> Event | None:
    """The latest of the plan's making and its reviews before a transfer, where the case has one."""
    earlier = [event for name in ("plan_finalised", "review_ended") for event in case.named(name) if event.key < transfer.key]
    return max(earlier, key=lambda event: event.key, default=None)


def appeal(duty: Duty, trigger: Event, case: Case) -> date | None:
    """TR-10: the later of 2 months from the notice and 1 month from its certificate, moved once by Tribunal time (TR-12)."""
    period = months_after(trigger.on, duty.amount)
    issued = [certificate.on for certificate in case.named("mediation_certificate") if notice_of(certificate, case) is trigger]
    return appeal_day(max(period, months_after(issued[0], 1)) if issued else period)


def notice_of(certificate: Event, case: Case) -> Event | None:
    """The notice a certificate names; without a name, the latest earlier notice that needs a certificate."""
    earlier = [notice for notice in case.named("notice_sent") if notice.key <= certificate.key]
    named = certificate.fields.get("notice")
    found = [notice for notice in earlier if (notice.value != "section_i" if named is None else notice.id == named)]
    return found[-1] if found else None


def name_in_order(duty: Duty, trigger: Event, case: Case) -> date | None:
    """TR-20 name: 2 weeks, or 5 where contents are changed too by an order or concession of the same day."""
    contents = case.named(f"{trigger.event}=contents")
    both = any(other.on == trigger.on for other in contents)
    return trigger.on + (BOTH_IN_ONE_ORDER if both else timedelta(weeks=duty.amount))


def end_of_phase(duty: Duty, trigger: Event, case: Case) -> date | None:
    """PR-01, proposed: the last day of the school year before a move to secondary school, for moves from 2030 on."""
    year = _year(trigger)
    return date(year, 8, 31) if year >= FIRST_PROPOSED_MOVE else None


SUMS: Mapping[str, Sum] = {
    sum_.__name__: sum_
    for sum_ in (
        amended_plan, before_15_february, before_31_march, twelve_weeks_earlier, five_months_before, handing_over, first_review, appeal,
        name_in_order, end_of_phase,
    )
}
