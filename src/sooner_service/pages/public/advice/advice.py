"""The advice box and its articles. Danger is looked for before anything is searched; no text is kept."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from sooner.advice import Answer, Article
from sooner.advice import article as article_named
from sooner.advice import articles as all_articles
from sooner.advice import ask as ask_policy
from sooner.advice.asking import ANOTHER_LANGUAGE
from sooner.advice.glossary import words_explained
from sooner_service.advice.actions.asked import count_question
from sooner_service.design.forms import LongTextField, SoonerForm
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.rate_limits import MINUTE, at_most

HEADINGS = {
    "urgent": "Get help now",
    "handover": "A person can help with this",
    "answer": "What we found",
    "out_of_scope": "We do not have an answer to this",
}


class QuestionForm(SoonerForm):
    """A question in anyone's own words."""

    question = LongTextField(
        label="What do you want to know?", hint="Use your own words. Do not give names: nothing you type is kept.", rows=3,
        missing="Type your question, for example: how do I ask for help at school?",
    )  # fmt: skip


@at_most(30, within=10 * MINUTE, name="advice")
def advice(request: PageRequest) -> HttpResponse:
    """Ask a question, or browse. The question is sent in the body, so that it stays out of addresses and logs."""
    form = QuestionForm(request.POST or None)
    answer = None
    if request.method == "POST" and form.is_valid():
        answer = ask_policy(form.cleaned_data["question"])
        count_question(viewer=request.viewer, mode=answer.mode, article=answer.answers[0].article if answer.answers else "")
        form = QuestionForm()
    response = render(request, "public/advice/advice.html", {"form": form, "groups": _by_stage(), **_shown(answer)})
    response["Cache-Control"] = "no-store"
    return response


def _shown(answer: Answer | None) -> dict[str, object]:
    if answer is None:
        return {}
    return {"answer": answer, "heading": HEADINGS[answer.mode], "is_language": answer.next_steps == ANOTHER_LANGUAGE}


def _by_stage() -> dict[str, list[Article]]:
    groups: dict[str, list[Article]] = {}
    for each in all_articles():
        groups.setdefault(each.stage, []).append(each)
    return groups


def article(request: PageRequest, name: str) -> HttpResponse:
    """One article: the answer in two sentences, steps, the law under a disclosure, who can help."""
    found = article_named(name)
    if found is None:
        raise Http404
    others = [each for each in all_articles() if each.stage == found.stage and each.key != found.key]
    return render(request, "public/advice/article.html", {"article": found, "words": words_explained(found.words), "others": others})
