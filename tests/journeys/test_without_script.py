"""The spine in a browser that runs no script: every page is a form and an answer."""

from tests.journeys import spine


def test_a_concern_leads_to_a_session_and_a_familys_answer_without_script(without_script):
    walker = without_script
    reference = spine.to_concern(walker)
    spine.to_signed_baseline(walker, reference)
    spine.to_support(walker, reference)
    walker.be(spine.ASSISTANT).follow("Sessions").press("Delivered to Maya").sees("1 delivered this week, 3 promised", "Take back")
    spine.to_support(walker, reference, spine.ALONE)
    spine.to_shared_plan(walker, reference)
    walker.be(spine.MOTHER).sees("A support plan is ready for you to read").follow("Read the plan").follow("Say what you think")
    walker.choose("I agree").press("Save my answer").sees("We have your answer", "You agree")


def test_a_public_request_is_made_and_advice_is_found_without_script(without_script):
    spine.to_public_request(without_script)
    without_script.go("/advice/").write("What do you want to know", "Do we need a diagnosis?").press("Show answers").sees("Do we need a diagnosis")
