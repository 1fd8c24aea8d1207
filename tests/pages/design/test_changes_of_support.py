"""The words of changes of support on a progress chart do not lie on top of each other."""

from datetime import date

from sooner_service.design.charts import Phase, ProgressChart, progress_chart


def drawn(*phases: Phase) -> str:
    return progress_chart(
        ProgressChart(
            title="Words", sentence="Going up.", measure="Words", starts_on=date(2026, 10, 1), ends_on=date(2027, 3, 31), lowest=0, highest=10,
            scores=(), phases=phases,
        )
    )


def test_changes_on_the_same_days_share_one_line_of_words():
    html = drawn(Phase(date(2026, 11, 24), "Talking group"), Phase(date(2026, 11, 25), "Shown first"), Phase(date(2026, 11, 24), "One to one"))
    assert ">Talking group and 2 more<" in html
    assert html.count('stroke-dasharray="3 4"') == 1


def test_changes_far_apart_keep_their_own_words():
    html = drawn(Phase(date(2027, 2, 1), "One to one"), Phase(date(2026, 11, 24), "Talking group"))
    assert ">Talking group<" in html
    assert ">One to one<" in html
