"""The exemptions recorded in a case, standing or taken back."""

from dataclasses import dataclass
from datetime import date

from sooner_service.ehc.legal_tests import GROUNDS
from sooner_service.ehc.models import Case, CaseEvent
from sooner_service.register.access import NotFound


@dataclass(frozen=True)
class ExemptionRow:
    """One exemption in words, with the authority's own plan, which is not a limit in law."""

    event: CaseEvent
    ground_words: str
    planned_on: date | None


def exemptions_of(case: Case) -> list[ExemptionRow]:
    """Every exemption of the case, in order."""
    return [_row(each) for each in CaseEvent.objects.filter(case=case, event="exemption").select_related("recorded_by")]


def exemption_in(case: Case, number: int) -> ExemptionRow:
    """One standing exemption of this case. Raises NotFound."""
    found = CaseEvent.objects.filter(case=case, event="exemption", withdrawn_because="", pk=number).select_related("recorded_by").first()
    if found is None:
        raise NotFound
    return _row(found)


def _row(event: CaseEvent) -> ExemptionRow:
    planned = event.fields.get("planned_on")
    ground = str(event.fields.get("ground"))
    return ExemptionRow(event, f"{ground}: {GROUNDS.get(ground, ground)}", date.fromisoformat(planned) if planned else None)
