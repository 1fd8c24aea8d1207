"""Who has looked at a child's record, in a family's words (N6)."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator

from sooner_service.advice.rights import rights_of
from sooner_service.journal.models import Entry
from sooner_service.journal.queries import Look, LookRow, days_of, looks_at
from sooner_service.register.access import Viewer, must
from sooner_service.register.models import Child, Organisation
from sooner_service.register.permissions import ROLES

FAMILY_ROLES = ("parent", "young_person")
ROWS_A_PAGE = 60
PARTS = {
    "child": "The record",
    "roll": "The school roll",
    "contact": "How to reach the family",
    "adult_link": "The adults around the child",
    "concern": "The worry that was noted",
    "support": "The help that is given",
    "baseline": "The first check of needs",
    "plan": "The support plan",
    "session": "Sessions of help",
    "progress": "Progress",
    "decision": "Decisions about support",
    "views": "What the family said",
    "child_words": "What the child said",
    "ehc_case": "The EHC case",
    "ehc.case": "The EHC case",
    "ehc_papers": "Letters and plan of the EHC case",
    "evidence": "Papers offered for the EHC case",
    "advice_request": "The advice for the EHC case",
    "looked": "Who has looked",
    "casework": "Where things stand",
    "case_note": "The advice service's own notes",
    "export": "A copy of the record",
}


@dataclass(frozen=True)
class LookLine:
    """One line of the page. `where` is the organisation, or its kind where its name is closed to this adult."""

    who: str
    where: str
    what: str
    times: int


def who_looked(viewer: Viewer, child: Child, *, page: str | int | None) -> tuple["Page[LookRow]", list[tuple[date, list[LookLine]]]]:
    """One page of looks, grouped by day, newest first. Family members are never in it. Raises Refused."""
    must(viewer, record="looked", action="see", child=child)
    found = Paginator(looks_at(child_id=child.pk, leaving_out_roles=FAMILY_ROLES), ROWS_A_PAGE).get_page(page)
    hidden = frozenset() if rights_of(viewer, child).sees_setting else _settings_among(found)
    days = days_of(found.object_list)
    return found, [(day, [_line(look, hidden) for look in looks]) for day, looks in days]


def _settings_among(found: "Page[LookRow]") -> frozenset[int]:
    """The organisations on this page that would tell where the child learns."""
    seen = {number for row in found.object_list if (number := row["organisation_id"]) is not None}
    return frozenset(Organisation.objects.filter(pk__in=seen, kind__in=Organisation.SETTINGS).values_list("pk", flat=True))


def _line(look: Look, hidden: frozenset[int]) -> LookLine:
    where = "The school or other setting" if look.organisation_id in hidden else look.organisation_name
    what = PARTS.get(look.record, "The record")
    return LookLine(
        who=ROLES.get(look.role, "Someone who works here"),
        where=where,
        what=f"{what} (a copy was taken)" if look.kind == Entry.Kind.EXPORTED else what,
        times=look.times,
    )
