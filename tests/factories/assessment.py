"""Builders for concerns, baselines, views and decisions."""

from datetime import date

from tests.factories.register import NOW, TODAY

from sooner.assessment.baseline import AreaView, Profile
from sooner_service.assessment.models import Baseline, Concern, ConcernSupport, TierMove, View, ViewRequest
from sooner_service.assessment.profiles import as_json
from sooner_service.plans.models import Provision
from sooner_service.register.models import Child


def profile(**fields: object) -> Profile:
    """A complete profile: clear concern about communication, some about feelings."""
    given = {
        "areas": {
            "communication_and_interaction": AreaView(2, "Finds it hard to follow instructions given to the class"),
            "cognition_and_learning": AreaView(0),
            "social_emotional_and_mental_health": AreaView(1, "Worries at the start of the day"),
            "sensory_and_or_physical": AreaView(0),
        },
        "strengths": "Builds long and careful train tracks",
        "child_words": "I like it when we draw it first",
        "child_words_readers": ("my_teachers", "my_family"),
        "family_view": "At home we use pictures and that helps",
        "family_view_source": "told_to_staff",
        "tried": "Sitting nearer to the front",
    }
    return Profile(**{**given, **fields})


def concern(child: Child, **fields: object) -> Concern:
    """A concern about communication, noted today at the child's setting."""
    given = {
        "setting": child.setting,
        "area": Concern.Area.COMMUNICATION,
        "what": "Often looks lost when the class is told what to do",
        "noted_on": TODAY,
        "noted_at": NOW,
        "noted_by_role": "class_teacher",
    }
    return Concern.objects.create(child=child, **{**given, **fields})


def view(child: Child, speaker: str = "family", **fields: object) -> View:
    """Words of the family, or of the child with the readers given."""
    return View.objects.create(child=child, speaker=speaker, **{"words": "Mornings are hard", "at": NOW, **fields})


def view_request(child: Child, **fields: object) -> ViewRequest:
    """A question to the family."""
    return ViewRequest.objects.create(child=child, **{"question": "What helps at home?", "asked_at": NOW, **fields})


def baseline(child: Child, **fields: object) -> Baseline:
    """A baseline that waits for a signature, with the child's words in a view of their own."""
    words = view(child, "child", words="I like it when we draw it first", readers=["staff", "family"], topic="baseline")
    given = {"status": Baseline.Status.READY, "profile": as_json(profile()), "child_words": words, "completed_at": NOW}
    return Baseline.objects.create(child=child, **{**given, **fields})


def signed_baseline(child: Child, **fields: object) -> Baseline:
    """A signed baseline."""
    return baseline(child, **{"status": Baseline.Status.SIGNED, "signed_at": NOW, **fields})


def chosen_support(concern_noted: Concern, provision: Provision) -> ConcernSupport:
    """A support chosen for a concern."""
    return ConcernSupport.objects.create(concern=concern_noted, provision=provision, chosen_at=NOW)


def move(child: Child, **fields: object) -> TierMove:
    """A decision to keep a child in the tier."""
    given = {
        "kind": TierMove.Kind.KEEP, "from_tier": child.tier, "to_tier": child.tier, "reason": "The scores are on the aim",
        "decided_by_role": "senco", "decided_on": date(2026, 11, 24), "decided_at": NOW,
    }
    return TierMove.objects.create(child=child, **{**given, **fields})
