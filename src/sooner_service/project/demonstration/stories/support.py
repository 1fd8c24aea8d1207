"""The story of one child's support, chosen by status and chance: waiting, just begun, running, stuck, given up or grown out of."""

from collections.abc import Iterator
from datetime import date, timedelta

from sooner_service.project.demonstration import happenings as h
from sooner_service.project.demonstration.blueprint import ChildPlan
from sooner_service.project.demonstration.phrases import concern_words
from sooner_service.project.demonstration.pupils import MAYA_KEY
from sooner_service.project.demonstration.stories.first_look import FirstLook
from sooner_service.project.demonstration.stories.help_given import PACE, HelpGiven, Period, choose_support
from sooner_service.project.demonstration.stories.plan_written import write_plan
from sooner_service.project.demonstration.stories.telling import Telling
from sooner_service.project.demonstration.who import Who

WITH_SUPPORT = {"waiting": 11.0, "begun": 9.0, "running": 50.0, "second_support": 22.0, "stuck": 8.0}
WITH_PLAN = {"quiet": 34.0, "running": 40.0, "second_support": 16.0, "stuck": 10.0}
WITHOUT = {"": 94.2, "grown_out_of": 2.9, "noted_and_closed": 1.6, "waiting": 1.3}
LONGEST_WAIT = 130
BROKEN_DELIVERY, USUAL_DELIVERY = (0.35, 0.6), (0.84, 0.98)


def support_story(who: Who, child: ChildPlan) -> Iterator[h.Happening]:
    """What happened about support for one child. Nothing yet for Maya, whose story the reader writes."""
    if child.key == MAYA_KEY:
        return iter(())
    telling = Telling(who, child, "support")
    kind = telling.draw.weighted({"N": WITHOUT, "K": WITH_SUPPORT, "E": WITH_PLAN}[child.sen_status])
    tellers = {
        "waiting": _waiting, "begun": _begun, "running": _running, "second_support": _second_support, "stuck": _stuck, "grown_out_of": _grown_out_of,
        "noted_and_closed": _noted_and_closed,
    }
    if kind in tellers:
        tellers[kind](telling)
    return iter(telling.told)


def _waiting(telling: Telling) -> None:
    """A concern without support yet: unanswered, answered, waiting for a baseline, for a signature, or for somebody to start."""
    look = FirstLook(telling)
    noted = max(telling.days_before_today(1, 45), telling.earliest)
    concern = look.noted(noted)
    state = telling.draw.weighted({"unanswered": 4.0, "answered": 3.0, "to_sign": 2.0, "signed": 2.0})
    if state == "unanswered":
        return
    answered = telling.later(noted, 0, 6)
    look.answered(concern, answered)
    if state == "answered" or answered >= telling.today:
        return
    looked = telling.later(answered, 1, 12)
    look.looked(concern, looked)
    if state == "signed":
        look.signed(telling.days.after(looked, 1))
    elif not telling.who.anybody_may_sign(telling.child.setting, looked, telling.phase(looked)):
        look.asked(telling.days.after(looked, telling.draw.one_of((0, 1, 2)) or 1))


def _begun(telling: Telling) -> None:
    _with_first_look(telling, telling.days_before_today(1, 9))


def _running(telling: Telling) -> None:
    given = _with_first_look(telling, telling.days_before_today(14, 44))
    if given and telling.draw.happens(0.3):
        day = telling.school_day(given.period.starts_on + timedelta(days=telling.draw.between(42, 56)))
        given.decided(day, telling.draw.weighted({"keep": 70.0, "restore_delivery": 15.0, "change": 15.0}))


def _stuck(telling: Telling) -> None:
    """Half of the sessions did not happen, hardly anybody measured, and the family was never answered."""
    _with_first_look(telling, telling.days_before_today(25, 50), delivery=BROKEN_DELIVERY, measured=0.3, answers=0.15)


