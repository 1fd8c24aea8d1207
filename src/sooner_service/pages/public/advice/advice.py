"""The advice box and its articles. Danger is looked for before anything is searched; no text is kept."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from sooner.advice import article as article_named
from sooner.advice import articles as all_articles
from sooner.advice import ask as ask_policy
from sooner_service.advice.actions.asked import count_question
from sooner_service.design.forms import LongTextField, SoonerForm
from sooner_service.pages.framework import PageRequest


class QuestionForm(SoonerForm):
    """A question in anyone's own words."""

    question = LongTextField(label="What do you want to know?", hint="Use your own words. Do not give names: nothing you type is kept.", rows=3)


def advice(request: PageRequest) -> HttpResponse:
    """Ask a question, or browse. The question is sent in the body, so that it stays out of addresses and logs."""
    form = QuestionForm(request.POST or None)
    answer = None
    if request.method == "POST" and form.is_valid():
        answer = ask_policy(form.cleaned_data["question"])
        count_question(viewer=request.viewer, mode=answer.mode, article=answer.answers[0].article if answer.answers else "")
    return render(request, "public/advice/advice.html", {"form": form, "answer": answer, "groups": _by_stage()})


def _by_stage() -> dict[str, list[object]]:
    groups: dict[str, list[object]] = {}
    for each in all_articles():
        groups.setdefault(each.stage, []).append(each)
    return groups


def article(request: PageRequest, name: str) -> HttpResponse:
    """One article: the answer in two sentences, steps, the law under a disclosure, who can help."""
    found = article_named(name)
    if found is None:
        raise Http404
    return render(request, "public/advice/article.html", {"article": found})
