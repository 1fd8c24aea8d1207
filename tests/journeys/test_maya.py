"""Maya's way from the first concern to support, a plan her mother answers, an EHC request and an adviser, as each person in turn."""

from tests.journeys import maya_and_the_council as council
from tests.journeys import maya_at_home as home
from tests.journeys import maya_at_school as school


def test_maya_from_the_first_concern_to_an_ehc_request(walker):
    reference = school.note_a_concern(walker)
    school.start_support_without_training(walker, reference)
    school.sign_the_baseline(walker, reference)
    school.log_the_first_session(walker, reference)
    school.open_a_plan(walker, reference)
    school.write_and_share_the_plan(walker, reference)
    home.answer_the_plan(walker, reference)
    school.make_the_plan_final(walker, reference)
    school.see_what_is_promised(walker, reference)
    school.set_a_goal_and_score(walker, reference)
    home.ask_for_an_assessment(walker, reference)
    home.let_the_adviser_in(walker, reference)
    home.write_a_sealed_note(walker, reference)
    council.cannot_read_the_notes(walker, reference)
    home.stop_the_adviser(walker, reference)
    home.ask_the_advice_box(walker)
    home.see_who_has_looked(walker, reference)
    school.see_the_school(walker)


def test_somebody_without_an_account_asks_and_follows(walker):
    home.ask_without_an_account(walker)
