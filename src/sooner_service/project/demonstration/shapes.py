"""A setting as the blueprint knows it: its kind, and how many pupils and classes each year group has."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class SettingShape:
    """A setting and how many pupils and classes each year group has."""

    key: str
    kind: str
    phase: str
    name: str
    pupils: Mapping[int, int]
    in_trust: bool = False
    nobody_trained: bool = False
    forms: Mapping[int, int] = field(default_factory=dict)

    @property
    def is_mainstream(self) -> bool:
        """Whether it is an ordinary school, nursery or college."""
        return self.kind in {"school", "nursery", "college"}
