"""What was found before something is published, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.findings import FoundKind

if TYPE_CHECKING:
    from klubban.domain.findings import Found
    from klubban.i18n import Texts


def sentence(found: Found, texts: Texts) -> str:
    """Return what was found, without its place: `Personnummer: 811218-9876`."""
    return _template(found.kind, texts).format(text=" ".join(found.text.split()))


def _template(kind: FoundKind, texts: Texts) -> str:
    return {
        FoundKind.PERSONAL_NUMBER: texts.gettext("Personal identity number: {text}"),
        FoundKind.COORDINATION_NUMBER: texts.gettext("Coordination number: {text}"),
        FoundKind.SOLE_TRADER: texts.gettext("A firm’s number that is a person’s own: {text}"),
        FoundKind.MAIL: texts.gettext("Mail address: {text}"),
        FoundKind.PHONE: texts.gettext("Telephone number: {text}"),
        FoundKind.OWN_WORD: texts.gettext("A word that you look for: “{text}”"),
        FoundKind.SENSITIVE: texts.gettext("The word “{text}”"),
        FoundKind.MASKED_ELSEWHERE: texts.gettext("Left out in another place, and standing here: “{text}”"),
        FoundKind.AUTHORITY: texts.gettext("Exercise of authority against somebody: {text}"),
        FoundKind.NO_SECTION: texts.gettext("It is not noted which section it is confidential under"),
    }[kind]
