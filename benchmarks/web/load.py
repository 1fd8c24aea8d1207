"""Requests a second at a running local service: how long people wait, and whether anything fails.

Start the service yourself (`sooner serve --workers 2` on a demonstration area), then `python benchmarks/web/load.py --port 8000`.
It signs in as invented people of the demonstration page and asks for their pages in the mix of `MIX`: 20 and then 50 requests a second
for 30 seconds each. A wait counts from the moment a request was due, so that a slow answer also counts for those queued behind it.
Only this machine is ever asked: any other address is refused. The pages keep their journal entries, as for anybody.
"""

import argparse
import http.client
import ipaddress
import queue
import random
import re
import sys
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

THREADS, LONGEST_SECONDS, FASTEST = 40, 120, 200
TIMEOUT_SECONDS = 30
# The part a person plays on the demonstration page, the page, and how often it is asked for among the others.
MIX = (
    ("class teacher", "/school/sessions/", 10),
    ("class teacher", "/school/class/", 6),
    ("class teacher", "/school/scores/", 5),
    ("SENCO", "/school/tray/", 8),
    ("SENCO", "/school/children/", 4),
    ("SENCO", "/school/children/{child}/", 8),
    ("SENCO", "/school/children/{child}/progress/", 4),
    ("SENCO", "/school/decisions/", 3),
    ("headteacher", "/school/overview/", 2),
    ("Maya&#x27;s mother", "{family}", 10),
    ("Maya&#x27;s mother", "/family/messages/", 3),
    ("EHC co-ordinator", "/authority/tray/?whose=all", 6),
    ("EHC co-ordinator", "/authority/cases/", 4),
    ("EHC co-ordinator", "/authority/cases/{case}/", 4),
    ("SEND manager", "/authority/timeliness/", 1),
    ("", "/advice/", 5),
)


class NotLoopback(ValueError):
    """The address is not this machine."""


@dataclass(frozen=True)
class Place:
    """Where the service listens."""

    host: str
    port: int

    def __post_init__(self) -> None:
        try:
            is_here = ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            is_here = False
        if not is_here:
            raise NotLoopback(f"{self.host!r} is not an address of this machine itself. Use 127.0.0.1: this program loads no other service.")

    def connect(self) -> http.client.HTTPConnection:
        """A new connection."""
        return http.client.HTTPConnection(self.host, self.port, timeout=TIMEOUT_SECONDS)


