"""The addresses of the service's tray, the baselines it signs, and training."""

from sooner_service.pages.framework import Address, child_page, organisation_page
from sooner_service.pages.specialist.baseline.baseline import sign
from sooner_service.pages.specialist.tray.tray import tray
from sooner_service.pages.staffing.training import training_addresses
from sooner_service.pages.staffing.views import staffing_addresses

SUPPORT: tuple[Address, ...] = (
    organisation_page("tray/", tray, name="tray", record="tray", action="see"),
    child_page("children/<str:child>/baseline/", sign, name="baseline_sign", record="baseline", action="sign"),
    *training_addresses(),
    *staffing_addresses(),
)
