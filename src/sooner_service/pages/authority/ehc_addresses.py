"""The addresses of the authority's work on EHC cases."""

from sooner_service.pages.authority.advice import advice
from sooner_service.pages.authority.case import adults, evidence, match, notice, record, steps
from sooner_service.pages.authority.decide import pages as decide
from sooner_service.pages.authority.exempt import exempt
from sooner_service.pages.authority.happened import journey as happened
from sooner_service.pages.authority.holders import hand_over
from sooner_service.pages.authority.letters import letters
from sooner_service.pages.authority.paper import journey as paper
from sooner_service.pages.authority.plan import plan, send
from sooner_service.pages.authority.reviews import reviews
from sooner_service.pages.authority.timeliness import timeliness
from sooner_service.pages.authority.tray import tray
from sooner_service.pages.framework import Address, View, case_page, organisation_page


def _case(rest: str, view: View, name: str, action: str = "work", record: str = "ehc_case") -> Address:
    return case_page(f"cases/<str:case>/{rest}", view, name=name, record=record, action=action)


EHC: tuple[Address, ...] = (
    organisation_page("tray/", tray.work_tray, name="tray", record="ehc_case", action="list"),
    organisation_page("cases/", tray.cases, name="cases", record="ehc_case", action="list"),
    organisation_page("cases/paper/", paper.begin, name="paper", record="ehc_case", action="enter_paper"),
    organisation_page("cases/paper/letter/", paper.letter, name="paper_letter", record="ehc_case", action="enter_paper"),
    organisation_page("cases/paper/<str:key>/", paper.step, name="paper_step", record="ehc_case", action="enter_paper"),
    organisation_page("letters/", letters.letters, name="letters", record="notice", action="see"),
    organisation_page("letters/<int:number>/", letters.letter, name="letter", record="notice", action="see"),
    organisation_page("letters/<int:number>/sent/", letters.sent, name="letter_sent", record="notice", action="send"),
    organisation_page("hand-over/", hand_over.hand_over_cases, name="hand_over", record="ehc_case", action="assign"),
    organisation_page("reviews/", reviews.review_list, name="reviews", record="ehc_case", action="list"),
    organisation_page("timeliness/", timeliness.timeliness_page, name="timeliness", record="timeliness", action="see"),
    _case("", record.overview, "case"),
    _case("dates/", record.dates, "case_dates"),
    _case("request/", record.asked, "case_request"),
    _case("history/", record.history, "case_history"),
    _case("history/<int:number>/take-back/", happened.take_back, "take_back_event", "record"),
    _case("record/", happened.record, "record_event", "record"),
    _case("record/<str:key>/", happened.step, "record_event_step", "record"),
    _case("evidence/", evidence.evidence, "case_evidence", "attach", "evidence"),
    _case("match/", match.match, "match", "match"),
    _case("match/new/", match.match_new, "match_new", "match"),
    _case("match/<str:reference>/", match.match_one, "match_one", "match"),
    _case("adults/", adults.adults, "case_adults"),
    _case("new-code/", match.new_code, "new_code", "enter_paper"),
    _case("assess/", decide.assess, "assess", "decide"),
    _case("assess/<str:key>/", decide.assess_step, "assess_step", "decide"),
    _case("issue/", decide.issue, "issue", "decide"),
    _case("issue/<str:key>/", decide.issue_step, "issue_step", "decide"),
    _case("advice/", advice.advice, "case_advice"),
    _case("advice/ask/", advice.ask, "advice_ask", "ask_advice"),
    _case("advice/<int:number>/", advice.one, "advice_one", "ask_advice"),
    _case("plan/", plan.plan, "case_plan"),
    _case("plan/write/", plan.write, "plan_write", "draft"),
    _case("plan/serve/", send.serve, "plan_serve", "draft"),
    _case("plan/final/", send.make_final, "plan_final", "finalise"),
    _case("plan/<int:number>/", plan.version, "plan_version"),
    _case("representations/", steps.representations, "representations", "draft"),
    _case("consult/", steps.consult, "consult", "consult"),
    _case("consult/<str:mark>/", steps.reply, "consult_reply", "consult"),
    _case("exempt/", exempt.record, "exempt", "exempt"),
    _case("exempt/<int:number>/", exempt.take_back, "exempt_take_back", "exempt"),
    _case("withdraw/", steps.take_back, "withdraw", "decide"),
    _case("assign/", steps.give, "assign", "assign"),
    _case("take/", steps.take_over, "take", "take"),
    _case("notices/<int:number>/", notice.notice, "case_notice"),
    _case("export/", notice.export, "case_export", "export"),
)
