"""Recording what happened in a case besides the steps with pages of their own, with its notice, and taking back what was recorded wrongly."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sooner_service.design.words import lower_first, uk_date
from sooner_service.ehc.actions.events import CannotStep, keep_event, write_state
from sooner_service.ehc.actions.notices import keep_notice, send_notice
from sooner_service.ehc.models import Case, CaseDocument, CaseEvent
from sooner_service.ehc.queries.changes import changes_by
from sooner_service.ehc.queries.history import event_words
from sooner_service.ehc.recordable import RECORDABLE, notice_kind
from sooner_service.ehc.required_notices import APPEALABLE
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting
from sooner_service.register.notices import NamesAChild, tell_family

NOT_TOLD = frozenset({"notice_sent", "fault_known", "act_of_discrimination", "penalty_notice", "penalty_paid"})
TOLD_DATES = 2


@dataclass(frozen=True)
class Happened:
    """What happened: the event in the vocabulary of the clocks, its day and fields, and the reasons or words that go with it.

    `sends_notice` asks for the statutory notice to go out now; without it the notice is kept as sent on `on`, by another way.
    `rights` are the words of the notice, and `told` the people checked as its recipients; None is everybody entitled.
    """

    event: str
    on: date
    fields: Mapping[str, object] = field(default_factory=dict)
    reasons: str = ""
    sends_notice: bool = False
    rights: Mapping[str, str] = field(default_factory=dict)
    told: frozenset[int] | None = None


def record_event(*, viewer: Viewer, case: Case, happened: Happened) -> CaseEvent:
    """Keep one event of the case, with its notice where the law asks for one. Raises CannotStep for what cannot be, Refused."""
    if happened.event not in RECORDABLE:
        raise CannotStep("This step has a page of its own in the case. Record it there.")
    with acting(viewer, record="ehc_case", action="record", organisation_id=case.authority_id) as act:
        changes = changes_by(case, happened.event, on=happened.on, fields=_with_mark(case, happened), today=viewer.on)
        if changes.problem:
            raise CannotStep(changes.problem)
        kept = keep_event(
            viewer, case, event=happened.event, fields=_with_mark(case, happened), reasons=happened.reasons.strip(), on=happened.on
        )
        kind = notice_kind(happened.event, happened.fields)
        if kind and happened.sends_notice:
            _send(viewer, case, kept, kind, happened)
        else:
            if kind in APPEALABLE:
                keep_notice(viewer, case, kind=kind, on=happened.on)
            _tell(viewer, case, kept, [f"{row.duty} by {uk_date(row.limit_on)}" for row in changes.started[:TOLD_DATES]])
        _mark_child(case, kept)
        act.made, act.child = kept, case.child
        act.details = {"event": happened.event}
        return kept


def take_back_event(*, viewer: Viewer, case: Case, event: CaseEvent, because: str) -> CaseEvent:
    """Take back an event that was recorded wrongly: it no longer counts, and the record stays and says why. Raises CannotStep, Refused."""
    with acting(viewer, record="ehc_case", action="record", organisation_id=case.authority_id) as act:
        if event.case_id != case.pk or event.withdrawn_because or event.event not in RECORDABLE:
            raise CannotStep("This cannot be taken back here. Look at the case's history.")
        if event.notices.exists():
            raise CannotStep("A notice went out with this, so it cannot be taken back. Record what happens next instead.")
        if not because.strip():
            raise CannotStep("Say what was wrong. It stays in the history.")
        event.withdrawn_because = because.strip()[:200]
        event.save(update_fields=["withdrawn_because"])
        write_state(viewer, case)
        act.made, act.child = event, case.child
        act.details = {"event": event.event}
        return event


def _with_mark(case: Case, happened: Happened) -> dict[str, object]:
    """The fields, with a mark where others refer to this event by one."""
    fields = {name: value.isoformat() if isinstance(value, date) else value for name, value in happened.fields.items() if value not in (None, "")}
    return {**fields, "id": f"notice-{case.events.count()}"} if happened.event == "notice_sent" else fields


def _send(viewer: Viewer, case: Case, kept: CaseEvent, kind: str, happened: Happened) -> None:
    if happened.on != viewer.on:
        raise CannotStep("A notice that is sent from here goes out today. For an earlier day, say that the family has it already.")
    if not happened.reasons.strip() and kind not in {"amended", "reassessed"}:
        raise CannotStep("Write the reasons, or the changes that are proposed. The family is told them.")
    _lock_text(viewer, case, is_final=kind in {"amended", "reassessed"}, is_plan=kind in {"changes", "amended", "reassessed"})
    written = {**happened.rights, "changes" if kind == "changes" else "reasons": happened.reasons.strip()}
    send_notice(viewer, case, kind=kind, event=kept, written=written, told=happened.told)


def _lock_text(viewer: Viewer, case: Case, *, is_final: bool, is_plan: bool) -> None:
    """The text that goes with the notice, if one was written here, cannot change any more."""
    document = CaseDocument.objects.select_for_update().filter(case=case, locked_at__isnull=True).first()
    if is_plan and document is not None:
        document.kind, document.locked_at = "final" if is_final else "draft", viewer.now
        document.save(update_fields=["kind", "locked_at"])


def _tell(viewer: Viewer, case: Case, kept: CaseEvent, next_steps: list[str]) -> None:
    """What happened and which dates it starts, in the words of the law's duties; without them where a month is also the child's name."""
    if case.child is None or kept.event in NOT_TOLD:
        return
    after = f" What comes next: {'; '.join(lower_first(step) for step in next_steps)}." if next_steps else ""
    body = f"{event_words(kept)}, on {uk_date(kept.on)}.{after} Your page shows each date and why."
    subject = "Something new in the EHC case"
    try:
        tell_family(viewer, child=case.child, step=kept.event, reference=case.reference, subject=subject, body=body)
    except NamesAChild:
        plain = "Something was recorded in the case. Your page shows what it is, and each date."
        tell_family(viewer, child=case.child, step=kept.event, reference=case.reference, subject=subject, body=plain)


def _mark_child(case: Case, kept: CaseEvent) -> None:
    """The mark in the child's record follows the plan: support in school is what remains when a plan ends."""
    child = case.child
    if child is None or kept.event not in {"plan_ceased", "order", "concession"}:
        return
    has_plan = case.state == "plan_final"
    if has_plan == (child.sen_status == "E") or (not has_plan and kept.event != "plan_ceased"):
        return
    child.sen_status, child.tier = ("E", 3) if has_plan else ("K", 2)
    child.save(update_fields=["sen_status", "tier"])