def _second_support(telling: Telling) -> None:
    """A first support, looked at and changed, and a second one now."""
    now = telling.days_before_today(3, 34)
    first = _with_first_look(telling, telling.school_day(now - timedelta(weeks=telling.draw.between(8, 12))), until=now, most_times=3)
    if first is None:
        return
    pace = first.period.pace
    kind = "change" if pace == "above" else telling.draw.weighted({"change": 55.0, "step_up": 35.0, "keep": 10.0})
    decided = telling.days.before(now, 1)
    first.decided(decided, kind)
    telling.say(h.GoalClosed, now, telling.teacher(now), first.goal, hour=7)
    look = FirstLook(telling)
    again = _help(telling, look.levels | {first.area: 3}, now, key=f"{telling.child.key}/help-2", but_not=first.period.support.code, wants_individual=0.55)
    _given(telling, again, first.area, first.concern)


def _grown_out_of(telling: Telling) -> None:
    """Support that worked, some time ago: faded, and the concern closed."""
    start = telling.days_before_today(110, 520)
    given = _with_first_look(telling, start, pace="above", most_times=2, delivery=(0.9, 1.0), wants_individual=0.0)
    if given is None:
        return
    end = telling.days.on_or_before(given.period.until - timedelta(days=1))
    given.decided(end, "fade")
    telling.say(h.GoalClosed, end, telling.teacher(end), given.goal, hour=17)
    telling.say(h.ConcernClosed, telling.days.after(end, 2), telling.senco, given.concern, concern_words().closed[-1], hour=10)


def _noted_and_closed(telling: Telling) -> None:
    look = FirstLook(telling)
    noted = max(telling.days_before_today(30, 500), telling.earliest)
    concern = look.noted(noted)
    look.answered(concern, telling.later(noted, 0, 7))
    telling.say(h.ConcernClosed, telling.later(noted, 14, 40), telling.senco, concern, telling.draw.one_of(concern_words().closed[:-1]), hour=10)


def _with_first_look(
    telling: Telling, start: date, *, until: date | None = None, pace: str = "", most_times: int = 4, measured: float = 0.86,
    delivery: tuple[float, float] = USUAL_DELIVERY, answers: float = 0.8, wants_individual: float = 0.32,
) -> HelpGiven | None:
    """From the concern to the support that began on a day; None where the child came too late for that."""
    look, draw = FirstLook(telling), telling.draw
    wait = min(LONGEST_WAIT, int(draw.lognormvariate(2.5, 0.85)))
    noted = max(telling.days.on_or_before(start - timedelta(days=wait)), telling.earliest)
    if noted > start:
        return None
    concern = look.noted(noted)
    between = max(0, (start - noted).days)
    look.answered(concern, telling.school_day(noted + timedelta(days=min(between, draw.between(0, 6)))))
    if draw.happens(0.9):
        looked = telling.days.on_or_before(start - timedelta(days=draw.between(0, min(between, 5))))
        look.looked(concern, max(looked, noted))
        look.signed(max(looked, noted))
    if draw.happens(0.25):
        look.talked(telling.later(start, 1, 20))
    period = _help(
        telling, look.levels, start, key=f"{telling.child.key}/help-1", until=until, pace=pace, most_times=most_times, measured=measured,
        delivery=delivery, wants_individual=1.0 if telling.child.sen_status == "E" else wants_individual,
    )
    return _given(telling, period, look.area, concern, answers=answers)


def _help(
    telling: Telling, levels: dict[str, int], start: date, *, key: str, until: date | None = None, pace: str = "", most_times: int = 4,
    measured: float = 0.86, delivery: tuple[float, float] = USUAL_DELIVERY, wants_individual: float, but_not: str = "",
) -> Period:
    draw = telling.draw
    support = choose_support(telling, levels, start, is_individual=draw.happens(wants_individual), most_times=most_times, but_not=but_not)
    lowest, highest = delivery
    return Period(
        key=key, support=support, starts_on=start, until=until or start + timedelta(weeks=support.weeks),
        delivery=lowest + draw.random() * (highest - lowest), pace=pace or draw.weighted(dict(zip(PACE, (22.0, 40.0, 26.0, 12.0), strict=True))),
        measured=measured,
    )


def _given(telling: Telling, period: Period, area: str, concern: str, *, answers: float = 0.8) -> HelpGiven:
    given = HelpGiven(telling, period, area, concern)
    given.tell(with_goal=telling.draw.happens(0.93) or period.support.is_individual)
    if period.support.is_individual:
        write_plan(telling, given, answers=answers)
    return given
