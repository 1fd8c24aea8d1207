"""What a history may not say, and what is odd in one."""

from collections.abc import Iterator, Sequence

from sooner.clocks.case import PROPOSALS, Case, Event, Refused, in_order, shown
from sooner.clocks.deadline import Deadline
from sooner.clocks.exemptions import holds, out_of_reach, why_not
from sooner.clocks.sums import learned_of, made_or_reviewed, notice_of
from sooner.clocks.working_days import is_loaded
from sooner.law.england_2014.bank_holidays import bank_holidays
from sooner.law.england_2014.duties import duties

STARTS = ("request_received", "became_responsible")

# An answer is refused where it comes before every event it could answer, and at least one of them is in the case.
ANSWERS = {
    "decision_assess": STARTS,
    "decision_issue": STARTS,
    "reassessment_decision": ("reassessment_requested",),
    "review_report": ("review_meeting",),
    "review_decision": ("review_meeting",),
    "mediation_certificate": ("notice_sent",),
}

# The same order is odd, not impossible, between these.
USUALLY_AFTER = {
    "request_withdrawn": STARTS,
    "draft_served": STARTS,
    "plan_finalised": STARTS,
    "representations_received": ("draft_served", "amendment_notice"),
    "setting_replied": ("setting_consulted",),
    "amended_plan_final": ("amendment_notice",),
    "reassessed_plan_final": ("reassessment_decision",),
    "transfer_notified": ("transferred",),
    "first_review_after_transfer": ("transferred",),
    "mediation_contact": ("notice_sent",),
    "mediation_held": ("mediation_wanted",),
    "appeal_registered": ("notice_sent",),
    "appeal_sent_to_authority": ("appeal_registered",),
    "order_step_done": ("order", "concession"),
}

# Which plan may not be made final before the family's window of this rule has ended.
FINAL_AFTER = {"EHC-11": "plan_finalised", "AR-08": "amended_plan_final"}


def must_be_possible(case: Case) -> None:
    """Raises Refused for an answer that comes before every event it could answer."""
    for name, asked in ANSWERS.items():
        if name in case.by_name:
            _must_follow(case.by_name[name][0], _earliest(case, asked))
    for event in case.named("advice_received"):
        _must_follow(event, next((asked for asked in case.named("advice_requested") if asked.id == event.id), None))


def _earliest(case: Case, names: Sequence[str]) -> Event | None:
    return min((case.by_name[name][0] for name in names if name in case.by_name), key=in_order, default=None)


def _must_follow(event: Event, first: Event | None) -> None:
    if first is not None and event.key < first.key:
        raise Refused(
            f'{event.event} on "{event.on}" comes before the earliest {first.event} it could answer, on {first.on}; correct one of the days.'
        )


def warnings(case: Case, deadlines: Sequence[Deadline]) -> Iterator[str]:
    """What a reader of the answer has to know: plans, exemptions that fail, odd order, and years without bank holidays."""
    if case.pack == PROPOSALS:
        yield "Rows marked proposed are the government's proposals of February 2026, which are not law; every other row is the law in force."
    yield from _plans(case)
    yield from _exemptions(case, deadlines)
    yield from _order(case)
    yield from _early_plans(case, deadlines)
    yield from _reversals(case)
    yield from _gaps(case)
    yield from _years(deadlines)


def _plans(case: Case) -> Iterator[str]:
    if not case.events or case.events[-1].on <= case.today:
        return
    for event in case.events:
        if event.on > case.today:
            yield f"{event.event} on {event.on} is after today, so it counts as a plan: it can move a limit but no duty is met by it."


def _exemptions(case: Case, deadlines: Sequence[Deadline]) -> Iterator[str]:
    for exemption in case.happened("exemption"):
        yield from out_of_reach(exemption)
        if not any(holds(case, exemption, row.law, row.for_, row.limit_on) for row in deadlines):
            yield why_not(case, exemption)


def _order(case: Case) -> Iterator[str]:
    for name, usual in USUALLY_AFTER.items():
        if name not in case.by_name:
            continue
        first = _earliest(case, usual)
        for event in case.by_name[name] if first else ():
            if first and event.key < first.key:
                yield f"{name} on {event.on} comes before every {' or '.join(usual)} in the case, so it answers none of them."


def _early_plans(case: Case, deadlines: Sequence[Deadline]) -> Iterator[str]:
    for row in deadlines:
        if row.law.id not in FINAL_AFTER or row.done_on is not None:
            continue
        final = FINAL_AFTER[row.law.id]
        if any(plan.key >= row.for_.key and plan.on <= row.limit_on for plan in case.happened(final)):
            yield f"{final} comes before the family's 15 days end on {row.limit_on}, and no answer from the family is recorded."


def _reversals(case: Case) -> Iterator[str]:
    for name in ("decision_assess", "decision_issue"):
        refusals = case.happened(f"{name}=no")
        for yes in case.happened(f"{name}=yes"):
            if refusals and yes.key > refusals[0].key and not case.happened("order") and not case.happened("concession"):
                yield f"{name} yes on {yes.on} follows a refusal; no new limit starts from it unless an order or a concession is recorded."


def _gaps(case: Case) -> Iterator[str]:
    for moved in case.named("moved_in"):
        if learned_of(moved, case) is None:
            yield f"moved_in on {moved.on} has no move_known, so the day by which the plan must be handed over (MV-01) is not known."
    for transfer in case.named("transferred"):
        if made_or_reviewed(transfer, case) is None:
            yield f"transferred on {transfer.on}: when the plan was made or last reviewed is not recorded, so MV-04 counts 3 months only."
    for closure in case.named("school_closed"):
        if str(closure.fields["until"]) <= str(closure.on):
            yield f"school_closed on {closure.on} re-opens on {closure.fields['until']}, which is no closure at all."
    for step in case.named("order_step_done"):
        if not any(f"order_step_done={step.value}" in duty.met_by for duty in duties()):
            yield f"order_step_done {step.value} on {step.on} is not a dated step of such an order, so it answers nothing."
    yield from _certificates(case)
    yield from _advice(case)


def _certificates(case: Case) -> Iterator[str]:
    seen: list[Event] = []
    for certificate in case.named("mediation_certificate"):
        notice = notice_of(certificate, case)
        if notice is None and case.named("notice_sent"):
            yield f"mediation_certificate on {certificate.on} belongs to no notice before it, so it moves no time to appeal."
        if notice is not None and any(notice is other for other in seen):
            yield f"mediation_certificate on {certificate.on} is the second for one notice; the first one counts."
        seen += [notice] if notice is not None else []


def _advice(case: Case) -> Iterator[str]:
    asked = case.named("advice_requested")
    for advice in case.named("advice_received"):
        if len(asked) > 1 and all(each.id != advice.id for each in asked):
            yield f"advice_received on {advice.on} has the id {shown(advice.id)}, which no advice_requested has, so it answers none of them."


def _years(deadlines: Sequence[Deadline]) -> Iterator[str]:
    if deadlines and not (is_loaded(deadlines[0].limit_on) and is_loaded(deadlines[-1].limit_on)):
        table = bank_holidays()
        yield (
            f"Bank holidays are known here only from {table.first_year} to {table.last_year}; "
            "for days outside those years only weekends are skipped."
        )
