"""`sooner NAME ...`: finds the subcommand in a table and loads only what it needs."""

import importlib
import os
import sys
from collections.abc import Mapping

POLICY = "sooner.cli"
SERVICE = "sooner_service.project.commands"

# Name -> (module, function, what it does).
COMMANDS: Mapping[str, tuple[str, str, str]] = {
    "serve": (SERVICE, "serve", "serve the pages until Ctrl-C"),
    "demo": (SERVICE, "demo", "build the demonstration area of invented people"),
    "check": (SERVICE, "check", "verify database, journal, permissions and settings"),
    "backup": (SERVICE, "backup", "write an encrypted copy while serving"),
    "restore": (SERVICE, "restore", "restore a copy into an empty service"),
    "prepare": (SERVICE, "prepare", "make the database, or bring it up to date"),
    "found": (SERVICE, "found", "begin a real service: the authority and its administrator"),
    "manage": (SERVICE, "manage", "Django's own commands"),
    "clocks": (f"{POLICY}.clocks", "main", "the statutory dates of a case, with their reasons"),
    "measures": (f"{POLICY}.measures", "main", "progress statistics and decision rules"),
    "advice": (f"{POLICY}.advice", "main", "answers to families' questions, with their legal basis"),
}


def main(argv: list[str] | None = None) -> int:
    """Run one subcommand; 2 for bad usage."""
    arguments = sys.argv[1:] if argv is None else argv
    if not arguments or arguments[0] in {"-h", "--help"}:
        print(usage())
        return 0 if arguments else 2
    name, *rest = arguments
    if name not in COMMANDS:
        print(f"There is no command {name!r}. Use one of: {', '.join(COMMANDS)}.", file=sys.stderr)
        return 2
    module, function, _ = COMMANDS[name]
    try:
        return int(getattr(importlib.import_module(module), function)(rest))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def usage() -> str:
    """What `sooner --help` prints."""
    lines = [f"  {name:10} {does}" for name, (_, _, does) in COMMANDS.items()]
    return "\n".join(["usage: sooner COMMAND ...   (sooner COMMAND --help explains one)", "", *lines, "", "Example: sooner clocks case.json --json"])


if __name__ == "__main__":
    sys.exit(main())
