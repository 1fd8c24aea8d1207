"""Django settings. All reading of the environment happens in the first block, with a type and a clear failure."""

import os
import secrets
import sys
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from cryptography.fernet import Fernet

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = Path(__file__).resolve().parents[1]


def _word(name: str, default: str) -> str:
    return os.environ.get(name, default).strip()


def _yes(name: str, default: bool) -> bool:
    value = _word(name, "yes" if default else "no").lower()
    if value not in {"yes", "no"}:
        sys.exit(f"The setting {name} is {value!r}. Write yes or no.")
    return value == "yes"


def _day(name: str) -> date | None:
    value = _word(name, "")
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        sys.exit(f"The setting {name} is {value!r}. Write a day such as 2026-11-24, or leave it out.")


def _kept_secret(name: str, make: str) -> str:
    """A secret from the environment, else from a file in the instance folder that only the owner can read."""
    given = _word(name, "")
    if given:
        return given
    place = INSTANCE / f"{name.lower()}.key"
    if not place.exists():
        INSTANCE.mkdir(parents=True, exist_ok=True, mode=0o700)
        place.touch(mode=0o600)
        place.write_text(make)
    return place.read_text().strip()


def _data_keys() -> list[str]:
    """The keys that records are encrypted with, the newest first; ends with a sentence where one is not a key."""
    keys = [key.strip() for key in _kept_secret("SOONER_DATA_KEYS", Fernet.generate_key().decode()).split(",")]
    try:
        for key in keys:
            Fernet(key)
    except ValueError:
        sys.exit("A key in SOONER_DATA_KEYS, or in the file sooner_data_keys.key, is not a data key. Copy it whole, with commas between several.")
    return keys


# The environment, read once. `.env.sample` explains each name.
INSTANCE = Path(_word("SOONER_INSTANCE", str(ROOT / "var"))).resolve()
DATABASE_URL = _word("DATABASE_URL", "")
PRODUCTION = _yes("SOONER_PRODUCTION", False)
HTTPS = _yes("SOONER_HTTPS", PRODUCTION)
ALLOWED_HOSTS = _word("SOONER_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
AREA_NAME = _word("SOONER_AREA_NAME", "Wrenfield")
TIER_MODEL = _word("SOONER_TIER_MODEL", "")
EMAIL_FOLDER = _word("SOONER_EMAIL_FOLDER", str(INSTANCE / "outgoing"))
SECRET_KEY = _kept_secret("SOONER_SECRET_KEY", secrets.token_urlsafe(60))
DATA_KEYS = _data_keys()
PORT = _word("PORT", "8000")
PRETEND_TODAY = _day("SOONER_PRETEND_TODAY")
if PRODUCTION and PRETEND_TODAY:
    sys.exit("SOONER_PRETEND_TODAY is set. A real service lives on the real day: unset it.")

DEBUG = False
DEMONSTRATION = not PRODUCTION
ROOT_URLCONF = "sooner_service.project.urls"
WSGI_APPLICATION = "sooner_service.project.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "register.Person"
SITE_NAME = "Sooner"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "sooner_service.design",
    "sooner_service.journal",
    "sooner_service.register",
    "sooner_service.training",
    "sooner_service.attendance",
    "sooner_service.plans",
    "sooner_service.assessment",
    "sooner_service.ehc",
    "sooner_service.advice",
    "sooner_service.project",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "sooner_service.project.sign_in.lifetime.LifetimeMiddleware",
    "sooner_service.project.sign_in.second_factor.SecondFactorMiddleware",
    "sooner_service.project.viewing.ViewerMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "pages", PACKAGE / "project" / "templates", PACKAGE / "design" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["sooner_service.design.templatetags.design"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sooner_service.project.viewing.page_context",
            ],
        },
    }
]


def _database(url: str) -> dict[str, object]:
    """Django's settings for `DATABASE_URL`: empty for the SQLite file of the instance, else postgres://user:password@host:port/name."""
    if not url:
        pragmas = (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000; "
            "PRAGMA cache_size=-32000; PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864;"
        )
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": INSTANCE / "sooner.sqlite3",
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
            "TEST": {"NAME": INSTANCE / "test.sqlite3"},
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        sys.exit(f"DATABASE_URL starts with {parts.scheme!r}. Sooner runs on postgres://... or, with no DATABASE_URL, on SQLite.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}},
    }


DATABASES = {"default": _database(DATABASE_URL)}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "rate_limits"}}

# Sign-in. Families use a link and a code sent by e-mail; staff a password and a second factor.
ACCOUNT_ADAPTER = "sooner_service.project.sign_in.adapter.SignInAdapter"
ACCOUNT_FORMS = {
    "request_login_code": "sooner_service.project.sign_in.forms.FamilyCodeForm",
    "reset_password": "sooner_service.project.sign_in.forms.StaffPasswordForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Sooner"
USERSESSIONS_TRACK_ACTIVITY = True  # by LifetimeMiddleware, once a minute
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/start/"

SESSION_COOKIE_AGE = 30 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = ("__Host-session", "__Host-csrf") if HTTPS else ("sooner_session", "sooner_csrf")
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "sooner_service.project.errors.csrf_failed"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "base-uri": ["'none'"],
        "img-src": ["'self'", "data:"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = EMAIL_FOLDER
DEFAULT_FROM_EMAIL = "Sooner <no-reply@sooner.example>"

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/assets/"
STATICFILES_DIRS = [path for path in (ROOT / "build" / "assets", PACKAGE / "design" / "static") if path.exists()]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
