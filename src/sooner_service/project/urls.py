"""Every address of the service, from the list of each audience."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from sooner_service.pages.adviser.addresses import ADDRESSES as ADVISER
from sooner_service.pages.authority.addresses import ADDRESSES as AUTHORITY
from sooner_service.pages.family.addresses import ADDRESSES as FAMILY
from sooner_service.pages.framework import Address, urls_of
from sooner_service.pages.public.addresses import ADDRESSES as PUBLIC
from sooner_service.pages.school.addresses import ADDRESSES as SCHOOL
from sooner_service.pages.specialist.addresses import ADDRESSES as SPECIALIST
from sooner_service.project.errors import not_found
from sooner_service.project.sign_in.addresses import ADDRESSES as SIGN_IN

handler400 = "sooner_service.project.errors.bad_request"
handler403 = "sooner_service.project.errors.refused"
handler404 = "sooner_service.project.errors.not_found"
handler500 = "sooner_service.project.errors.server_error"

AUDIENCES: dict[str, tuple[str, tuple[Address, ...]]] = {
    "public": ("", PUBLIC),
    "sign_in": ("", SIGN_IN),
    "family": ("family/", FAMILY),
    "school": ("school/", SCHOOL),
    "specialist": ("specialist/", SPECIALIST),
    "adviser": ("adviser/", ADVISER),
    "authority": ("authority/", AUTHORITY),
}

urlpatterns: list[URLPattern | URLResolver] = [
    path(prefix, include((urls_of(addresses, audience=name), name))) for name, (prefix, addresses) in AUDIENCES.items()
]
# The library's pages by which somebody would choose an address or a password alone. Addresses are checked by staff: whoever could
# set their own could take the address of a colleague who is still to join, and be given that colleague's role.
urlpatterns += [re_path("^account/(?:signup|email|confirm-email|password/set)/", not_found)]
urlpatterns += [path("account/", include("allauth.urls"))]
