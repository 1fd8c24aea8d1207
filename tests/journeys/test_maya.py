"""One child from the first concern to a final EHC plan, walked by each person in turn. Nothing is recorded about Maya before."""

from tests.journeys import maya_and_the_council as council
from tests.journeys import maya_at_home as home
from tests.journeys import maya_at_school as school

TEN_WEEKS_ON, AFTER_FIFTEEN_DAYS = "2027-02-02", "2027-02-24"


def test_maya_from_first_concern_to_final_plan(service, walker):
    maya = school.note_a_concern(walker)
    support_begins(walker, maya)
    a_plan_is_agreed(walker, maya)
    case = an_assessment_is_asked_for(walker, maya)
    the_family_keeps_hold(walker, maya)
    service.move_to(TEN_WEEKS_ON)
    promises_are_reckoned(walker, maya)
    a_draft_is_sent(walker, maya, case)
    council.make_final(walker, case).sees("The family has until 16 February 2027 to answer the draft", "You can make it final after that")
    service.move_to(AFTER_FIFTEEN_DAYS)
    council.make_final(walker, case).sees_not("There is a problem")
    walker.be(home.MOTHER).sees("There is an EHC plan. The help in it must be there.")
    the_words_change(walker, maya)


def support_begins(walker, maya):
    """Given a concern, when support starts and a session is given, then the wait is over."""
    school.start_support_without_training(walker, maya)
    school.sign_the_baseline(walker, maya)
    school.log_the_first_session(walker, maya)


def a_plan_is_agreed(walker, maya):
    """Given individual support, when the family has answered each line, then the plan is final and its promises are counted."""
    school.open_a_plan(walker, maya)
    school.write_and_share_the_plan(walker, maya)
    home.answer_the_plan(walker, maya)
    school.make_the_plan_final(walker, maya)
    school.see_what_is_promised(walker, maya)
    home.read_what_was_given(walker, maya, "No session was due yet")
    school.set_a_goal_and_score(walker, maya)


def an_assessment_is_asked_for(walker, maya):
    """Given a request by the mother and another without an account, when the council takes them up, then one case runs by its dates."""
    case = home.ask_for_an_assessment(walker, maya)
    other = home.ask_without_an_account(walker)
    council.take_the_case(walker, case)
    council.match_the_public_request(walker, other)
    council.decide_to_assess(walker, case)
    council.ask_for_advice(walker, case)
    council.offer_evidence(walker, maya)
    home.agree_to_evidence(walker, maya)
    council.add_the_evidence(walker, case)
    return case


def the_family_keeps_hold(walker, maya):
    """When the mother lets an adviser in, then the adviser reads and writes, the council cannot, and she can end it."""
    home.let_the_adviser_in(walker, maya)
    home.write_a_sealed_note(walker, maya)
    council.cannot_read_the_notes(walker, maya)
    home.stop_the_adviser(walker, maya)
    home.say_how_it_feels(walker, maya)
    home.ask_the_advice_box(walker)
    home.see_who_has_looked(walker, maya)


def promises_are_reckoned(walker, maya):
    """Given ten weeks without sessions, then school and family read the same numbers, and the SENCO decides with a reason."""
    walker.be(school.SENCO).find(maya).follow("Sessions").sees("94 promised 1 delivered 93 still owed")
    home.read_what_was_given(walker, maya, "1 of 94 promised sessions took place. 93 are still owed")
    walker.be(home.MOTHER).sees("93 sessions are still owed")
    school.decide_on_the_support(walker, maya)
    school.see_the_school(walker)


def a_draft_is_sent(walker, maya, case):
    """Given late advice, when it has come, then the council decides, writes and sends the draft."""
    walker.be(home.MOTHER).sees("5 January 2027", "late by 28 days", council.CO_ORDINATOR)
    council.answer_for_the_council(walker, maya, case)
    council.decide_there_is_to_be_a_plan(walker, case)
    council.write_and_send_the_draft(walker, case)
    walker.be(home.MOTHER).sees("The council has sent you a draft of the EHC plan")


def the_words_change(walker, maya):
    """When the area takes other words for the tiers, then the screens rename and the record stays."""
    council.change_the_words(walker, maya)
