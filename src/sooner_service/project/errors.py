"""The pages shown when something cannot be: in plain words, with what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Nothing here for this viewer, in the same words whether or not it exists."""
    return render(request, "errors/not_found.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The request could not be read."""
    return render(request, "errors/bad_request.html", status=400)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The viewer may not do this."""
    return render(request, "errors/refused.html", {"sentence": "You may not open this page in your present role."}, status=403)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form is too old or came from elsewhere."""
    sentence = "This form was open for too long, or came from another place. Go back, reload the page and send it again."
    return render(request, "errors/refused.html", {"sentence": sentence}, status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke on our side."""
    return render(request, "errors/server_error.html", status=500)
