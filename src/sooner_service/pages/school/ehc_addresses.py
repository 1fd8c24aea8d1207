"""The addresses of a child's EHC case as the setting sees it."""

from sooner_service.pages.framework import Address, child_page
from sooner_service.pages.school.ehc import ask, ehc

EHC: tuple[Address, ...] = (
    child_page("children/<str:child>/ehc/", ehc.ehc, name="ehc", record="ehc_case", action="see"),
    child_page("children/<str:child>/ehc/ask/", ask.ask, name="ehc_ask", record="ehc_request", action="make"),
    child_page("children/<str:child>/ehc/ask/<str:key>/", ask.ask_step, name="ehc_ask_step", record="ehc_request", action="make"),
    child_page("children/<str:child>/ehc/advice/<int:number>/", ehc.advice, name="ehc_advice", record="advice_request", action="answer"),
    child_page("children/<str:child>/ehc/evidence/", ehc.evidence, name="ehc_evidence", record="evidence", action="offer"),
)
