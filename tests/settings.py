"""The service's settings for tests: a fresh instance folder, a fast hasher, mail in memory."""

import os
import tempfile

os.environ.setdefault("SOONER_INSTANCE", tempfile.mkdtemp(prefix="sooner-tests-"))

from sooner_service.project.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
