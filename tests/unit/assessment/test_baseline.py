"""The baseline: what is asked, what is missing and what it says in sentences."""

from dataclasses import replace

import pytest

from sooner.assessment.baseline import PHASES, AreaView, Profile, areas, concern_levels, problems, summary

KEYS = [area.key for area in areas()]
PROFILE = Profile(
    areas={
        "communication_and_interaction": AreaView(0),
        "cognition_and_learning": AreaView(1),
        "social_emotional_and_mental_health": AreaView(2, "Hides under the table before lunch"),
        "sensory_and_or_physical": AreaView(0),
    },
    strengths="Builds wonderful models",
    child_words="It is too loud.",
    child_words_readers=("my_teachers", "my_family"),
    family_view="She sleeps badly before school.",
    family_view_source="told_to_staff",
    tried="Lunch in the library",
)


def fields(profile):
    return [problem.field for problem in problems(profile)]


def with_area(view):
    return replace(PROFILE, areas={**PROFILE.areas, "cognition_and_learning": view})


def test_the_four_broad_areas_are_the_codes():
    assert KEYS == [
        "communication_and_interaction",
        "cognition_and_learning",
        "social_emotional_and_mental_health",
        "sensory_and_or_physical",
    ]


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("area", areas(), ids=lambda area: area.key)
def test_each_area_has_three_to_five_short_prompts_for_each_phase(area, phase):
    prompts = area.prompts_for(phase)
    assert 3 <= len(prompts) <= 5
    assert all(len(prompt) <= 80 for prompt in prompts)


def test_a_phase_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="'school' is not a phase. Use one of: nursery, primary, secondary, college."):
        areas()[0].prompts_for("school")


def test_levels_of_concern_run_from_none_to_serious():
    assert [level.level for level in concern_levels()] == [0, 1, 2, 3]
    assert concern_levels()[0].name == "No concern"


def test_a_whole_baseline_has_nothing_missing():
    assert problems(PROFILE) == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"strengths": " "}, "strengths"),
        ({"child_words": ""}, "child_words"),
        ({"child_words_readers": ()}, "child_words_readers"),
        ({"child_words_readers": ("nobody_else", "my_family")}, "child_words_readers"),
        ({"family_view": ""}, "family_view"),
        ({"family_view_source": "not_asked_yet"}, "family_view_source"),
        ({"tried": ""}, "tried"),
    ],
)
def test_what_is_missing_is_named(change, field):
    assert fields(replace(PROFILE, **change)) == [field]


@pytest.mark.parametrize("view", [AreaView(None), AreaView(4), AreaView(-1), AreaView(3, " ")])
def test_an_area_without_a_level_or_with_a_concern_nobody_described_is_named(view):
    assert fields(with_area(view)) == ["areas.cognition_and_learning"]


def test_an_area_left_out_altogether_is_asked_for_and_an_unknown_one_is_refused():
    found = problems(replace(PROFILE, areas={"learning": AreaView(0)}))
    assert [problem.field for problem in found] == ["areas.learning", *[f"areas.{key}" for key in KEYS]]
    assert found[0].sentence.startswith("'learning' is not an area of need. Use one of: communication_and_interaction")


def test_only_the_child_reading_their_own_words_is_a_whole_answer():
    assert problems(replace(PROFILE, child_words_readers=("nobody_else",))) == ()


@pytest.mark.parametrize("source", ["asked_no_reply", "family_chose_not_to"])
def test_a_family_that_was_asked_need_not_have_answered(source):
    assert problems(replace(PROFILE, family_view="", family_view_source=source)) == ()


def test_asking_the_family_never_holds_support_back():
    sentence = problems(replace(PROFILE, family_view_source="not_asked_yet"))[0].sentence
    assert sentence.endswith("Support can start while you wait.")


def test_a_child_with_no_concern_need_not_have_had_anything_tried():
    calm = replace(PROFILE, areas=dict.fromkeys(KEYS, AreaView(0)), tried="")
    assert problems(calm) == ()


def test_the_summary_begins_with_strengths_and_then_the_greatest_concern():
    assert summary(PROFILE) == (
        "Strengths: Builds wonderful models.",
        "Feelings, friendships and behaviour: clear concern (needing help most days). Hides under the table before lunch.",
        "Learning, remembering and using what is taught: some concern (managing most of the time, with a little help).",
        "No concern about: talking, understanding and getting on with others; seeing, hearing, moving and the senses.",
        "Tried so far: Lunch in the library.",
        "Family's view, as told to staff: She sleeps badly before school.",
    )


def test_the_summary_never_repeats_the_childs_own_words():
    assert not any("too loud" in sentence for sentence in summary(PROFILE))


def test_the_summary_of_an_empty_baseline_says_that_the_family_was_not_asked():
    empty = Profile({}, "", "", (), "", "not_asked_yet", "")
    assert summary(empty) == ("The family has not been asked yet.",)


def test_a_level_outside_the_range_still_reads_as_the_highest():
    sentence = summary(with_area(AreaView(9)))[1]
    assert sentence.startswith("Learning, remembering and using what is taught: serious concern")
