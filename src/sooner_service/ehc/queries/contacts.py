"""Who a notice points to: the mediation adviser, the service for disagreements, the advice service and the list of schools."""

from collections.abc import Mapping

from sooner_service.ehc.models import Case, CaseNotice
from sooner_service.register.models import Organisation

KEPT = frozenset({"mediation", "disagreement", "advice", "schools"})


def usual_contacts(case: Case) -> Mapping[str, str]:
    """The words that this authority's latest notices used, and its advice service. Empty where none is known yet."""
    found: dict[str, str] = {}
    service = Organisation.objects.filter(kind=Organisation.Kind.ADVICE_SERVICE, authority=case.authority).order_by("pk").first()
    if service is not None:
        ways = [service.name, f"Telephone {service.telephone}" if service.telephone else "", service.email]
        found["advice"] = "\n".join([*(way for way in ways if way), "Free, confidential and independent of the council."])
    for parts in CaseNotice.objects.filter(case__authority=case.authority).order_by("-pk").values_list("parts", flat=True)[:12]:
        for part in parts:
            if part["key"] in KEPT:
                found.setdefault(part["key"], part["words"])
    return found
