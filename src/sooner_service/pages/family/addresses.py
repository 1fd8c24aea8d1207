"""Every address of this audience, with the record and action it needs."""

from sooner_service.pages.family.access import access
from sooner_service.pages.family.ehc import ask, follow, late, say
from sooner_service.pages.family.home import home
from sooner_service.pages.family.looked import looked
from sooner_service.pages.family.messages import messages
from sooner_service.pages.family.plan import plan
from sooner_service.pages.family.progress import progress
from sooner_service.pages.family.pulse import pulse
from sooner_service.pages.family.said import said
from sooner_service.pages.family.sharing import sharing
from sooner_service.pages.family.support import support
from sooner_service.pages.family.worry import worry
from sooner_service.pages.framework import Address, child_page, family_page

HOME: tuple[Address, ...] = (
    family_page("", home.home, name="home"),
    family_page("messages/", messages.messages, name="messages"),
    family_page("messages/read/", messages.read_all, name="read_messages"),
    family_page("messages/<int:number>/read/", messages.read_one, name="read_message"),
    child_page("<str:child>/", home.child_home, name="child", record="family_page", action="see"),
    child_page("<str:child>/me/", home.me, name="me", record="family_page", action="see"),
)
SUPPORT: tuple[Address, ...] = (
    child_page("<str:child>/support/", support.support, name="support", record="session", action="see"),
    child_page("<str:child>/support/<int:number>/", support.sessions, name="sessions", record="session", action="see"),
    child_page("<str:child>/baseline/", support.baseline, name="baseline", record="baseline", action="see"),
    child_page("<str:child>/plan/", plan.plan, name="plan", record="plan", action="see"),
    child_page("<str:child>/plan/versions/<int:number>/", plan.version, name="plan_version", record="plan", action="see"),
    child_page("<str:child>/plan/lines/<str:key>/", plan.answer_line, name="plan_line", record="plan", action="respond"),
    child_page("<str:child>/plan/agree/", plan.agree_to_all, name="agree_to_all", record="plan", action="respond"),
    child_page("<str:child>/plan/own/", plan.own_version, name="own_version", record="plan", action="see"),
    child_page("<str:child>/progress/", progress.progress, name="progress", record="progress", action="see"),
)
WORDS: tuple[Address, ...] = (
    child_page("<str:child>/views/", said.said, name="views", record="views", action="see"),
    child_page("<str:child>/views/add/", said.whose, name="whose_words", record="views", action="add"),
    child_page("<str:child>/views/add/mine/", said.add_mine, name="add_words", record="views", action="add"),
    child_page("<str:child>/views/add/child/", said.add_childs, name="add_child_words", record="views", action="add"),
    child_page("<str:child>/views/kept/", said.kept, name="words_kept", record="views", action="add", is_opening=False),
    child_page("<str:child>/views/questions/<int:number>/", said.answer, name="answer_question", record="views", action="add"),
    child_page("<str:child>/worry/", worry.worry, name="worry", record="concern", action="note"),
    child_page("<str:child>/pulse/", pulse.pulse, name="pulse", record="pulse", action="give"),
)
EHC: tuple[Address, ...] = (
    child_page("<str:child>/ehc/", follow.follow, name="ehc", record="ehc_case", action="see"),
    child_page("<str:child>/ehc/ask/", ask.begin, name="ask_ehc", record="ehc_request", action="make"),
    child_page("<str:child>/ehc/ask/check/", ask.check, name="check_ehc", record="ehc_request", action="make"),
    child_page("<str:child>/ehc/ask/<str:key>/", ask.step, name="ask_ehc_step", record="ehc_request", action="make"),
    child_page("<str:child>/ehc/sent/", ask.sent, name="sent_ehc", record="ehc_case", action="see"),
    child_page("<str:child>/ehc/letters/<int:number>/", follow.letter, name="ehc_letter", record="ehc_papers", action="see"),
    child_page("<str:child>/ehc/late/", late.late, name="ehc_late", record="ehc_case", action="see"),
    child_page("<str:child>/ehc/draft/", say.draft, name="answer_draft", record="ehc_draft", action="answer"),
    child_page("<str:child>/ehc/questions/<int:number>/", say.question, name="ehc_question", record="family_advice", action="give"),
    child_page("<str:child>/ehc/plan/", follow.ehc_plan, name="ehc_plan", record="ehc_papers", action="see"),
    child_page("<str:child>/ehc/evidence/", follow.evidence, name="evidence", record="evidence", action="see"),
    child_page("<str:child>/ehc/evidence/<int:number>/", follow.answer, name="answer_evidence", record="evidence", action="agree"),
)
ACCESS: tuple[Address, ...] = (
    child_page("<str:child>/looked/", looked.looked, name="looked", record="looked", action="see"),
    child_page("<str:child>/access/", access.access, name="access", record="access_grant", action="see"),
    child_page("<str:child>/access/give/", access.give, name="give_access", record="access_grant", action="give"),
    child_page("<str:child>/access/<int:number>/stop/", access.stop, name="stop_access", record="access_grant", action="give"),
    child_page("<str:child>/sharing/", sharing.sharing, name="sharing", record="sharing", action="see"),
    child_page("<str:child>/sharing/<int:number>/", sharing.choose, name="choose_sharing", record="sharing", action="choose"),
)
ADDRESSES: tuple[Address, ...] = (*HOME, *SUPPORT, *WORDS, *EHC, *ACCESS)
