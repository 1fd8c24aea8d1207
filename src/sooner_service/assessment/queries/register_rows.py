"""The support register of a setting as rows to take out: who has support, in which tier, and what was promised and delivered."""

from collections import defaultdict
from collections.abc import Mapping

from django.db.models import Count, Q

from sooner.plans.ledger import Ledger, total
from sooner_service.plans.queries.school_year import lines_of_year
from sooner_service.register.access import Viewer, children_for
from sooner_service.register.models import Child

COLUMNS = ("Reference", "Year group", "Tier", "SEN status", "Primary need", "Open concerns", "Promised", "Delivered", "Owed")
NAME_COLUMNS = ("First name", "Family name")


def register_rows(viewer: Viewer, *, with_names: bool) -> list[list[object]]:
    """A heading row and one row for each child above the universal tier, with a concern, or with a plan. No names unless asked for."""
    ledgers = _ledgers(viewer)
    open_concerns = Count("concerns", filter=Q(concerns__closed_on__isnull=True), distinct=True)
    children = children_for(viewer, record="child", action="list").annotate(number_of_concerns=open_concerns)
    some_reason = Q(tier__gt=0) | Q(number_of_concerns__gt=0) | ~Q(sen_status=Child.SenStatus.NONE)
    rows: list[list[object]] = [[*COLUMNS, *(NAME_COLUMNS if with_names else ())]]
    for child in children.filter(some_reason).order_by("year_group", "reference"):
        promised = ledgers.get(child.pk)
        rows.append(
            [
                child.reference, child.year_group, child.tier, child.get_sen_status_display(), child.primary_need, child.number_of_concerns,
                promised.promised if promised else 0, promised.delivered if promised else 0, promised.owed if promised else 0,
                *((child.called, child.family_name) if with_names else ()),
            ]
        )  # fmt: skip
    return rows


def _ledgers(viewer: Viewer) -> Mapping[int, Ledger]:
    by_child: dict[int, list[Ledger]] = defaultdict(list)
    for line in lines_of_year(viewer):
        by_child[line.child_id].append(line.ledger)
    return {child: total(lines) for child, lines in by_child.items()}
