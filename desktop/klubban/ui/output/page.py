"""The room of printing: a meeting's documents at the left, and the one in hand at the right."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents.forms import Form
from klubban.i18n import _, pgettext
from klubban.operations.export import Kind
from klubban.store import reads
from klubban.ui import clock
from klubban.ui.meeting import words as meeting_words
from klubban.ui.meeting.export import Exporter
from klubban.ui.meeting.surface import Surface
from klubban.ui.output import clipboard, keys, words
from klubban.ui.output.bar import OutputBar
from klubban.ui.output.counting import Counting
from klubban.ui.output.document_list import DocumentList
from klubban.ui.output.first_label import FirstLabel, FirstLabelForm
from klubban.ui.output.found_part import FoundPart
from klubban.ui.output.how_form import HowForm
from klubban.ui.output.offered import for_archive, offers
from klubban.ui.output.papers import Papers
from klubban.ui.output.printing import Printing
from klubban.ui.output.rows import DocumentRow
from klubban.ui.output.versions import Versions
from klubban.ui.room import Room
from klubban.ui.summons.preview import TreePreview
from klubban.ui.widgets.banner import Banner
from klubban.ui.widgets.basics import Rule, Short, spaced
from klubban.ui.widgets.beside import give_room
from klubban.ui.widgets.buttons import Button, Link
from klubban.ui.widgets.form_slot import FormSlot
from klubban.ui.widgets.header import Header
from klubban.ui.widgets.key_foot import KeyFoot
from klubban.ui.widgets.leads import Lead
from klubban.ui.widgets.plain_key import plain_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klubban.operations.export import Prepared
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.output.offered import Offer
    from klubban.ui.registers.form import Form as AskedForm
    from klubban.ui.typesetter import Typesetter

_LEAST, _MOST, _SHARE, _LEAST_PAGE = 380, 620, 0.5, 280
_AROUND, _AT_REST = 40, 150


class OutputPage(Room):
    """What is ticked is printed and saved; where nothing is, what is in hand."""

    def __init__(self, database: Database, settings: Settings, typesetter: Typesetter) -> None:
        super().__init__(database, settings, typesetter)
        self._meeting_id: int | None = None
        self._passing = ""
        self.papers: Papers | None = None
        self._first_label = 1
        self.banner, self.foot = Banner(), KeyFoot(_("Keys"))
        self.exporter = Exporter(database, settings, typesetter, self.foot)
        self.exporter.bug.connect(self.bug)
        self.printing = Printing(settings, self.foot, self)
        self.printing.bug.connect(self.bug)
        self.counting = Counting(typesetter, self)
        self.surface, self.list = Surface(pgettext("to print", "Documents"), _MOST), DocumentList()
        self.versions, self.found, self.bar = Versions(), FoundPart(database), OutputBar()
        self.first = FirstLabel()
        self._look_through = QTimer(self, singleShot=True, interval=_AT_REST)
        self._look_through.timeout.connect(self._show_found)
        self.preview = TreePreview(typesetter)
        self._build()
        self._connect()
        self.foot.show_keys(keys.named(printer=False, labels=False))

    def _build(self) -> None:
        self._slot: FormSlot[AskedForm] = FormSlot(4, 12, empty=0)
        self.surface.add(self.versions)
        self.surface.column.addLayout(self._slot.layout)
        self.surface.add(self.found)
        self.surface.add(self.list)
        self.surface.add(self.first)
        self.surface.end()
        self.desk, self.archive = Link("", "body", flush=True), Button(_("Tick all for the archive"))
        self.archive.setToolTip("A")
        below, line = QWidget(), QHBoxLayout()
        spaced(line, gap=12)
        below.setLayout(line)
        line.addWidget(self.desk)
        line.addWidget(Short("", "body"), 1)
        self.header = Header(below, QWidget(), [self.archive])
        self.header.title.setText(_("Print and export"))
        left, beside, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for layout in (left, beside, column):
            spaced(layout)
        self._left, self._edge = QWidget(), Rule(upright=True)
        self._left.setLayout(left)
        left.addWidget(self.surface, 1)
        left.addWidget(Rule())
        left.addWidget(self.bar)
        for part, stretch in ((self._left, 1), (self._edge, 0), (self.preview, 0)):
            beside.addWidget(part, stretch)
        for widget in (self.header, Rule(), self.banner):
            column.addWidget(widget)
        column.addLayout(beside, 1)
        column.addWidget(Rule())
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.desk.clicked.connect(self._to_meeting)
        self.archive.clicked.connect(self.tick_for_archive)
        self.list.taken.connect(self._show_hand)
        self.list.taken.connect(self._go_on)
        self.list.ticked.connect(self._show_what)
        self.list.unfolded.connect(self._count)
        self.list.walked.connect(self._keep_in_sight)
        self.versions.chosen.connect(self._make_anew)
        self.counting.counted.connect(self._tell_pages)
        self.printing.found.connect(self._show_what)
        self.found.opened.connect(self._open_item)
        self.bar.print_asked.connect(self.print)
        self.bar.how_asked.connect(self.ask_how)
        self.first.asked.connect(self.ask_first_label)
        self.bar.look_asked.connect(self.printing.look)
        self.bar.save_asked.connect(self.save)
        self.bar.copy_asked.connect(self.copy_text)
        self.bar.folder_asked.connect(partial(self.exporter.choose_folder, self))
        acts: dict[str, Callable[[], object]] = {
            "Ctrl+P": self.print,
            "Ctrl+Return": self.print,
            "Ctrl+Enter": self.print,
            "Ctrl+Shift+C": self.copy_text,
        }
        for key, act in acts.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(False)  # a key that is held prints once
            shortcut.activated.connect(act)

    # --- what a room does

    def show_for(self, id_: int | None) -> None:
        """Show a meeting's documents; those of another are ticked anew."""
        if id_ is not None and id_ != self._meeting_id:
            self._meeting_id, self.list.hand = id_, None
            self.list.tick(())
            self.versions.begin_anew()
            self._first_label = 1
            self.printing.begin_anew()
            self.close_asked()
            if not self.printing.busy and not self.exporter.busy:
                self.foot.give_back()
        self.reload()
        if not self.printing.printers:
            self.printing.look()
        self.list.enter()

    def reload(self) -> bool:
        """Show what is new; False when the meeting is gone. What is ticked stays."""
        if self._meeting_id is None:
            return False
        with self._database.read() as read:
            try:
                meeting = reads.meeting(read, self._meeting_id)
            except LookupError:
                return False
        self.papers = Papers(self._database, meeting, clock.today())
        self.desk.setText(meeting_words.way_back(meeting, self.papers.today))
        self._make_anew()
        return True

    def stop(self) -> None:
        """End what is counted; what is being printed comes to its end first."""
        self._look_through.stop()
        self.counting.stop()
        self.printing.finish()
        self.printing.stop()

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round."""
        found = (self.list, self.bar, self.preview.sheet)
        return [each for each in found if each.isVisible()]

    def step(self, by: int) -> None:
        """Take the next document in hand, or the one before."""
        self.list.step(by)

    # --- what is shown

    def _make_anew(self) -> None:
        """Make all documents anew: the meeting is another than before, or the version is."""
        if self.papers is None:
            return
        meeting, versions = self.papers.meeting, self.versions
        versions.show_for(meeting)
        self.papers = Papers(
            self._database,
            meeting,
            self.papers.today,
            public=versions.public,
            draft=versions.draft,
            first_label=self._first_label,
        )
        offered = offers(meeting, public=versions.public)
        self.counting.begin(self.papers)
        self.list.show_offers(offered, meeting)
        self._walk_as_read()
        self.archive.setVisible(len(for_archive(meeting)) > 1)
        self._tell_pages()
        self._show_hand()

    def _show_hand(self) -> None:
        """Show the page of the document in hand, or why there is none."""
        offer = self.list.hand
        if self.papers is None or offer is None:
            return
        prepared = self.papers.get(offer)
        name = words.title(offer, self.papers.meeting) if prepared else self.papers.why_not(offer)
        self.preview.follow(name, prepared.document if prepared else None)
        self._tell_of(offer)
        self._show_what()

    def _tell_of(self, offer: Offer) -> None:
        """Say on its row how many pages a document has, or why it cannot be made, once that is known."""
        row = self.list.rows.get(offer)
        if row is None or self.papers is None:
            return
        count, known = self.counting.pages(offer), self.counting.known(offer)
        why = self.papers.why_not(offer) if known else ""
        remark = why or (self.papers.remark(offer) if known else "")
        row.tell(words.pages(count) if count else "", remark, off=bool(why))

    def _tell_pages(self) -> None:
        for offer in self.list.rows:
            self._tell_of(offer)
        self._count()
        self._show_what()

    def _count(self) -> None:
        """Have the pages counted of what is seen or ticked, when there is time."""
        self.counting.want(self.list.in_sight())

    def _show_what(self) -> None:
        """Say what would be printed now, and how."""
        if self.papers is None:
            return
        wanted, printing = self._wanted(), self.printing
        counts = [count for count in map(self.counting.pages, wanted) if count]
        titles = [words.title(each, self.papers.meeting) for each in wanted]
        found, known = printing.printer, printing.printers is not None
        what = words.what(titles, counts, printing.possible if found else None) if titles else ""
        how = (
            words.how_told(printing.possible, found.name, len(titles))
            if found
            else words.no_printer(known=known)
        )
        self.bar.show_what(
            what or words.nothing(), how, printer=found is not None, known=known, some=bool(what)
        )
        labels = any(each.kind is Kind.LABELS for each in wanted)
        self.first.show_first(self._first_label)
        self.first.setVisible(labels)
        self.foot.show_keys(keys.named(printer=found is not None, labels=labels))
        self._count()
        self._look_through.start()

    def _show_found(self) -> None:
        """Show what should be looked at, once all that is wanted is made."""
        papers, wanted = self.papers, self._wanted()
        if papers is None or not papers.public:
            self.found.hide()
        elif all(map(self.counting.known, wanted)):
            made = [each for each in map(papers.get, wanted) if each is not None]
            self.found.look_through(papers.meeting.id, [each.document for each in made])
            self._walk_as_read()

    def _walk_as_read(self) -> None:
        """Let Tab come to what is made anew between what stands above and below it."""
        chips = (*self.versions.whose.chips, *self.versions.marks.chips)
        rows = (*self.found.list.findChildren(Lead), *self.list.findChildren(DocumentRow))
        for before, after in pairwise((chips[-1], *rows, self.bar.print)):
            self.setTabOrder(before, after)

    def _open_item(self, item: object) -> None:
        if self._meeting_id is not None:
            self.meeting_asked.emit(self._meeting_id, item)

    def _wanted(self) -> list[Offer]:
        """Return what is ticked, or else what is in hand, as far as it can be made."""
        if self.papers is None:
            return []
        hand = (self.list.hand,) if self.list.hand is not None else ()
        return [each for each in self.list.chosen() or hand if self.papers.may_be(each)]

    def _ready(self) -> list[Prepared]:
        if self.papers is None:
            return []
        return [found for found in map(self.papers.get, self._wanted()) if found is not None]

    def _keep_in_sight(self, row: object) -> None:
        if isinstance(row, QWidget):
            self.surface.ensureWidgetVisible(row, 0, _AROUND)

    # --- what is done

    def print(self) -> None:
        """Print what is wanted as one job; without a printer, say what can be done instead."""
        if self.printing.busy:
            return
        ready = self._ready()
        if not ready or self.papers is None:
            self._say(words.nothing())
        elif self.printing.printer is None:
            save = (_("Save as PDF"), self.export_record)
            self._say(words.no_printer(known=self.printing.printers is not None), [save])
        else:
            name = words.job_name(self._wanted(), self.papers.meeting)
            self.printing.start(name, [each.document for each in ready])

    def save(self, form: Form = Form.PDF) -> None:
        """Save what is wanted as files."""
        if self._ready():
            self.exporter.write(self, self._ready, form)
        else:
            self._say(words.nothing())

    def export_record(self) -> None:
        """Save what is wanted as PDF."""
        self.save()

    def copy_text(self) -> None:
        """Put the document in hand on the clipboard."""
        offer = self.list.hand
        found = self.papers.get(offer) if self.papers is not None and offer is not None else None
        if found is not None:
            clipboard.copy(found.document)
            self._say(_("{what} is on the clipboard.").format(what=self.preview.name))

    def _say(self, told: str, ways: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Say something that gives the foot back to the keys once another document is in hand."""
        self.foot.say(told, ways)
        self._passing = told

    def _go_on(self) -> None:
        self.exporter.go_on()
        if self.foot.said == self._passing:
            self.foot.say("")

    def tick_for_archive(self) -> None:
        """Tick what belongs together when all is done; tick nothing where that is ticked."""
        if self.papers is not None:
            wanted = for_archive(self.papers.meeting)
            there = tuple(each for each in wanted if each in self.list.rows)
            self.list.tick(() if set(self.list.chosen()) == set(there) else there)

    def ask_how(self) -> None:
        """Ask how it is printed."""
        if self.printing.printer is not None:
            self._ask(HowForm(self.printing))

    def ask_first_label(self) -> None:
        """Ask at which label the first sheet begins."""
        if not self.first.isHidden():
            self._ask(FirstLabelForm(self._first_label, self._begin_at))

    def _begin_at(self, label: int) -> None:
        self._first_label = label
        self._make_anew()

    @property
    def asked(self) -> AskedForm | None:
        """Return the form that stands above the words, if one does."""
        return self._slot.form

    def _ask(self, form: AskedForm) -> None:
        self.close_asked()
        form.left.connect(self._leave)
        form.done.connect(self._leave)
        self._slot.put(form, self.surface)
        form.enter()

    def close_asked(self) -> None:
        """Take away what is asked."""
        self._slot.clear()

    def _leave(self) -> None:
        self.close_asked()
        self.list.enter()

    # --- keys and room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for."""
        key = plain_key(event)
        acts: dict[int | None, Callable[[], object]] = {
            Qt.Key.Key_A: self.tick_for_archive,
            Qt.Key.Key_V: self.ask_how,
            Qt.Key.Key_E: self.ask_first_label,
            Qt.Key.Key_O: self.versions.turn,
            Qt.Key.Key_Escape: self._back,
        }
        form = next((form for each, form in keys.FORMS.items() if each == key), None)
        if form is not None:
            self.save(form)
        elif key in acts:
            acts[key]()
        else:
            super().keyPressEvent(event)

    def _back(self) -> None:
        """Cancel what goes on, or leave what is asked, or go back to the meeting."""
        if self.printing.busy:
            self.printing.cancel()
        elif self.asked is not None:
            self._leave()
        else:
            self._to_meeting()

    def _to_meeting(self) -> None:
        if self._meeting_id is not None:
            self.meeting_asked.emit(self._meeting_id, None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the pages where there is room beside the documents."""
        super().resizeEvent(event)
        wide = min(round(self.width() * _SHARE), self.width() - _LEAST)
        give_room(self.preview, self._edge, wide, least=_LEAST_PAGE)
