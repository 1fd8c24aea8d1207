"""The published series, where the reference data lies beside the repository; absent in a plain clone."""

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "reference" / "data"


def series(name):
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"the reference data is not beside the repository: no {name}")
    return json.loads(path.read_text(encoding="utf-8"))
