"""In what capacity a field is signed, by the words that a document gives it."""

from __future__ import annotations

from functools import cache

from klubban.documents.signing import role_name
from klubban.domain.signing import SignsAs
from klubban.i18n import LANGUAGES, texts


def role_of(says: str) -> SignsAs | None:
    """Return the role that a field's words begin with, in any language: `Justerare § 5, Britta Ek (M)`."""
    role = " ".join(says.partition(",")[0].split()).casefold()
    for word, found in _words().items():
        if role == word or role.startswith(f"{word} "):
            return found
    return None


@cache
def _words() -> dict[str, SignsAs]:
    """Return the word of each role; whoever takes notes signs them as secretary."""
    found: dict[str, SignsAs] = {}
    for own in map(texts, LANGUAGES):
        found |= {role_name(each, own).casefold(): each for each in SignsAs}
        found[own.gettext("Notes taken by").casefold()] = SignsAs.SECRETARY
    return found
