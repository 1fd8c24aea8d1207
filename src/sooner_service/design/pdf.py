"""HTML to PDF, tagged for screen readers. The drawing library needs a few system libraries that a machine may lack."""

import importlib
from types import ModuleType

LIBRARIES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation"


HOW_TO_INSTALL = f"This machine cannot make PDFs yet; print views work. On Debian or Ubuntu run: apt-get install {LIBRARIES}"


class PdfUnavailable(RuntimeError):
    """This machine cannot make PDFs; the sentence says what to install."""


def pdf_from_html(html: str, base_url: str) -> bytes:
    """The document as PDF/UA. `base_url` is where the addresses of its style sheets and pictures start. Raises PdfUnavailable."""
    document: bytes = _weasyprint().HTML(string=html, base_url=base_url).write_pdf(pdf_variant="pdf/ua-1")
    return document


def is_available() -> bool:
    """Whether this machine has the libraries that a PDF needs."""
    try:
        _weasyprint()
    except PdfUnavailable:
        return False
    return True


def _weasyprint() -> ModuleType:
    # Loading it opens the system libraries, so it waits until a PDF is wanted: every other page works without them.
    try:
        return importlib.import_module("weasyprint")
    except (ImportError, OSError) as missing:
        raise PdfUnavailable(
            f"A PDF cannot be made because this machine lacks a library ({missing}). On Debian or Ubuntu run: apt install {LIBRARIES}. "
            "Until then print the page from the browser."
        ) from missing
