"""What the check of a signed file found, in words; it is kept with the file (Riksarkivet 2006:1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klubban.domain.examined import Examined
    from klubban.domain.text import Blocks
    from klubban.i18n import Texts


def report(examined: Examined, texts: Texts) -> Blocks:
    """Return the verdict, the signers with their certificates and times, and each remark."""
    raise NotImplementedError(examined, texts)
