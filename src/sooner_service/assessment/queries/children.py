"""The children that somebody lists, with what a list says about each, and what is next for one child."""

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from sooner_service.assessment.models import Concern
from sooner_service.assessment.queries.tray import TrayRow, rows_for
from sooner_service.plans.models import Provision, Session
from sooner_service.register.access import Viewer, children_for, current
from sooner_service.register.models import Child, SchoolClass

SORTS: dict[str, tuple[str, ...]] = {
    "name": ("given_name", "family_name", "pk"),
    "class": ("school_class__year_group", "school_class__name", "family_name", "pk"),
    "tier": ("tier", "-open_concerns", "family_name", "pk"),
    "concerns": ("open_concerns", "family_name", "pk"),
    "support": ("supports", "family_name", "pk"),
}
DEFAULT_SORT = "-tier"


def listed_children(
    viewer: Viewer, *, search: str = "", tier: str = "", school_class: str = "", waiting: bool = False, sort: str = ""
) -> "QuerySet[Child]":
    """The children the viewer lists, each with `open_concerns`, `supports` (running now) and `is_waiting` for a first session."""
    children = children_for(viewer, action="list").select_related("school_class")
    children = _narrowed(children, search=search, tier=tier, school_class=school_class)
    children = children.annotate(
        open_concerns=_number(Concern.objects.filter(child=OuterRef("pk"), closed_on__isnull=True)),
        supports=_number(Provision.objects.filter(current(viewer.on), child=OuterRef("pk"))),
        is_waiting=Exists(_waiting_concerns()),
    )
    if waiting:
        children = children.filter(is_waiting=True)
    return children.order_by(*_order(sort))


def classes_listed(viewer: Viewer) -> list[SchoolClass]:
    """The classes of the children the viewer lists, by year."""
    return list(SchoolClass.objects.filter(pk__in=children_for(viewer, action="list").values("school_class_id")))


def next_for(viewer: Viewer, child: Child, concerns: list[Concern]) -> TrayRow | None:
    """The most urgent thing to do for one child; None when nothing is due."""
    asked = [concern for concern in concerns if concern.closed_on is None]
    if not asked or child.setting is None:
        return None
    rows = rows_for(viewer, asked, setting=child.setting)
    return rows[0] if rows else None


def _narrowed(children: "QuerySet[Child]", *, search: str, tier: str, school_class: str) -> "QuerySet[Child]":
    for word in search.split():
        children = children.filter(
            Q(given_name__icontains=word) | Q(family_name__icontains=word) | Q(known_as__icontains=word) | Q(reference__icontains=word)
        )
    if tier.isdigit():
        children = children.filter(tier=int(tier))
    if school_class.isdigit():
        children = children.filter(school_class_id=int(school_class))
    return children


def _order(sort: str) -> tuple[str, ...]:
    chosen = sort if sort.removeprefix("-") in SORTS else DEFAULT_SORT
    first, *rest = SORTS[chosen.removeprefix("-")]
    return (f"-{first}" if chosen.startswith("-") else first, *rest)


def _number(rows: "QuerySet[Concern] | QuerySet[Provision]") -> Coalesce:
    """How many rows belong to each child, without multiplying the list by them."""
    counted = rows.order_by().values("child").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


def _waiting_concerns() -> "QuerySet[Concern]":
    """Open concerns of the child in hand for which no session of a chosen support was delivered yet."""
    delivered = Session.objects.filter(outcome=Session.Outcome.DELIVERED, provision__concerns__concern=OuterRef("pk"))
    return Concern.objects.filter(~Exists(delivered), child=OuterRef("pk"), closed_on__isnull=True)
