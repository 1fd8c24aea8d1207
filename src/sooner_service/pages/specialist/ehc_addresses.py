"""The addresses of a service's requests for advice."""

from sooner_service.pages.framework import Address, child_page, organisation_page
from sooner_service.pages.specialist.advice_requests import advice_requests

EHC: tuple[Address, ...] = (
    organisation_page("advice/", advice_requests.advice_requests, name="advice_requests", record="advice_request", action="list"),
    child_page("children/<str:child>/advice/<int:number>/", advice_requests.answer, name="advice_answer", record="advice_request", action="answer"),
)
