"""`python -m studies.decision_quality [--pupils 20000] [--out FOLDER]`: run the grid, write results.json, the tables of results.md and the picture flagged.svg."""

import argparse
import json
import sys
from pathlib import Path

from studies.decision_quality.chart import chart
from studies.decision_quality.study import study, tables


def main() -> None:
    """Run and write."""
    parser = argparse.ArgumentParser(prog="python -m studies.decision_quality", description="How often is each decision rule wrong?")
    parser.add_argument("--pupils", type=int, default=20_000, help="invented pupils a cell (default 20,000; 2,000 in CI)")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other pupils of the same kind")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="folder for results.json and results.md")
    options = parser.parse_args()
    found = study(options.pupils, options.seed, note=_say)
    short = json.loads(json.dumps(found), parse_float=lambda text: round(float(text), 4))
    (options.out / "results.json").write_text(json.dumps(short, separators=(",", ":")) + "\n", encoding="utf-8")
    (options.out / "flagged.svg").write_text(chart(found), encoding="utf-8")
    (options.out / "results.md").write_text(tables(found), encoding="utf-8")


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    main()
