"""How fast 10,000 cases of 30 events are answered, against naive re-computation of the same cases in the same run."""

import json
import random
import subprocess
import sys
import time
from datetime import date, timedelta

from sooner.clocks import answer
from sooner.clocks.case import Case, read_case
from sooner.clocks.deadline import Deadline
from sooner.clocks.rows import rows_of
from sooner.law.england_2014.duties import duties

CASES = 10_000
EVENTS_A_CASE = 30
SEED = 1
# One case's course, in days from the request: request to plan, then a review each year until the case has its 30 events.
FIRST_YEAR = (
    ("request_received", 0, {}), ("decision_assess", 39, {"decision": "yes"}), ("advice_requested", 40, {"body": "ep", "id": "a"}),
    ("advice_requested", 40, {"body": "health", "id": "b"}), ("advice_requested", 41, {"body": "school", "id": "c"}),
    ("advice_received", 70, {"id": "a"}), ("advice_received", 75, {"id": "c"}), ("advice_received", 88, {"id": "b"}),
    ("decision_issue", 100, {"decision": "yes"}), ("draft_served", 108, {"method": "email"}), ("representations_received", 118, {}),
    ("setting_consulted", 119, {"id": "s"}), ("setting_replied", 130, {"id": "s"}), ("plan_finalised", 138, {}),
)
EACH_REVIEW = (
    ("review_meeting", 300, {}), ("review_report", 312, {}), ("review_decision", 326, {"decision": "amend"}), ("amendment_notice", 326, {}),
    ("amended_plan_final", 370, {}),
)


def invented_case(chance: random.Random) -> dict[str, object]:
    """One case: most steps near their usual day, a few weeks early or late."""
    start = date(2020, 1, 1) + timedelta(days=chance.randrange(1500))
    course = list(FIRST_YEAR)
    for year in range(4):
        course += [(name, day + 365 * year, fields) for name, day, fields in EACH_REVIEW]
    events = []
    for name, day, fields in course[:EVENTS_A_CASE]:
        late = chance.randrange(0, 12) + 20 * (day // 300)
        events.append({"event": name, "on": (start + timedelta(days=day + late)).isoformat(), **fields})
    events[0]["on"] = start.isoformat()
    events.sort(key=lambda each: str(each["on"]))
    return {"pack": "england_2014", "today": "2026-11-01", "events": _possible(events)}


def _possible(events: list[dict[str, object]]) -> list[dict[str, object]]:
    """Puts answers after what they answer, where chance has crossed them."""
    asked = {str(each["id"]): str(each["on"]) for each in events if each["event"] == "advice_requested"}
    for each in events:
        if each["event"] == "advice_received":
            each["on"] = max(str(each["on"]), asked[str(each["id"])])
    meetings = [str(each["on"]) for each in events if each["event"] == "review_meeting"]
    for each in events:
        if each["event"] in ("review_report", "review_decision"):
            each["on"] = max(str(each["on"]), min(meetings))
    return events


class Recomputed(dict):
    """Finds events by going through the whole case each time, as a query for each rule would."""

    def __init__(self, read: Case) -> None:
        super().__init__()
        self.every, self.read = read.events, read.by_name

    def get(self, name: str, default: object = None) -> object:
        """The events of this name, or of this `name=value`."""
        if name in ("review_ended", "notice_alone", "notice_of_review"):
            return self.read.get(name, default)
        return [each for each in self.every if name in (each.event, f"{each.event}={each.value}")] or default

    def __contains__(self, name: object) -> bool:
        return bool(self.get(str(name)))


def naive(facts: dict[str, object]) -> list[Deadline]:
    """Every rule tried against every event."""
    read = read_case(facts)
    slow = read._replace(by_name=Recomputed(read))
    return [row for duty in duties() for row in rows_of(duty, slow)]


def start_time() -> float:
    """Seconds for `sooner clocks` on one small case: the middle of five."""
    case = json.dumps({"pack": "england_2014", "today": "2026-05-01", "events": [{"event": "request_received", "on": "2026-01-12"}]})
    code = "import sys; from sooner_command.main import main; sys.exit(main(['clocks', '-', '--json']))"
    taken = []
    for _ in range(5):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], input=case, text=True, capture_output=True, check=True)
        taken.append(time.perf_counter() - begun)
    return sorted(taken)[2]


def main() -> int:
    """Run both ways, compare every row, print the figures."""
    chance = random.Random(SEED)
    cases = [invented_case(chance) for _ in range(CASES)]
    answer(cases[0])
    begun, processor = time.perf_counter(), time.process_time()
    rows = sum(len(answer(case).deadlines) for case in cases)
    taken, processor = time.perf_counter() - begun, time.process_time() - processor
    begun = time.perf_counter()
    rows_naively = sum(len(naive(case)) for case in cases)
    naively = time.perf_counter() - begun
    assert rows == rows_naively
    for case in cases[::20]:
        assert sorted(map(_figures, answer(case).deadlines)) == sorted(map(_figures, naive(case)))
    print(f"{CASES} cases, {sum(len(each['events']) for each in cases)} events, {rows} rows, {len(duties())} rules")
    print(f"answered in {taken:.2f} s ({taken / CASES * 1e6:.0f} microseconds a case; {processor:.2f} s of processor time); aim 2 s")
    print(f"naive re-computation {naively:.2f} s, {naively / taken:.1f} times as long; the same rows")
    print(f"sooner clocks starts and answers in {start_time() * 1000:.0f} ms; aim 150 ms")
    return 0


def _figures(row: Deadline) -> tuple[str, str, str, str, str]:
    return row.rule, str(row.step), f"{row.for_.on} {row.for_.id}", str(row.limit_on), f"{row.status} {row.done_on} {row.days_late}"


if __name__ == "__main__":
    sys.exit(main())
