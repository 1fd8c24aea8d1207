"""The addresses of plans, sessions and progress."""

from sooner_service.pages.framework import Address, child_page, organisation_page
from sooner_service.pages.school.plan import agree, childs_page, edit, read
from sooner_service.pages.school.progress import child as child_progress
from sooner_service.pages.school.progress import decision, goal, grid, measures, meeting
from sooner_service.pages.school.sessions import child as child_sessions
from sooner_service.pages.school.sessions import today

_CHILD = "children/<str:child>/"

SESSIONS: tuple[Address, ...] = (
    organisation_page("sessions/", today.today, name="sessions_today", record="session", action="list"),
    child_page(f"{_CHILD}sessions/", child_sessions.sessions, name="child_sessions", record="session", action="see"),
    child_page(f"{_CHILD}sessions/<int:provision>/", child_sessions.support, name="support_sessions", record="session", action="log"),
    child_page(f"{_CHILD}sessions/<int:provision>/end/", child_sessions.end_support, name="end_support", record="support", action="stop"),
)

_PLAN = f"{_CHILD}plan/"

PLANS: tuple[Address, ...] = (
    child_page(_PLAN, read.plan, name="plan", record="plan", action="see"),
    child_page(f"{_PLAN}open/", read.begin, name="open_plan", record="plan", action="edit", is_opening=False),
    child_page(f"{_PLAN}versions/", read.versions, name="plan_versions", record="plan", action="see"),
    child_page(f"{_PLAN}versions/<int:number>/", read.version, name="plan_version", record="plan", action="see"),
    child_page(f"{_PLAN}versions/<int:number>/print/", read.print_view, name="print_plan", record="plan", action="see"),
    child_page(f"{_PLAN}check/", agree.check, name="check_plan", record="plan", action="see"),
    child_page(f"{_PLAN}share/", agree.share, name="share_plan", record="plan", action="share"),
    child_page(f"{_PLAN}final/", agree.final, name="finalise_plan", record="plan", action="finalise"),
    child_page(f"{_PLAN}done/<str:what>/", agree.done, name="plan_done", record="plan", action="see", is_opening=False),
    child_page(f"{_PLAN}answers/", agree.write_answers, name="plan_answers", record="plan", action="write_down_answer"),
    child_page(f"{_PLAN}child/", childs_page.childs_page, name="childs_page", record="plan", action="see"),
    child_page(f"{_PLAN}child/edit/", childs_page.edit_childs_page, name="edit_childs_page", record="plan", action="edit"),
    child_page(f"{_PLAN}<str:kind>/<str:key>/", edit.edit_part, name="edit_plan_part", record="plan", action="edit"),
    child_page(f"{_PLAN}<str:kind>/<str:key>/remove/", edit.remove_part, name="remove_plan_part", record="plan", action="edit"),
)

_PROGRESS = f"{_CHILD}progress/"

PROGRESS: tuple[Address, ...] = (
    organisation_page("scores/", grid.scores, name="scores", record="progress", action="list"),
    organisation_page("measures/", measures.measures, name="measures", record="measure", action="see"),
    organisation_page("measures/add/", measures.add, name="add_measure", record="measure", action="define"),
    organisation_page("measures/<int:measure>/retire/", measures.retire, name="retire_measure", record="measure", action="define"),
    organisation_page("decisions/", meeting.meeting, name="decisions_due", record="decision", action="list"),
    child_page(_PROGRESS, child_progress.progress, name="child_progress", record="progress", action="see"),
    child_page(f"{_PROGRESS}goal/", goal.new_goal, name="set_goal", record="progress", action="set_goal"),
    child_page(f"{_PROGRESS}decided/<int:move>/", decision.decided, name="decided", record="decision", action="decide", is_opening=False),
    child_page(f"{_PROGRESS}<int:goal>/", child_progress.scores, name="goal_scores", record="progress", action="log"),
    child_page(f"{_PROGRESS}<int:goal>/close/", child_progress.close, name="close_goal", record="progress", action="set_goal"),
    child_page(f"{_PROGRESS}<int:goal>/decision/", decision.decision, name="decide_support", record="decision", action="decide"),
)

PLANNING: tuple[Address, ...] = (*SESSIONS, *PLANS, *PROGRESS)
