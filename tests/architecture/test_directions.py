"""Who may depend on whom, where import contracts cannot see it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
POLICY = ROOT / "src" / "sooner"
SERVICE = ROOT / "src" / "sooner_service"
ORDER = ["journal", "design", "register", "training", "attendance", "plans", "assessment", "ehc", "advice", "project"]
CLOCKS = {"now", "today", "utcnow"}
MAY_READ_FILES = {"law", "evidence", "advice", "cli"}


def modules(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if "migrations" not in path.parts)


def test_import_contracts_are_kept():
    done = subprocess.run([str(Path(sys.executable).parent / "lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]


def test_the_policy_imports_where_there_is_no_django():
    names = sorted(".".join(path.relative_to(ROOT / "src").with_suffix("").parts) for path in modules(POLICY))
    block = "import sys\nfor name in ('django', 'jinja2', 'allauth', 'sooner_service'): sys.modules[name] = None\n"
    script = block + "\n".join(f"import {name.removesuffix('.__init__')}" for name in names)
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_policys_own_tests_need_no_service():
    """They run without Django; what tests the service's own words and drawings stands with its records and pages."""
    needing = [
        str(path.relative_to(ROOT))
        for folder in ("rulebook", "unit", "files", "agreement")
        for path in modules(ROOT / "tests" / folder)
        for node in ast.walk(ast.parse(path.read_text()))
        if {name.split(".")[0] for name in _imported(node)} & {"sooner_service", "django"}
    ]
    assert not needing, "move these to tests/records or tests/pages"


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [each.name for each in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


@pytest.mark.parametrize("path", modules(POLICY), ids=lambda path: str(path.relative_to(POLICY)))
def test_the_policy_has_no_clock_environment_or_randomness_of_its_own(path):
    tree = ast.parse(path.read_text())
    package = path.relative_to(POLICY).parts[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and package != "cli":
            assert node.func.attr not in CLOCKS, f"{path}:{node.lineno} asks a clock"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
            assert node.attr not in {"environ", "getenv"}, f"{path}:{node.lineno} reads the environment"
        if isinstance(node, ast.Import):
            named = {alias.name for alias in node.names}
            assert not named & {"random", "secrets"}, f"{path}:{node.lineno} brings its own randomness"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            assert package in MAY_READ_FILES, f"{path}:{node.lineno} reads a file"


@pytest.mark.parametrize("path", modules(ROOT / "src"), ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_no_import_hides_inside_a_function(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            hidden = [inner.lineno for inner in ast.walk(node) if isinstance(inner, ast.Import | ast.ImportFrom)]
            assert not hidden, f"{path}:{hidden[0]} imports inside {node.name}"


def test_records_point_down_only():
    for model in apps.get_models():
        if not model.__module__.startswith("sooner_service."):
            continue
        here = ORDER.index(model._meta.app_label)
        for field in model._meta.concrete_fields:
            if field.is_relation and field.related_model.__module__.startswith("sooner_service."):
                there = ORDER.index(field.related_model._meta.app_label)
                assert there <= here, f"{model.__name__}.{field.name} points up to {field.related_model.__name__}"


@pytest.mark.parametrize("path", modules(SERVICE / "pages"), ids=lambda path: str(path.relative_to(SERVICE)))
def test_a_page_never_touches_a_model_manager(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"objects", "_default_manager"}, f"{path}:{node.lineno} reaches records without starting from the viewer"


@pytest.mark.parametrize("path", modules(SERVICE), ids=lambda path: str(path.relative_to(SERVICE)))
def test_only_settings_read_the_environment_and_only_the_clock_asks_the_time(path):
    if path.name in {"settings.py", "clock.py", "wsgi.py", "commands.py"}:
        return
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            asks = node.func.attr in CLOCKS and isinstance(node.func.value, ast.Name) and node.func.value.id in {"date", "datetime", "timezone"}
            assert not asks, f"{path}:{node.lineno} asks a clock"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
            assert node.attr != "environ", f"{path}:{node.lineno} reads the environment"
