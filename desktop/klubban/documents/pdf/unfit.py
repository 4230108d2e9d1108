"""Why a document cannot be part of a bundle as it is."""

from __future__ import annotations

from enum import StrEnum

from klubban.i18n import N_


class Why(StrEnum):
    """Each with the sentence that says so, to translate."""

    MISSING = N_("The document is listed on the agenda, but its file is not kept here.")
    CHANGED = N_("The document’s file is not what was put in: it is damaged.")
    NOT_PDF = N_("The document is not a PDF file or a picture, so it cannot be part of a bundle.")
    ENCRYPTED = N_("The document is protected with a password.")
    BROKEN = N_("The document’s file is damaged and cannot be read.")
    EMPTY = N_("The document has no pages.")
    FORM = N_("The document is a form that only its own program can show.")
    TOO_LARGE = N_("The picture is too large to be printed.")


class Unfit(Exception):
    """A document cannot be part of a bundle."""

    def __init__(self, why: Why) -> None:
        """Keep why."""
        super().__init__(why)
        self.why = why
