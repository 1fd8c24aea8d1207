"""Every address of this audience, with the record and action it needs."""

from sooner_service.pages.adviser.families import families
from sooner_service.pages.adviser.notes import notes
from sooner_service.pages.framework import Address, child_page, organisation_page, sealed
from sooner_service.pages.staffing.views import staffing_addresses

ADDRESSES: tuple[Address, ...] = (
    organisation_page("families/", families.families, name="families", record="casework", action="list"),
    child_page("families/<str:child>/", families.overview, name="family", record="casework", action="see"),
    child_page("families/<str:child>/support/", families.support, name="support", record="session", action="see"),
    child_page("families/<str:child>/support/<int:number>/", families.sessions, name="sessions", record="session", action="see"),
    child_page("families/<str:child>/plan/", families.plan, name="plan", record="plan", action="see"),
    child_page("families/<str:child>/progress/", families.progress, name="progress", record="progress", action="see"),
    child_page("families/<str:child>/ehc/", families.ehc, name="ehc", record="ehc_case", action="see"),
    child_page("families/<str:child>/views/", families.views, name="views", record="views", action="see"),
    child_page("families/<str:child>/notes/", notes.notes, name="notes", record="case_note", action="see"),
    sealed(child_page("families/<str:child>/notes/write/", notes.write, name="write_note", record="case_note", action="write")),
    sealed(organisation_page("notes/open/", notes.open_page, name="open_notes", record="service_key", action="open")),
    organisation_page("notes/close/", notes.close, name="close_notes", record="service_key", action="open"),
    sealed(organisation_page("notes/passphrase/", notes.make, name="make_passphrase", record="service_key", action="make")),
    *staffing_addresses(),
)
