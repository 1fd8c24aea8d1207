"""In bulk: staff join, leave and are trained; children come on roll and are linked to adults."""

from sooner.clocks.own_rights import own_rights_from
from sooner_service.project.demonstration import happenings as h
from sooner_service.project.demonstration.blueprint import Blueprint
from sooner_service.project.demonstration.made import Gathered, Made
from sooner_service.project.demonstration.set_up import UNUSABLE, begin_year, bring_training, complete_roll
from sooner_service.project.demonstration.settings import class_key
from sooner_service.project.demonstration.stories.roll import OWN_TRAINING
from sooner_service.project.demonstration.tellers.scribe import Scribe
from sooner_service.register import chance
from sooner_service.register.actions.roll import RIGHTS, new_reference
from sooner_service.register.models import AdultLink, Child, ClassStaff, Person, Registration, RoleHeld
from sooner_service.training.models import Completion


class RollInBulk(Scribe):
    """The same rows as the actions of `register` and `training`."""

    def __init__(self, blueprint: Blueprint, made: Made, rows: Gathered) -> None:
        super().__init__(blueprint, made, rows)
        self.staff = {member.key: member for member in blueprint.staff}
        self.children = {child.key: child for child in blueprint.children}
        self.references: set[str] = set()
        self.people: dict[str, Person] = {}

    def joined(self, it: h.Joined) -> None:
        """As `join`."""
        viewer, member = self.who(it), self.staff[it.staff]
        person = self.rows.keep(
            Person(email=member.email.lower(), name=member.name, password=UNUSABLE, is_staff_account=True, is_invented=True, joined_at=it.at)
        )
        held = self.rows.keep(RoleHeld(person=person, organisation=self.made.organisations[member.organisation], role=member.role, starts_on=viewer.on))
        classes = [self.made.classes[class_key(member.organisation, self.blueprint.years[0], *form)] for form in member.forms]
        self.made.roles[it.staff] = held
        self.made.class_staff[it.staff] = [
            self.rows.keep(ClassStaff(role_held=held, school_class=each, starts_on=viewer.on)) for each in classes
        ]
        if member.role not in OWN_TRAINING:
            bring_training(member, self.made, self.rows)
        self.enter(viewer, "staff.manage", made=held, details={"person": person.pk, "role": member.role})

    def left(self, it: h.Left) -> None:
        """As `leave`."""
        viewer, held = self.who(it), self.made.roles[it.staff]
        held.until = viewer.on
        for each in self.made.class_staff.get(it.staff, ()):
            each.until = viewer.on
        self.enter(viewer, "staff.manage", made=held.person, details={"roles": [held.role]})

    def trained(self, it: h.Trained) -> None:
        """As `record_completion`."""
        viewer, person = self.who(it), self.made.roles[it.staff].person
        row = self.rows.keep(
            Completion(person=person, course=it.course, completed_on=it.completed_on, evidence=it.evidence, recorded_by=viewer.person)
        )
        self.enter(viewer, "training.record", made=row, details={"course": it.course, "person": person.pk})

    def registered(self, it: h.Registered) -> None:
        """As `register_child`, with what the school's own system knows."""
        viewer, plan = self.who(it), self.children[it.child]
        setting, school_class = self.made.organisations[plan.setting], self.made.classes[it.school_class]
        child = self.rows.keep(
            Child(
                reference=self._reference(it.child), given_name=plan.given_name, family_name=plan.family_name, known_as=plan.known_as, born_on=plan.born_on,
                first_language=plan.first_language, setting=setting, school_class=school_class, authority=setting.authority,
                year_group=school_class.year_group, is_in_care="in_care" in plan.marks, is_adopted="adopted" in plan.marks,
                own_rights_from=own_rights_from(plan.born_on), is_invented=True,
            )
        )
        self.made.children[it.child] = child
        self.made.registrations[it.child] = self.rows.keep(Registration(child=child, setting=setting, school_class=school_class, starts_on=viewer.on))
        self.enter(viewer, "roll.register", made=child, child=child)
        complete_roll(plan, self.made, self.rows)

    def _reference(self, key: str) -> str:
        with chance.seeded(f"{self.blueprint.seed}:reference:{key}"):
            found = new_reference()
            while found in self.references:
                found = new_reference()
        self.references.add(found)
        return found

    def linked(self, it: h.Linked) -> None:
        """As `link_adult`: somebody known by e-mail is the same person."""
        viewer, child = self.who(it), self.child(it)
        plan = next(adult for adult in self.children[it.child].adults if adult.key == it.adult)
        person = self.people.get(plan.email) if plan.email else None
        if person is None:
            contact_by = plan.contact_by if plan.email or plan.contact_by != "email" else "paper"
            person = self.rows.keep(
                Person(
                    email=plan.email or None, name=plan.name, password=UNUSABLE, telephone=plan.telephone, contact_by=contact_by, language=plan.language,
                    needs_interpreter=plan.needs_interpreter, is_invented=True, joined_at=it.at,
                )
            )
            self.people[plan.email] = person
        self.made.adults[it.adult] = person
        is_restricted = bool(plan.restriction_reason)
        link = self.rows.keep(
            AdultLink(
                child=child, person=person, relation=plan.relation, has_parental_responsibility=plan.has_parental_responsibility,
                is_restricted=is_restricted, restriction_reason=plan.restriction_reason, lives_with_child=plan.lives_with_child,
                home_address=plan.home_address, checked_by=viewer.person, checked_on=viewer.on, checked_how=plan.checked_how, starts_on=viewer.on,
                **{right: right in plan.rights for right in RIGHTS},
            )
        )
        self.made.links.setdefault(child.reference, []).append(link)
        self.enter(viewer, "adult_link.add", made=link, child=child, details={"rights": sorted(plan.rights), "is_restricted": is_restricted})

    def year_began(self, it: h.YearBegan) -> None:
        """No action: the classes of a new year."""
        begin_year(self.blueprint, it.year, self.made, self.rows)
