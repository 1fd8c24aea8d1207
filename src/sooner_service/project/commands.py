"""The service's own subcommands of `sooner`. Each takes its arguments and returns an exit code."""

import argparse
import json
import os
import socket
import sys
from datetime import date
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command, execute_from_command_line
from django.db import DatabaseError

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sooner_service.project.settings")
django.setup()

from sooner_service.design import pdf  # Django must be ready before its models are read
from sooner_service.project import backup as backups
from sooner_service.project import checks, clock, content
from sooner_service.project.demonstration import area
from sooner_service.register.actions import organisations
from sooner_service.register.actions.people import CannotDo


def _parser(name: str, *, does: str, example: str) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(prog=f"sooner {name}", description=does, epilog=f"Example: sooner {example}")


def _whole_number(typed: str) -> int:
    try:
        return int(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{typed}' is not a whole number") from None


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{typed}' is not a day that exists; write it like 2026-11-24") from None


def _say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")


def manage(argv: list[str]) -> int:
    """Django's own commands, for those who run the service."""
    execute_from_command_line(["sooner manage", *argv])
    return 0


def prepare(argv: list[str]) -> int:
    """Make or bring up to date the database and, for a demonstration, its area."""
    parser = _parser("prepare", does="Make the database, or bring it up to date.", example="prepare --demonstration small")
    parser.add_argument("--demonstration", choices=area.SIZES, default=None, help="build this area if nobody is here yet")
    size = parser.parse_args(argv).demonstration
    try:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
    except DatabaseError as problem:
        _say(f"The database cannot be prepared: {str(problem).strip()}. Check DATABASE_URL, or the space on the disk.")
        return 1
    if size and settings.DEMONSTRATION and not checks.has_people():
        if not pdf.is_available():
            _say(pdf.HOW_TO_INSTALL)
        _say(f"Building the {size} demonstration area (once; less than a minute)...")
        return demo(["--size", size])
    return 0


def found(argv: list[str]) -> int:
    """Begin an empty service with its authority and the first person, who adds everybody else on screen."""
    parser = _parser("found", does="Begin a real service: the authority and its administrator.", example='found "Wrenfield Council" "Ada Bell" ada@example.org')
    parser.add_argument("authority")
    parser.add_argument("name", help="the administrator's full name")
    parser.add_argument("email", help="the administrator's work e-mail address")
    chosen = parser.parse_args(argv)
    moment = clock.now()
    try:
        organisations.found_authority(
            name=chosen.authority, first_person=chosen.name, first_email=chosen.email, is_invented=settings.DEMONSTRATION, now=moment,
            on=clock.london_day(moment),
        )
    except CannotDo as problem:
        _say(str(problem))
        return 1
    print(f"{chosen.authority} is founded. {chosen.name} signs in at /account/password/reset/ with {chosen.email} to set a password.")
    return 0


def demo(argv: list[str]) -> int:
    """Build the demonstration area of invented people."""
    parser = _parser("demo", does="Build the demonstration area of invented children, families and staff.", example="demo --size small")
    parser.add_argument("--size", choices=area.SIZES, default="small", help="tiny: one school; small: about 25 schools and 9,000 pupils")
    parser.add_argument("--seed", type=_whole_number, default=1, help="the same seed and day give the same area")
    parser.add_argument("--today", type=_day, default=None, help="the day the area lives on; the real day unless told")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    chosen = parser.parse_args(argv)
    today = chosen.today or clock.london_day(clock.now())
    try:
        built = area.build(size=chosen.size, seed=chosen.seed, today=today)
    except area.CannotBuild as problem:
        _say(str(problem))
        return 1
    if chosen.json:
        print(json.dumps({"size": chosen.size, "seed": chosen.seed, "today": today.isoformat(), "rows": built, "hash": content.content_hash()}))
    else:
        print(f"Built the {chosen.size} area with {built:,} records.")
    return 0


def serve(argv: list[str]) -> int:
    """Serve until stopped."""
    parser = _parser("serve", does="Serve the pages until Ctrl-C.", example="serve --port 8000")
    parser.add_argument("--port", type=_whole_number, default=settings.PORT)
    parser.add_argument("--bind", default="127.0.0.1", help="the address to listen on; this machine only unless told")
    parser.add_argument("--workers", type=_whole_number, default=2)
    chosen = parser.parse_args(argv)
    unwell = [finding for finding in checks.findings() if not finding.is_well and finding.name in {"database", "migrations", "invented"}]
    if unwell:
        _say(unwell[0].sentence)
        return 1
    if _is_taken(chosen.port):
        _say(f"Port {chosen.port} is in use by another program. Choose another one: PORT={chosen.port + 1} ./run")
        return 1
    print(f"Sooner is at http://localhost:{chosen.port}/  (Ctrl-C stops it)")
    for line in area.sign_in_lines():
        print(line)
    sys.stdout.flush()
    arguments = ["gunicorn", "--bind", f"{chosen.bind}:{chosen.port}", "--workers", str(chosen.workers), "--threads", "4", "--log-level", "warning"]
    return os.execv(sys.executable, [sys.executable, "-m", *arguments, "sooner_service.project.wsgi:application"])  # noqa: S606


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def check(argv: list[str]) -> int:
    """Verify database, journal and settings."""
    parser = _parser("check", does="Check the database, the journal, the permissions and the settings.", example="check --json")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    chosen = parser.parse_args(argv)
    found = list(checks.findings())
    if chosen.json:
        print(json.dumps([{"name": each.name, "well": each.is_well, "sentence": each.sentence} for each in found]))
    else:
        for each in found:
            print(f"{'well' if each.is_well else 'NOT WELL':8}  {each.name:12}  {each.sentence}")
    return 0 if all(each.is_well for each in found) else 1


def backup(argv: list[str]) -> int:
    """Write an encrypted copy while serving."""
    parser = _parser("backup", does="Write an encrypted copy of everything, also while serving.", example="backup sooner.backup")
    parser.add_argument("file", type=Path)
    file = parser.parse_args(argv).file
    if not file.parent.exists():
        _say(f"There is no folder {file.parent}. Make it first, or name a file in another folder.")
        return 1
    number = backups.write_backup(file)
    print(f"Wrote {number:,} rows to {file}. Keep the data keys apart from it: without them nobody can read it.")
    return 0


def restore(argv: list[str]) -> int:
    """Restore a copy into an empty service."""
    parser = _parser("restore", does="Restore a copy into an empty service, all or nothing.", example="restore sooner.backup")
    parser.add_argument("file", type=Path)
    file = parser.parse_args(argv).file
    prepare([])
    try:
        number = backups.restore_backup(file)
    except backups.CannotRestore as problem:
        _say(str(problem))
        return 1
    print(f"Restored {number:,} rows.")
    return 0
