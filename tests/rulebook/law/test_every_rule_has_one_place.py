"""Each rule, dated or not, is said once, with a source and a mark; what is only proposed says so."""

from sooner.law.england_2014.duties import duties, tables
from sooner.law.england_2014.rulebook.paragraphs import chapters
from sooner.law.proposals_2026.changes import changes
from sooner.law.proposals_2026.duties import proposed, proposed_duties


def test_each_rule_has_one_place_a_sentence_and_a_source():
    dated = {duty.id for duty in (*duties(), *proposed_duties())}
    undated = [paragraph for chapter in (*chapters().values(), changes()) for paragraph in chapter.paragraphs]
    ids = [paragraph.id for paragraph in undated]
    assert len(set(ids)) == len(ids)
    assert not dated & set(ids)
    assert all(paragraph.says.endswith(".") and paragraph.authority for paragraph in undated)
    assert all(table.about.source and table.about.checked for table in (*tables().values(), proposed()))


def test_what_is_proposed_says_so_and_nothing_in_force_does():
    assert {duty.standing for duty in proposed_duties()} == {"proposed"}
    assert all(duty.standing != "proposed" for duty in duties())
    assert all((paragraph.standing == "proposed") == paragraph.id.startswith("PR-") for paragraph in changes().paragraphs)
