"""How a form field looks, kept on the field so that its page need not say it again."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields


@dataclass(frozen=True)
class Appearance:
    """What a field adds to its component. `reveals` names the field shown under a choice; `choice_hints` explains a choice."""

    label_size: str = ""
    is_page_heading: bool = False
    classes: str = ""
    autocomplete: str = ""
    inputmode: str = ""
    prefix: str = ""
    suffix: str = ""
    spellcheck: bool | None = None
    rows: int = 5
    max_words: int | None = None
    max_characters: int | None = None
    choice_hints: Mapping[str, str] = field(default_factory=dict)
    reveals: Mapping[str, str] = field(default_factory=dict)
    none_value: str = ""
    is_inline: bool = False


PLAIN = Appearance()
NAMES = frozenset(each.name for each in fields(Appearance))


def taken_from(options: dict[str, object]) -> Appearance:
    """The appearance among a field's options, which it takes out of them."""
    return Appearance(**{name: options.pop(name) for name in NAMES & options.keys()})  # type: ignore[arg-type]
