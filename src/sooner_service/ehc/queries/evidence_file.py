"""Everything about one case in one document: facts, dates, rules, events, authors, notices. The child appears by reference only."""

from typing import Any

from sooner.clocks import Deadline
from sooner.ehc import state_words
from sooner_service.design.words import uk_moment
from sooner_service.ehc.dates import PACK
from sooner_service.ehc.models import Case, CaseDocument, CaseEvent, CaseNotice
from sooner_service.ehc.queries.advice import advice_rows
from sooner_service.ehc.queries.file import date_row, file_of
from sooner_service.ehc.queries.history import LIMBS, event_words
from sooner_service.ehc.queries.letters import notices_of
from sooner_service.register.access import NotFound, Viewer

STANDING = {
    "in_force": "law in force", "statutory_guidance": "statutory guidance", "proposed": "proposed, not law", "derived": "worked out from the law",
    "practice": "practice",
}


def notice_in(case: Case, number: int) -> CaseNotice:
    """One notice of this case. Raises NotFound."""
    found = CaseNotice.objects.filter(case=case, pk=number).select_related("sent_by").prefetch_related("copies__recipient").first()
    if found is None:
        raise NotFound
    return found


def evidence_file(viewer: Viewer, case: Case) -> dict[str, Any]:
    """The document, ready to be drawn or written as JSON: dates as ISO text, nothing computed twice."""
    found = file_of(viewer, case)
    versions = CaseDocument.objects.filter(case=case, locked_at__isnull=False).select_related("edited_by").order_by("number")
    return {
        "case": case.reference,
        "child": case.child.reference if case.child else None,
        "authority": case.authority.name,
        "as_at": viewer.on.isoformat(),
        "rules": PACK,
        "source": case.get_source_display(),
        "way": case.get_way_display(),
        "received_on": case.received_on.isoformat(),
        "state": state_words(case.state),
        "warnings": list(found.warnings),
        "dates": [_date(each) for each in found.deadlines],
        "events": [_event(each) for each in found.events],
        "advice": [
            {
                "who": row.who, "asked_on": row.request.asked_on.isoformat(), "due_on": row.due_on.isoformat() if row.due_on else None,
                "answered_on": row.request.answered_on.isoformat() if row.request.answered_on else None,
            }
            for row in advice_rows(case, found.deadlines)
        ],
        "notices": [_notice(each) for each in notices_of(case)],
        "versions": [
            {
                "number": each.number, "kind": each.kind, "locked_at": each.locked_at.isoformat() if each.locked_at else None,
                "written_by": each.edited_by.name if each.edited_by else "",
            }
            for each in versions
        ],
    }


def _date(deadline: Deadline) -> dict[str, Any]:
    row = date_row(deadline)
    return {
        "rule": deadline.rule,
        "step": deadline.step,
        "duty": deadline.duty,
        "owner": deadline.owner,
        "owner_words": row.owner,
        "limit_on": deadline.limit_on.isoformat(),
        "act_by": deadline.act_by.isoformat(),
        "status": deadline.status,
        "status_words": row.status_words,
        "done_on": deadline.done_on.isoformat() if deadline.done_on else None,
        "days_late": deadline.days_late,
        "authority": deadline.authority,
        "standing": deadline.standing,
        "standing_words": STANDING.get(deadline.standing, deadline.standing),
        "checked": deadline.checked,
        "because": deadline.because,
    }


def _event(event: CaseEvent) -> dict[str, Any]:
    who = event.recorded_by.name if event.recorded_by else "the person who asked, without an account"
    return {
        "event": event.event,
        "words": event_words(event),
        "on": event.on.isoformat(),
        "fields": event.fields,
        "reasons": event.reasons,
        "legal_test": {LIMBS.get(limb, limb): words for limb, words in event.legal_test.items()},
        "recorded_at": event.recorded_at.isoformat(),
        "recorded_by": who,
        "recorded_words": f"{uk_moment(event.recorded_at)}, {who}",
        "withdrawn_because": event.withdrawn_because,
    }


def _notice(notice: CaseNotice) -> dict[str, Any]:
    return {
        "kind": notice.kind,
        "kind_words": notice.get_kind_display(),
        "sent_on": notice.sent_on.isoformat(),
        "sent_by": notice.sent_by.name if notice.sent_by else "",
        "appeal_by": notice.appeal_by.isoformat() if notice.appeal_by else None,
        "recipients": [f"{copy.recipient.name} ({copy.get_channel_display().lower()})" for copy in notice.copies.all()],
        "parts": notice.parts,
    }
