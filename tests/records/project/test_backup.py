"""An encrypted backup, taken while others write, restores to an equal service; what is not fit to restore is refused in words."""

import threading

import pytest
from cryptography.fernet import Fernet
from django.apps import apps
from django.core.management import call_command
from django.db import connections
from tests.factories import register as make

from sooner_service.project.backup import CannotRestore, restore_backup, write_backup
from sooner_service.project.content import content_hash, kept_models
from sooner_service.register.acting import listed
from sooner_service.register.models import Draft, Organisation


def filled():
    """A small service with a draft, whose words are encrypted, and an entry in the journal."""
    school = make.organisation(authority=make.authority())
    child = make.child(school, make.school_class(school))
    make.adult(child)
    held = make.role("senco", school)
    Draft.objects.create(holder="person:1", journey="baseline", about=child.reference, answers={"strengths": {"words": ["ÄÖ ’ 1"]}}, updated_at=make.NOW)
    listed(make.viewer(held), record="child", count=1)
    return school


def emptied():
    """Everything gone, as in a new service."""
    call_command("flush", verbosity=0, interactive=False)


@pytest.mark.django_db(transaction=True)
def test_a_restored_service_is_equal(tmp_path):
    filled()
    before, file = content_hash(), tmp_path / "sooner.backup"
    write_backup(file)
    emptied()
    restore_backup(file)
    assert content_hash() == before


@pytest.mark.django_db(transaction=True)
def test_a_restored_service_goes_on_counting_where_the_other_stopped(tmp_path):
    filled()
    file = tmp_path / "sooner.backup"
    write_backup(file)
    emptied()
    restore_backup(file)
    highest = max(Organisation.objects.values_list("pk", flat=True))
    assert make.organisation().pk > highest


@pytest.mark.django_db(transaction=True)
def test_a_backup_taken_under_writes_is_of_one_moment(tmp_path):
    filled()
    stop, made = threading.Event(), []

    def write():
        while not stop.is_set() and len(made) < 400:
            school = make.organisation(authority=make.authority())
            made.append(make.school_class(school).pk)
        connections.close_all()

    writer = threading.Thread(target=write)
    writer.start()
    file = tmp_path / "sooner.backup"
    try:
        write_backup(file)
    finally:
        stop.set()
        writer.join()
    emptied()
    restore_backup(file)
    for model in kept_models():
        for field in (each for each in model._meta.concrete_fields if each.is_relation):
            wanted = set(model._default_manager.exclude(**{field.name: None}).values_list(field.attname, flat=True))
            there = set(field.related_model._default_manager.values_list("pk", flat=True))
            assert wanted <= there, f"{model.__name__}.{field.name} points at nothing"


@pytest.mark.django_db(transaction=True)
def test_nobody_can_read_a_backup_without_the_keys(tmp_path, settings):
    filled()
    file = tmp_path / "sooner.backup"
    write_backup(file)
    assert b"Testname" not in file.read_bytes()
    assert file.stat().st_mode & 0o077 == 0
    emptied()
    settings.DATA_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(CannotRestore, match="other data keys"):
        restore_backup(file)
    assert not apps.get_model("register", "Person").objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_service_with_people_is_not_written_over(tmp_path):
    filled()
    file = tmp_path / "sooner.backup"
    write_backup(file)
    with pytest.raises(CannotRestore, match="already has people"):
        restore_backup(file)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("content", [b"", b"not a backup", b"SOONER-BACKUP-1\nbroken\n"])
def test_a_broken_file_is_refused_and_nothing_is_left_behind(tmp_path, content):
    file = tmp_path / "broken.backup"
    file.write_bytes(content)
    with pytest.raises(CannotRestore):
        restore_backup(file)
    assert not Organisation.objects.exists()
