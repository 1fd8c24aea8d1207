"""The authority's work tray and list of cases: filtered and sorted by the index, so that queries do not grow with rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from django.db.models import F, OrderBy, Q, QuerySet

from sooner.ehc import state_words
from sooner.law.england_2014.duties import duties
from sooner_service.ehc.models import Case
from sooner_service.ehc.queries.cases import ENDED, cases_for
from sooner_service.register.access import Viewer

NOT_LAW: Mapping[str, str] = {"derived": "worked out, not itself law", "practice": "practice, not law", "statutory_guidance": "statutory guidance"}
SOON = timedelta(days=10)
OWNERS: Mapping[str, str] = {
    "local_authority": "The council",
    "adviser": "An adviser",
    "family": "The family",
    "setting": "The school or college",
    "school": "The school",
    "health_body": "The health body",
    "mediation_adviser": "The mediation adviser",
    "tribunal": "The Tribunal",
    "governing_body": "The governors",
}
SORTS: Mapping[str, tuple[str, ...]] = {
    "act_by": ("next_act_by", "next_limit_on"),
    "limit": ("next_limit_on", "next_act_by"),
    "received": ("received_on",),
    "reference": ("reference",),
    "waiting": ("next_owner", "next_act_by"),
}


@dataclass(frozen=True)
class Wanted:
    """What of the tray is wanted, as the address says it. Empty means all."""

    whose: str = ""
    timing: str = ""
    owner: str = ""
    state: str = ""
    search: str = ""
    sort: str = "act_by"


def tray(viewer: Viewer, wanted: Wanted) -> "QuerySet[Case]":
    """The cases that need somebody, overdue first: open ones, and ended ones in which the council still owes something, such as an answer to an appeal."""
    return _narrowed(viewer, cases_for(viewer).exclude(Q(state__in=ENDED) & ~Q(next_owner="local_authority")), wanted)


def all_cases(viewer: Viewer, wanted: Wanted) -> "QuerySet[Case]":
    """Every case of the authority, open or ended."""
    return _narrowed(viewer, cases_for(viewer), wanted)


def _narrowed(viewer: Viewer, cases: "QuerySet[Case]", wanted: Wanted) -> "QuerySet[Case]":
    cases = cases.filter(_whose(viewer, wanted.whose), _timing(viewer.on, wanted.timing))
    if wanted.owner:
        cases = cases.filter(next_owner=wanted.owner)
    if wanted.state:
        cases = cases.filter(state=wanted.state)
    for word in wanted.search.split():
        cases = cases.filter(
            Q(reference__icontains=word) | Q(child__reference__iexact=word) | Q(child__given_name__icontains=word)
            | Q(child__family_name__icontains=word)
        )
    return cases.defer("request").select_related("child", "co_ordinator__person").order_by(*_order(wanted.sort))


def _whose(viewer: Viewer, whose: str) -> Q:
    if whose == "mine":
        return Q(co_ordinator=viewer.role_held)
    if whose == "nobody":
        return Q(co_ordinator__isnull=True) | Q(co_ordinator__until__lte=viewer.on)
    if whose == "unmatched":
        return Q(child__isnull=True)
    return Q(co_ordinator_id=int(whose)) if whose.isdigit() else Q()


def _timing(on: date, timing: str) -> Q:
    return {
        "late": Q(next_limit_on__lt=on),
        "soon": Q(next_limit_on__gte=on, next_act_by__lte=on + SOON),
        "later": Q(next_act_by__gt=on + SOON),
        "exempt": Q(next_limit_on__isnull=True) & ~Q(next_rule=""),
        "none": Q(next_rule=""),
    }.get(timing, Q())


def _order(sort: str) -> list[OrderBy]:
    key = sort.lstrip("-")
    columns = [F(column) for column in SORTS.get(key, SORTS["act_by"])]
    is_down = sort.startswith("-")
    return [column.desc(nulls_last=True) if is_down else column.asc(nulls_last=True) for column in columns] + [F("pk").asc()]


def timing_of(case: Case, on: date) -> tuple[str, str]:
    """The words and the kind of tag for what is due next in a case."""
    limit, act_by = case.next_limit_on, case.next_act_by
    if limit is None and case.next_rule:
        return ("Exemption: no limit for now" if act_by else "Exemption: plan a date", "paused")
    if limit is None:
        return ("Nothing due", "neutral")
    if limit < on and limit_note(case.next_rule) not in {"", NOT_LAW["statutory_guidance"]}:
        return ("Later than it should be", "due_soon")
    if limit < on:
        days = (on - limit).days
        return (f"Late by {days} day{'s' if days != 1 else ''}", "late")
    if act_by is not None and act_by <= on + SOON:
        return ("Due today" if act_by == on else "Due soon", "due_soon")
    return ("On time", "on_time")


@cache
def limit_note(rule: str) -> str:
    """What the date of a rule is, where it is not a limit set by law; empty where it is."""
    standings = {duty.standing for duty in duties() if duty.id == rule}
    return next((words for standing, words in NOT_LAW.items() if standing in standings), "")


def owners_waiting(viewer: Viewer) -> list[tuple[str, str]]:
    """On whom open cases wait, as choices."""
    found = cases_for(viewer).exclude(state__in=ENDED).exclude(next_owner="").values_list("next_owner", flat=True).distinct().order_by("next_owner")
    return [(owner, OWNERS.get(owner, owner.replace("_", " ").capitalize())) for owner in found]


def states_in_use(viewer: Viewer) -> list[tuple[str, str]]:
    """Where the authority's cases are, as choices."""
    found = cases_for(viewer).values_list("state", flat=True).distinct().order_by("state")
    return [(state, state_words(state)) for state in found]
