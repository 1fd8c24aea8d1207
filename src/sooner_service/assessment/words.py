"""The choices of the assessment records as a form offers them."""

from sooner_service.assessment.models import Concern, View

AREA_CHOICES: tuple[tuple[str, str], ...] = tuple((value, str(words)) for value, words in Concern.Area.choices)
SPEAKER_CHOICES: tuple[tuple[str, str], ...] = tuple((value, str(words)) for value, words in View.Speaker.choices)
