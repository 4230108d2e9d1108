"""How many pages documents have: counted one by one in the other process, when it has nothing else to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from klubban.ui.output.jobs import Counted, CountPages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klubban.documents.tree import Document
    from klubban.ui.output.offered import Offer
    from klubban.ui.output.papers import Papers
    from klubban.ui.typesetter import Typesetter


class Counting(QObject):
    """Goes on until all that is wanted is known; the same document is not counted again."""

    counted = Signal()
    """The pages of one more document are known, or that there is none."""

    def __init__(self, typesetter: Typesetter, parent: QObject) -> None:
        super().__init__(parent)
        self._typesetter = typesetter
        self._papers: Papers | None = None
        self._known: dict[Offer, tuple[Document | None, int]] = {}
        self._sure: set[Offer] = set()
        """Those that were compared with the document as it is now."""
        self._wanted: list[Offer] = []
        self._asked: tuple[Offer, CountPages] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._next)
        typesetter.answered.connect(self._take)
        typesetter.stopped.connect(self._ask_again)

    def begin(self, papers: Papers) -> None:
        """Count other documents; a number is told on while it is looked whether it still holds."""
        if self._papers is None or self._papers.meeting.id != papers.meeting.id:
            self._known.clear()
        self._papers = papers
        self._sure.clear()
        self._wanted.clear()

    def stop(self) -> None:
        """Count no more; the file is closed."""
        self._soon.stop()
        self._papers, self._asked = None, None
        self._wanted.clear()

    def pages(self, offer: Offer) -> int:
        """Return how many pages a document has, or 0 while that is not known."""
        return self._known.get(offer, (None, 0))[1]

    def known(self, offer: Offer) -> bool:
        """Tell whether it was tried to make the document."""
        return offer in self._sure

    def want(self, offers: Iterable[Offer]) -> None:
        """Count these, the first one first."""
        self._wanted = [each for each in offers if each not in self._sure]
        if self._wanted and self._asked is None:
            self._soon.start()

    def _next(self) -> None:
        """Make the next document and have it counted; one in each turn, so that nothing waits for it."""
        if self._asked is not None or not self._wanted or self._papers is None:
            return
        offer = self._wanted.pop(0)
        prepared = self._papers.get(offer)
        document = prepared.document if prepared is not None else None
        before, count = self._known.get(offer, (None, 0))
        if document is None or (document == before and count):
            self._settle(offer, document, count if document else 0)
            return
        self._asked = (offer, CountPages(document))
        self._typesetter.ask(self._asked[1])

    def _take(self, job: object, answer: object) -> None:
        if self._asked is None or job is not self._asked[1]:
            return
        (offer, asked), self._asked = self._asked, None
        prepared = self._papers.get(offer) if self._papers is not None else None
        if prepared is not None and prepared.document is asked.document:
            self._settle(offer, asked.document, answer.pages if isinstance(answer, Counted) else 0)
        else:
            self._soon.start()

    def _ask_again(self) -> None:
        """Ask anew for what the process that was ended had been asked."""
        if self._asked is not None:
            self._wanted.insert(0, self._asked[0])
            self._asked = None
            self._soon.start()

    def _settle(self, offer: Offer, document: Document | None, count: int) -> None:
        self._known[offer] = (document, count)
        self._sure.add(offer)
        self.counted.emit()
        if self._wanted:
            self._soon.start()
