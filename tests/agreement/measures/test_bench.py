"""The bench beside a plain groupby: both compute the same, and what it prints when the comparison runs or stops."""

import runpy

import numpy as np
import pandas as pd
import pytest

from sooner.cli import measures_bench, measures_pandas
from sooner.measures.cases.kinds import answer_to


def test_the_bench_prints_seconds_memory_and_the_ratio(monkeypatch, capsys):
    monkeypatch.setattr(measures_bench, "SERIES", 40)
    assert measures_bench.bench(series=40, sample=4) == 0
    out = capsys.readouterr().out
    assert "40 series of 30 scores" in out
    assert "peak memory" in out
    assert "times as fast" in out


def test_the_bench_says_when_the_comparison_stops(capsys):
    measures_bench.bench(series=40, sample=-1)
    assert "it stopped with an error" in capsys.readouterr().out


def test_the_comparison_computes_the_same_indices():
    for scores in measures_bench.made_up_scores(6):
        theirs = measures_pandas.indices(pd.DataFrame({"score": scores}))
        ours = answer_to("effect_sizes", {"A": scores[:10].tolist(), "B": scores[10:].tolist(), "scale": "count"}).result
        assert theirs["nap"] == pytest.approx(ours["NAP"]["est"])
        assert theirs["hanley"] == pytest.approx(ours["NAP"]["se_hanley"])
        assert theirs["tau_u"] == pytest.approx(ours["Tau_U"])
        assert (theirs["pnd"], theirs["pem"]) == pytest.approx((ours["PND"], ours["PEM"]))
        assert theirs["lrr"] == pytest.approx(np.log(scores[10:].mean() / scores[:10].mean()))


def test_the_comparison_prints_its_seconds(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["measures_pandas", "3"])
    runpy.run_module("sooner.cli.measures_pandas", run_name="__main__")
    assert float(capsys.readouterr().out) > 0
