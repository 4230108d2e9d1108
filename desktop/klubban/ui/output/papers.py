"""The documents of one meeting as they would leave the program now, made when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.operations.export import Kind, prepare, prepare_labels
from klubban.ui.registers.surface import sentence

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.meeting import Meeting
    from klubban.operations.export import Prepared
    from klubban.store.database import Database
    from klubban.ui.output.offered import Offer


@dataclass
class Papers:
    """What is chosen for all of them, and each as it was made."""

    database: Database
    meeting: Meeting
    today: date
    public: bool = False
    draft: bool = False
    """Marked as one, also where it need not be."""
    first_label: int = 1
    """Where the first sheet of labels begins."""
    _made: dict[Offer, Prepared | str] = field(default_factory=dict)

    def get(self, offer: Offer) -> Prepared | None:
        """Return a document that is ready to be set; None where there can be none."""
        found = self._found(offer)
        return None if isinstance(found, str) else found

    def may_be(self, offer: Offer) -> bool:
        """Tell whether there is one, as far as that is known."""
        return not isinstance(self._made.get(offer), str)

    def why_not(self, offer: Offer) -> str:
        """Return why there can be none."""
        found = self._found(offer)
        return found if isinstance(found, str) else ""

    def remark(self, offer: Offer) -> str:
        """Return what there is to say of a document that can be made: whom there is no label for."""
        return self._lacking if offer.kind is Kind.LABELS and self.get(offer) is not None else ""

    @cached_property
    def _lacking(self) -> str:
        _sheets, lacking = self._labels
        return _("No address: {names}").format(names=", ".join(lacking)) if lacking else ""

    @cached_property
    def _labels(self) -> tuple[Prepared, tuple[str, ...]]:
        return prepare_labels(self.database, self.meeting.id, first=self.first_label)

    def _found(self, offer: Offer) -> Prepared | str:
        if offer not in self._made:
            self._made[offer] = self._prepared(offer)
        return self._made[offer]

    def _prepared(self, offer: Offer) -> Prepared | str:
        try:
            if offer.kind is Kind.LABELS and not self.public:
                return self._labels[0]
            found = prepare(
                self.database,
                self.meeting.id,
                offer.kind,
                paragraph=offer.paragraph,
                public=self.public,
                draft=self.draft or None,
                today=self.today,
                known=self.meeting,
            )
        except RuleBroken as broken:
            return sentence(broken)
        return found[offer.place]