@dataclass
class Browser:
    """One invented person's cookies."""

    place: Place
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def header(self) -> str:
        """The cookies as a browser sends them."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def ask(self, address: str, said: dict[str, str] | None = None) -> tuple[int, str, str]:
        """Status, text and where it leads; cookies are kept."""
        connection = self.place.connect()
        body = urlencode(said) if said else None
        headers = {"Cookie": self.header} | ({"Content-Type": "application/x-www-form-urlencoded"} if said else {})
        connection.request("POST" if said else "GET", address, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        for each in answer.headers.get_all("Set-Cookie", []):
            name, _, value = each.split(";", 1)[0].partition("=")
            self.cookies[name] = value
        connection.close()
        return answer.status, text, answer.headers.get("Location", "")


@dataclass(frozen=True)
class Request:
    """One page to ask for, by whom, and how often among the others."""

    address: str
    cookies: str
    weight: int


@dataclass
class Result:
    """What happened: seconds waited by page, and the failures in words."""

    waits: list[tuple[str, float]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def signed_in(place: Place, part: str) -> Browser:
    """A browser signed in as the first invented person who plays this part; exits where there is none."""
    browser = Browser(place)
    _, page, _ = browser.ask("/demonstration/")
    for form in re.findall(r'<form method="post" action="/demonstration/">.*?</form>', page, re.DOTALL):
        if f", {part}</button>" in form:
            said = dict(re.findall(r'name="(csrfmiddlewaretoken|person)" value="([^"]*)"', form))
            status, _, _ = browser.ask("/demonstration/", said)
            if status == 302:
                return browser
    sys.exit(f"Nobody plays '{part}' on the demonstration page. Build an area first: sooner prepare --demonstration small")


def _first(browser: Browser, address: str, pattern: str) -> str:
    """What stands in the first link of this pattern on a page, or where the page leads."""
    _, page, leads_to = browser.ask(address)
    found = re.search(pattern, leads_to or page)
    if found is None:
        sys.exit(f"{address} has no link like {pattern}.")
    return found.group(1)


def requests_of(place: Place) -> list[Request]:
    """The mix with its people signed in and its placeholders filled."""
    people = {part: signed_in(place, part) for part in dict.fromkeys(part for part, _, _ in MIX) if part}
    known = {
        "child": _first(people["SENCO"], "/school/children/", r"/school/children/(SNR-[^/]+)/"),
        "family": _first(people["Maya&#x27;s mother"], "/family/", r"(/family/SNR-[^/]+/)"),
        "case": _first(people["EHC co-ordinator"], "/authority/cases/", r"/authority/cases/(?!paper/)([^/\"?]+)/"),
    }
    return [Request(address.format(**known), people[part].header if part else "", weight) for part, address, weight in MIX]


def load(place: Place, asked: list[Request], *, rate: int, seconds: int) -> Result:
    """`rate` requests a second for so many seconds, whatever the answers take."""
    due: queue.Queue[tuple[float, Request] | None] = queue.Queue()
    found = Result()
    threads = [threading.Thread(target=_work, args=(place, due, found)) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    chance = random.Random(rate)
    began = time.perf_counter()
    for number, request in enumerate(chance.choices(asked, [each.weight for each in asked], k=rate * seconds)):
        moment = began + number / rate
        time.sleep(max(0.0, moment - time.perf_counter()))
        due.put((moment, request))
    for _ in threads:
        due.put(None)
    for thread in threads:
        thread.join()
    return found


def _work(place: Place, due: "queue.Queue[tuple[float, Request] | None]", found: Result) -> None:
    while (task := due.get()) is not None:
        moment, request = task
        connection = place.connect()
        try:
            connection.request("GET", request.address, headers={"Cookie": request.cookies})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                found.failures.append(f"{request.address} answered {answer.status}")
        except (OSError, http.client.HTTPException) as problem:
            found.failures.append(f"{request.address}: {type(problem).__name__}")
        finally:
            connection.close()
        found.waits.append((request.address, time.perf_counter() - moment))


def percentile(waits: list[float], share: float) -> float:
    """The wait in milliseconds that this share of requests stay within."""
    ordered = sorted(waits)
    return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def report(found: Result, *, rate: int, took: float) -> None:
    """One line for all, and one for each page."""
    waits = [wait for _, wait in found.waits]
    p50, p95, p99 = (percentile(waits, share) for share in (0.50, 0.95, 0.99))
    print(f"{rate} a second: {len(waits)} answers in {took:.0f} s, P50 {p50:.0f} ms, P95 {p95:.0f} ms, P99 {p99:.0f} ms, {len(found.failures)} failed")
    for address in sorted({address for address, _ in found.waits}):
        own = [wait for place, wait in found.waits if place == address]
        print(f"  {len(own):5}  P50 {percentile(own, 0.5):6.0f}  P95 {percentile(own, 0.95):6.0f}  {address}")
    for each in sorted(set(found.failures))[:10]:
        print(f"  failed: {each}")


def main() -> int:
    """Run each rate in turn; 1 where anything failed, 2 for an address that is not this machine."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--host", default="127.0.0.1", help="an address of this machine itself")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--rates", type=int, nargs="+", default=[20, 50])
    parser.add_argument("--seconds", type=int, default=30)
    chosen = parser.parse_args()
    try:
        place = Place(chosen.host, chosen.port)
    except NotLoopback as refusal:
        print(refusal, file=sys.stderr)
        return 2
    asked = requests_of(place)
    failed = 0
    for rate in chosen.rates:
        began = time.perf_counter()
        found = load(place, asked, rate=min(rate, FASTEST), seconds=min(chosen.seconds, LONGEST_SECONDS))
        report(found, rate=min(rate, FASTEST), took=time.perf_counter() - began)
        failed += len(found.failures)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
