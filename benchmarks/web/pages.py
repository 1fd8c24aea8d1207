"""CPU milliseconds and queries of the busiest pages, on a demonstration area that is already built.

Run it as `SOONER_INSTANCE=folder python benchmarks/web/pages.py` after `sooner prepare --demonstration small` with the same folder
(or with DATABASE_URL). Each page is asked for in this process, twice to warm up and then ten times; the figure is the median.
The budget of a list page is 20 ms of CPU and 15 queries; of the page about one child, case or family 25 ms and 25 queries. What costs nothing to compare with is the plainest page, in the last row.
"""

import os
import statistics
import sys
import time
import warnings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sooner_service.project.settings")

import django

django.setup()
warnings.simplefilter("ignore")

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sooner_service.ehc.models import Case
from sooner_service.register.models import AdultLink, Child, RoleHeld

LIST_BUDGET, RECORD_BUDGET, RUNS = (20.0, 15), (25.0, 25), 10
RECORDS = frozenset({"a child's record", "a child's progress", "a case", "a family's page"})


def signed_in(person: object) -> Client:
    """A browser signed in as an invented person."""
    client = Client()
    client.force_login(person)
    session = client.session
    session["signed_in_as_invented"] = True
    session.save()
    return client


def holder(role: str, **conditions: object) -> RoleHeld:
    """Somebody who holds this role at the organisation with most children or cases."""
    held = RoleHeld.objects.filter(role=role, until__isnull=True, **conditions).select_related("person", "organisation")
    return max(held, key=lambda each: Child.objects.filter(setting=each.organisation).count())


def pages() -> list[tuple[str, object, str]]:
    """What to measure: words, who, address."""
    senco, head = holder("senco"), holder("headteacher")
    teacher = holder("class_teacher", classes__school_class__children__provision__isnull=False)
    child = Child.objects.filter(setting=senco.organisation, provision__isnull=False, goals__isnull=False).order_by("pk").first()
    case = Case.objects.filter(child__isnull=False).order_by("pk").first()
    co_ordinator = RoleHeld.objects.filter(role="ehc_co_ordinator", cases__isnull=False).select_related("person").order_by("pk").first()
    parent = AdultLink.objects.filter(child__provision__isnull=False, has_parental_responsibility=True, is_restricted=False).order_by("pk").first()
    record = f"/school/children/{child.reference}/"
    return [
        ("work tray of a SENCO", senco.person, "/school/tray/"),
        ("children of a setting", senco.person, "/school/children/"),
        ("a child's record", senco.person, record),
        ("a child's progress", senco.person, f"{record}progress/"),
        ("own class", teacher.person, "/school/class/"),
        ("today's sessions", teacher.person, "/school/sessions/"),
        ("scores of a class", teacher.person, "/school/scores/"),
        ("decision meeting", senco.person, "/school/decisions/"),
        ("overview of a setting", head.person, "/school/overview/"),
        ("work tray of a co-ordinator", co_ordinator.person, "/authority/tray/?whose=all"),
        ("cases of an authority", co_ordinator.person, "/authority/cases/"),
        ("a case", co_ordinator.person, f"/authority/cases/{case.reference}/"),
        ("a family's page", parent.person, f"/family/{parent.child.reference}/"),
        ("advice (the plainest page)", None, "/advice/"),
    ]


def measure(client: Client, address: str) -> tuple[float, int]:
    """Median CPU milliseconds and the number of queries."""
    spent = []
    for run in range(RUNS + 2):
        began = time.process_time()
        answer = client.get(address)
        if run >= 2:
            spent.append(1000 * (time.process_time() - began))
        if answer.status_code != 200:
            sys.exit(f"{address} answered {answer.status_code}.")
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return statistics.median(spent), len(queries)


def main() -> int:
    """Print the table; 1 when a page is over its budget."""
    rows = [(words, *measure(signed_in(who) if who else Client(), address)) for words, who, address in pages()]
    plainest = rows[-1][1]
    over = 0
    print(f"{'page':32}{'CPU ms':>8}{'queries':>9}{'of plainest':>13}")
    for words, spent, queries in rows:
        most_spent, most_queries = RECORD_BUDGET if words in RECORDS else LIST_BUDGET
        is_over = spent > most_spent or queries > most_queries
        over += is_over
        print(f"{words:32}{spent:8.1f}{queries:9}{spent / plainest:12.1f}x{'  over budget' if is_over else ''}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
