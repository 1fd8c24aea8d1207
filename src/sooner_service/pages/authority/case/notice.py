"""A statutory notice as it was sent, to read, print or save as PDF; and the evidence of a whole case."""

from typing import TYPE_CHECKING

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from sooner_service.design.pdf import PdfUnavailable, pdf_from_html
from sooner_service.ehc.actions.export import export_case
from sooner_service.ehc.queries.evidence_file import evidence_file, notice_in
from sooner_service.pages.authority.case.forms import ExportForm
from sooner_service.pages.authority.case.frame import address_of
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.ehc.models import Case


def notice(request: PageRequest, case: "Case", number: int) -> HttpResponse:
    """One notice with all its parts; `?form=pdf` gives the PDF."""
    found = notice_in(case, number)
    context = {
        "notice": found,
        "sender": {"name": case.authority.name, "lines": ["SEND team"], "telephone": case.authority.telephone},
        "recipient_lines": [", ".join(copy.recipient.name for copy in found.copies.all())],
        "reference": case.reference,
        "dated_on": found.sent_on,
        "signed_by": found.sent_by.name if found.sent_by else "",
        "signed_role": "for the authority",
    }
    if request.GET.get("form") == "pdf":
        return _pdf(request, "authority/case/notice.html", context, f"{case.reference}-notice.pdf")
    return render(request, "authority/case/notice.html", context)


def export(request: PageRequest, case: "Case") -> HttpResponse:
    """Take out every event, date, rule and author of the case, for a purpose that is kept."""
    form = ExportForm(request.POST or request.kept or None, initial={"form": "html"})
    if request.method != "POST" or not form.is_valid():
        context = {"case": case, "form": form, "back": address_of(case, "history/"), "heading": "Take out the evidence", "save_words": "Take it out"}
        return render(request, "authority/case/export.html", context)
    kind, purpose = form.cleaned_data["form"], form.cleaned_data["purpose"]
    export_case(viewer=request.viewer, case=case, purpose=purpose, form=kind)
    found = evidence_file(request.viewer, case)
    if kind == "json":
        answer = JsonResponse(found, json_dumps_params={"indent": 2, "ensure_ascii": False})
        answer["Content-Disposition"] = f'attachment; filename="{case.reference}-evidence.json"'
        return answer
    context = {"file": found, "case": case, "purpose": purpose}
    if kind == "pdf":
        return _pdf(request, "authority/case/evidence_file.html", context, f"{case.reference}-evidence.pdf")
    return render(request, "authority/case/evidence_file.html", context)


def _pdf(request: PageRequest, template: str, context: dict[str, object], name: str) -> HttpResponse:
    """The page as PDF; where this machine cannot make one, the page itself with a sentence that says so."""
    try:
        content = pdf_from_html(render_to_string(template, context, request=request), request.build_absolute_uri("/"))
    except PdfUnavailable as missing:
        return render(request, template, {**context, "pdf_problem": str(missing)})
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
