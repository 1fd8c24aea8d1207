"""`sooner measures`: answers on standard output, refusals in one sentence on standard error, exit 0, 1 or 2."""

import io
import json

import pytest

from sooner.cli import measures_bench
from sooner.cli.measures import main

CASES = [
    {"id": "a", "kind": "effect_sizes", "input": {"A": [3, 4, 2], "B": [6, 5, 7]}},
    {"id": 2, "kind": "standard_score", "input": {"percentile": 0}},
    {"id": "r", "kind": "cusum", "input": {"values": [1], "centre": 0, "sigma": 1}},
]


@pytest.fixture
def cases(tmp_path):
    path = tmp_path / "cases.json"
    path.write_text(json.dumps(CASES), encoding="utf-8")
    return str(path)


def test_json_is_one_list_in_the_same_order(cases, capsys):
    assert main([cases, "--json"]) == 0
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert [each["id"] for each in found] == ["a", 2, "r"]
    assert all(set(each) == {"id", "result", "undefined"} for each in found)
    assert err == ""


def test_without_json_each_field_has_a_line_and_each_undefined_one_its_reason(cases, capsys):
    assert main([cases]) == 0
    out = capsys.readouterr().out
    assert "a:\n  NAP.est: 1.0" in out
    assert "  PoGO.est: undefined (too_few_points)" in out
    assert "  first_low: null" in out


def test_a_dash_is_standard_input(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("[]"))
    assert main(["-", "--json"]) == 0
    assert capsys.readouterr().out == "[]\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'[{"id": "a", "kind": "gap", "input": {"current": "x"}}]', 'Item 1 ("a"), field "current": "x" is not a number'),
        (b"[1,\n2,,]", "line 2, column 3: this is not JSON"),
        (b"\xff\xfe", "is not text in UTF-8"),
        (b"[" * 100_000, "nested too deep"),
    ],
)
def test_a_refused_input_leaves_standard_output_empty(tmp_path, capsys, content, words):
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    assert main([str(path), "--json"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert err.count("\n") == 1


def test_a_file_that_is_not_there_is_refused(tmp_path, capsys):
    assert main([str(tmp_path / "none.json")]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_bad_usage_exits_2_and_help_0(capsys):
    assert main([]) == 2
    assert main(["--no-such-option"]) == 2
    assert main(["--help"]) == 0
    assert "Example:" in capsys.readouterr().out


def test_the_bench_runs_from_the_command(monkeypatch):
    monkeypatch.setattr("sooner.cli.measures.bench", lambda: 0)
    assert main(["--bench"]) == 0


def test_the_bench_says_when_there_is_nothing_to_compare_with(monkeypatch, capsys):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    measures_bench.bench(series=40)
    assert "not installed here" in capsys.readouterr().out


def test_memory_is_counted_in_the_units_of_the_system(monkeypatch):
    here = measures_bench._peak_mib()
    monkeypatch.setattr("sys.platform", "darwin")
    assert measures_bench._peak_mib() < here
