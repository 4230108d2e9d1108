"""What the window asks the other process of papers, and what it answers. Nothing here knows Qt."""

from __future__ import annotations

from dataclasses import dataclass

from klubban.exchange.paper_lines import PaperLine


@dataclass(frozen=True, slots=True)
class ShowPaper:
    """Draw a page of a paper, so many pixels wide, or tell its words where it has no pages."""

    sha256: str
    media_type: str
    page: int
    width: int
    data: bytes | None = None
    """The bytes, when the process has not had them yet."""


@dataclass(frozen=True, slots=True)
class NotHad:
    """The process has not had the bytes of the paper."""


@dataclass(frozen=True, slots=True)
class PaperWords:
    """What a paper without pages says; no lines where it cannot be shown at all."""

    lines: tuple[PaperLine, ...]
