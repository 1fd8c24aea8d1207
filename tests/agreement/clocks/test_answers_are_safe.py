"""Properties of every answer, over invented histories."""

from datetime import date, timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.factories.facts import answered, case

from sooner.clocks import Answer, Deadline, Refused, answer
from sooner.clocks.vocabulary import DATE, EVENTS, FLAG, NAME, RULES, YEAR
from sooner.ehc import allowed_events, stages, state_after

FIRST, LAST = date(2025, 6, 1), date(2027, 12, 31)
BEFORE = {"AR-03", "AR-04", "AR-13", "AR-14", "AR-15", "AR-17", "TR-07", "TR-15", "SC-17", "SC-22"}
MOVABLE = {"TR-10", "AR-09", "AR-01", "EHC-11"}
# Beyond the four: what each of these rows itself is made of.
PARTS = {
    "MV-01": {"move_known", "moved_in"}, "MV-04": {"plan_finalised", "review_decision", "first_review_after_transfer", "amendment_notice"},
    "TR-20": {"order", "concession"},
}
FEW_IDS = st.sampled_from(["a", "b"])
DAYS = st.dates(FIRST, LAST)


def _value(holds: object) -> st.SearchStrategy[object]:
    if isinstance(holds, tuple):
        return st.sampled_from(holds)
    return {
        DATE: DAYS.map(date.isoformat), NAME: FEW_IDS, FLAG: st.booleans(), YEAR: st.integers(2026, 2028),
        RULES: st.lists(st.sampled_from(["EHC-04", "EHC-08", "EHC-17"]), min_size=1, max_size=2),
    }[str(holds)]


@st.composite
def an_event(draw: st.DrawFn) -> dict[str, object]:
    name = draw(st.sampled_from(list(EVENTS)))
    kind = EVENTS[name]
    needed = {key for key in kind.fields if key in kind.needs or name == "phase_transfer" or draw(st.booleans())}
    return {"event": name, "on": draw(DAYS).isoformat(), **{key: draw(_value(kind.fields[key])) for key in sorted(needed)}}


@st.composite
def a_case(draw: st.DrawFn) -> dict[str, object]:
    return {
        "pack": "england_2014", "today": draw(DAYS).isoformat(), "counting": draw(st.sampled_from(["exclusive", "inclusive"])),
        "events": draw(st.lists(an_event(), max_size=14)),
    }


def _answer(facts: dict[str, object]) -> Answer:
    try:
        return answer(facts)
    except Refused:
        assume(False)
        raise


def _same(one: Deadline) -> tuple[object, ...]:
    return one.rule, one.step, one.for_.event, one.for_.on, str(one.for_.id), one.for_.value, str(sorted(one.for_.fields.items(), key=str))


usual = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])


@usual
@given(a_case())
def test_a_limit_never_comes_before_what_started_it(facts):
    for each in _answer(facts).deadlines:
        if each.rule not in BEFORE:
            early = timedelta(days=1) if each.is_early else timedelta(0)
            assert each.limit_on >= each.for_.on - early


@usual
@given(a_case(), st.randoms())
def test_the_order_of_the_list_does_not_matter(facts, chance):
    shuffled = list(facts["events"])
    chance.shuffle(shuffled)
    assert _answer(facts) == answer({**facts, "events": shuffled})


@usual
@given(a_case(), an_event())
def test_one_more_event_moves_only_the_duties_that_may_move(facts, more):
    before = {_same(each): each.limit_on for each in _answer(facts).deadlines}
    after = {_same(each): each.limit_on for each in _answer({**facts, "events": [*facts["events"], more]}).deadlines}
    moved = {key[0] for key in before.keys() & after.keys() if before[key] != after[key]}
    by_part = {rule for rule, parts in PARTS.items() if more["event"] in parts}
    by_closure = {str(key[0]) for key in before if str(key[0]).startswith("SC-")} if more["event"] == "school_closed" else set()
    assert moved <= MOVABLE | by_part | by_closure


@usual
@given(a_case(), st.sampled_from(["X-1", "X-2", "X-3", "X-4", "X-5", "X-7"]), DAYS)
def test_taking_an_exemption_away_restores_the_status_and_none_moves_a_limit(facts, ground, on):
    plain = {**facts, "events": [each for each in facts["events"] if each["event"] != "exemption"]}
    exempt = {"event": "exemption", "on": on.isoformat(), "ground": ground, "impractical": True, "until": LAST.isoformat()}
    before, after = _answer(plain), _answer({**plain, "events": [*plain["events"], exempt]})
    for one, other in zip(before.deadlines, after.deadlines, strict=True):
        assert (one.law, one.for_, one.limit_on) == (other.law, other.for_, other.limit_on)
        assert other.status in {one.status, "disapplied"}
        assert other.status == one.status or one.status in {"open", "late"}
    assert answer(plain) == before


@usual
@given(a_case())
def test_every_row_agrees_with_itself(facts):
    found = _answer(facts)
    today = date.fromisoformat(str(facts["today"]))
    for each in found.deadlines:
        assert each.act_by <= each.limit_on
        assert (each.days_late is not None) == (each.status == "late")
        assert each.status != "met" or (each.done_on is not None and each.done_on <= min(each.limit_on, today))
        assert each.owner != "family" or each.status != "late"
        assert each.because.endswith(".")
        assert each.family_status in {each.status, "met", "open"}
    keys = [(each.limit_on, each.rule) for each in found.deadlines]
    assert keys == sorted(keys)


@usual
@given(a_case())
def test_the_stages_of_any_answer_can_be_drawn_and_its_state_has_events(facts):
    drawn = stages(facts["events"], _answer(facts).deadlines)
    assert len(drawn) == 6
    assert sum(each.state == "current" for each in drawn) <= 1
    assert all(each.status_words for each in drawn)
    try:
        state = state_after(facts["events"])
    except Refused as refusal:
        assert str(refusal).endswith(".")
    else:
        assert allowed_events(state)


@usual
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["pack", "today", "events", "event", "on", "id"]), inner), max_leaves=12))
def test_anything_at_all_is_answered_or_refused_in_one_line(facts):
    try:
        answer(facts)
    except Refused as refusal:
        assert "\n" not in str(refusal)


def test_every_status_can_be_reached():
    exempt = "exemption 2026-02-01 ground=X-3 impractical=true rules=EHC-17"
    found = answered(
        "request_received 2026-01-12", "decision_assess 2026-02-20 decision=yes", "draft_served 2026-05-20", exempt,
        "advice_requested 2026-04-30 body=ep", today="2026-06-08",
    )
    assert {each.status for each in found.deadlines} == {"met", "late", "disapplied", "not_applicable", "ended", "open"}


def test_a_case_in_the_factory_is_the_contracts():
    assert answer(case()) == Answer((), ())
