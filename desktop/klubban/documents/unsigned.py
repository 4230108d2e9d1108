"""Who was to sign a document and did not, in words, for the report that is kept with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.documents.signing import role_name
from klubban.domain.text import Text, runs_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from klubban.domain.signing import Signature
    from klubban.domain.text import Blocks
    from klubban.i18n import Texts


def unsigned(signatures: Sequence[Signature], because: Mapping[int, str], texts: Texts) -> Blocks:
    """Return a sentence for each of those who did not sign; `because` tells why, by the signature's id."""
    template = texts.gettext("{name}, {role}, has not signed: {because}")
    return tuple(
        Text(
            runs_of(
                template.format(
                    name=each.who,
                    role=wording.small(role_name(each.signs_as, texts)),
                    because=because[each.id].rstrip(".") + ".",
                )
            )
        )
        for each in signatures
        if each.id in because
    )
