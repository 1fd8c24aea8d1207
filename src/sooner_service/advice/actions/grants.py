"""The family opens the record to the advice service, and closes it again."""

from sooner_service.advice.models import Grant
from sooner_service.register.access import Viewer, current
from sooner_service.register.acting import acting, hold
from sooner_service.register.models import Child, ChildAccess, Organisation


class CannotGrant(Exception):
    """The grant cannot be given or closed as things stand. The message is a sentence."""


def give_access(*, viewer: Viewer, child: Child, service: Organisation) -> Grant:
    """Open the child's record to an advice service. It takes effect at once."""
    with acting(viewer, record="access_grant", action="give", child=child) as act:
        if service.kind != Organisation.Kind.ADVICE_SERVICE:
            raise CannotGrant("Choose an advice service.")
        relationship = ChildAccess.Relationship.GRANTED
        if ChildAccess.objects.filter(current(viewer.on), child=child, organisation=service, relationship=relationship).exists():
            raise CannotGrant("The advice service can see the record already.")
        access = ChildAccess.objects.create(
            child=child, organisation=service, relationship=relationship, because="The family asked", granted_by=viewer.person, starts_on=viewer.on
        )
        grant = Grant.objects.create(access=access, given_by=viewer.person, given_at=viewer.now)
        act.made = grant
        act.details = {"organisation": service.pk}
        return grant


def revoke_access(*, viewer: Viewer, child: Child, grant: Grant) -> Grant:
    """Close the record to the advice service from this moment."""
    with acting(viewer, record="access_grant", action="give", child=child) as act:
        hold(grant)
        if grant.access.child_id != child.pk or grant.revoked_at is not None:
            raise CannotGrant("This access has ended already.")
        grant.revoked_by, grant.revoked_at = viewer.person, viewer.now
        grant.save(update_fields=["revoked_by", "revoked_at"])
        ChildAccess.objects.filter(pk=grant.access_id).update(until=viewer.on)
        act.made = grant
        act.details = {"organisation": grant.access.organisation_id}
        return grant
