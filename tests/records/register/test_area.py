"""An area's choice of tier words renames pages and touches no record."""

import pytest
from tests.factories import register

from sooner_service.journal.models import Entry
from sooner_service.register.access import Refused
from sooner_service.register.actions.area import set_tier_model
from sooner_service.register.actions.people import CannotDo
from sooner_service.register.models import AreaSetting, Child
from sooner_service.register.queries.area import tier_pack

pytestmark = pytest.mark.django_db


def test_an_area_that_has_not_chosen_uses_the_words_of_the_report() -> None:
    area = register.authority()
    assert tier_pack(register.viewer(register.role("send_manager", area))) == "report_2024"


def test_the_manager_s_choice_holds_for_the_schools_of_the_area_and_touches_no_child() -> None:
    area = register.authority()
    school = register.organisation(authority=area)
    child = register.child(school, tier=2)
    manager = register.viewer(register.role("send_manager", area))
    set_tier_model(viewer=manager, pack="proposals_2026")
    assert tier_pack(register.viewer(register.role("senco", school))) == "proposals_2026"
    assert tier_pack(register.family_viewer(register.person()), child) == "proposals_2026"
    assert Child.objects.get(pk=child.pk).tier == 2


def test_the_choice_leaves_one_entry_and_can_be_taken_back() -> None:
    manager = register.viewer(register.role("send_manager", register.authority()))
    set_tier_model(viewer=manager, pack="proposals_2026")
    set_tier_model(viewer=manager, pack="report_2024")
    assert tier_pack(manager) == "report_2024"
    assert Entry.objects.filter(name="tier_model.set").count() == 2


def test_another_area_keeps_its_own_words() -> None:
    set_tier_model(viewer=register.viewer(register.role("send_manager", register.authority())), pack="proposals_2026")
    assert tier_pack(register.viewer(register.role("send_manager", register.authority()))) == "report_2024"


def test_only_a_manager_chooses_and_only_words_that_exist() -> None:
    area = register.authority()
    with pytest.raises(Refused):
        set_tier_model(viewer=register.viewer(register.role("ehc_co_ordinator", area)), pack="proposals_2026")
    with pytest.raises(CannotDo):
        set_tier_model(viewer=register.viewer(register.role("send_manager", area)), pack="something")
    assert not AreaSetting.objects.exists()
