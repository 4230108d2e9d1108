"""What may be added to a file that was sent to be signed: signatures in its fields, and what serves them.

This is stricter than what a form allows: no field is filled in but by signing it, and no new field is seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.sign.diff_analysis import (
    DiffResult,
    ModificationLevel,
    StandardDiffPolicy,
    SuspiciousModification,
)
from pyhanko.sign.diff_analysis.constants import (
    ACROFORM_EXEMPT_STRICT_COMPARISON,
    ROOT_EXEMPT_STRICT_COMPARISON,
)
from pyhanko.sign.diff_analysis.form_rules_api import FieldComparisonContext, FormUpdate, FormUpdatingRule
from pyhanko.sign.diff_analysis.rules.file_structure_rules import (
    CatalogModificationRule,
    ObjectStreamRule,
    XrefStreamRule,
)
from pyhanko.sign.diff_analysis.rules.form_field_rules import (
    DSSCompareRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    is_field_visible,
)
from pyhanko.sign.diff_analysis.rules.metadata_rules import DocInfoRule, MetadataUpdateRule

from klubban.domain.examined import Since

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader

_END = re.compile(rb"%%EOF(\r\n|\r|\n)?")
_MOST_ENDS = 200


class _UnseenFields(SigFieldCreationRule):
    """Allows new fields for signatures where nothing is seen of them."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def apply(self, context: FieldComparisonContext) -> Iterable[tuple[ModificationLevel, FormUpdate]]:
        for name, spec in context.field_specs.items():
            if spec.old_field_ref is None and spec.new_field is not None and is_field_visible(spec.new_field):
                raise SuspiciousModification(f"a new field is seen: {name}")
        yield from super().apply(context)


def _policy(of_root: frozenset[str], of_form: frozenset[str]) -> StandardDiffPolicy:
    """Return what may change, with what may be added to the catalogue and the form beside it."""
    return StandardDiffPolicy(
        global_rules=[
            CatalogModificationRule(ROOT_EXEMPT_STRICT_COMPARISON | of_root),
            DocInfoRule().as_qualified(ModificationLevel.LTA_UPDATES),
            XrefStreamRule().as_qualified(ModificationLevel.LTA_UPDATES),
            ObjectStreamRule().as_qualified(ModificationLevel.LTA_UPDATES),
            DSSCompareRule().as_qualified(ModificationLevel.LTA_UPDATES),
            MetadataUpdateRule().as_qualified(ModificationLevel.LTA_UPDATES),
        ],
        form_rule=FormUpdatingRule(
            field_rules=[_UnseenFields(), SigFieldModificationRule()],
            ignored_acroform_keys=ACROFORM_EXEMPT_STRICT_COMPARISON | of_form,
        ),
    )


POLICY = _policy(frozenset(), frozenset())
"""What may come after a signature."""
_FIRST = _policy(frozenset({"/Perms"}), frozenset({"/SigFlags"}))
"""What may come with the first signature."""


def since(result: DiffResult | SuspiciousModification | None) -> Since:
    """Return what a comparison of revisions found."""
    level = getattr(result, "modification_level", ModificationLevel.OTHER)
    if level is ModificationLevel.NONE:
        return Since.NOTHING
    allowed = (ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING)
    return Since.SIGNATURES if level in allowed else Since.OTHER


def grew_from(reader: PdfFileReader, original: PdfFileReader) -> Since:
    """Return what was added to an original, whose bytes the file begins with."""
    before: Any = original.xrefs
    now: Any = reader.xrefs
    kept = before.total_revisions
    if now.total_revisions < kept:
        return Since.OTHER
    for revision in range(kept):
        if before.get_startxref_for_revision(revision) != now.get_startxref_for_revision(revision):
            return Since.OTHER
    try:
        return since(_FIRST.review_file(reader, kept - 1))
    except (PdfReadError, SuspiciousModification):
        return Since.OTHER


def beginnings(pdf: bytes) -> list[str]:
    """Return the SHA-256 of each beginning of a file that may have been a file, the shortest first."""
    found, digest, done = [], sha256(), 0
    for count, match in enumerate(_END.finditer(pdf)):
        if count == _MOST_ENDS:
            break
        for end in sorted({match.start() + len(b"%%EOF"), match.end()}):
            digest.update(pdf[done:end])
            done = end
            found.append(digest.copy().hexdigest())
    return found
