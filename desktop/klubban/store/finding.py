"""What a check of the file finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be; a template for the facts."""

    template: str
    facts: dict[str, Any]

    def __str__(self) -> str:
        """Return the English sentence."""
        return self.template.format(**self.facts)
