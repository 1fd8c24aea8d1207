"""Who the family opened the record to, and since when."""

from sooner_service.advice.models import Grant
from sooner_service.register.access import NotFound, Viewer
from sooner_service.register.models import Child, Organisation


def advice_services() -> list[Organisation]:
    """The advice services a family may choose."""
    return list(Organisation.objects.filter(kind=Organisation.Kind.ADVICE_SERVICE, until__isnull=True))


def advice_service_for(number: int) -> Organisation:
    """One advice service that a family may choose. Raises NotFound."""
    found = next((each for each in advice_services() if each.pk == number), None)
    if found is None:
        raise NotFound
    return found


def grants_of(viewer: Viewer, child: Child) -> list[Grant]:
    """Every opening of this child's record to an advice service, newest first."""
    grants = Grant.objects.filter(access__child=child).select_related("access__organisation", "given_by", "revoked_by")
    return list(grants.order_by("-given_at"))


def grant_for(viewer: Viewer, child: Child, number: int) -> Grant:
    """One grant of this child. Raises NotFound."""
    grant = Grant.objects.filter(access__child=child, pk=number).select_related("access").first()
    if grant is None:
        raise NotFound
    return grant
