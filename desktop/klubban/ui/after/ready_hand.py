"""Before anything is signed: who signs what, in which way, and what is verified apart."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from klubban.documents import control_words
from klubban.domain.signing import SigningWay
from klubban.domain.stages import sets
from klubban.i18n import _, current
from klubban.operations.signing import Made, begin, prepare
from klubban.operations.verifiers import remove_set
from klubban.ui import clock
from klubban.ui.after import correction_form, set_forms
from klubban.ui.after import verify_words as words
from klubban.ui.after.hand import INSET, Hand, chief
from klubban.ui.after.jobs import FileMade, MakeFile
from klubban.ui.after.steps import Step
from klubban.ui.after.verify_sheet import Phase
from klubban.ui.planning.parts import Acts
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.leads import Leads
from klubban.ui.widgets.options import Options
from klubban.ui.widgets.section import Column, Rows, Sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.operations.export import Prepared
    from klubban.ui.after.part import Chief


class ReadyHand(Hand):
    """It is planned, or ready: the way is chosen, and the signing begins."""

    way: SigningWay | None = None

    def build(self) -> None:
        """Show who signs, and what follows from each way."""
        sheet = self.sheet
        if self.way is None:
            self.way = sheet.usual
        if sheet.correction is None:
            self.part.add(_("By when"), Text(words.by_when(sheet), wrap=True))
        else:
            shown = correction_form.unsigned(self.context, sheet, sheet.correction)
            self.part.add(_("Correction"), shown, INSET)
        rows = [(words.signer(each, sheet.meeting), "", None) for each in sheet.signers]
        self.part.add(_("Who signs"), Rows(rows))
        planned = self._planned()
        if planned.column.count():
            self.part.add(_("Planned"), planned, INSET)
        if sheet.phase is Phase.READY:
            self.ways = Options(_("How it is signed"), words.ways(sheet), self.way)
            self.ways.chosen.connect(self._choose)
            self.part.add(_("How it is signed"), self.ways, INSET)
            self._add_control()
        else:
            self._add_what_lacks()
        self.add_before()
        told = list(words.withdrawn(sheet.meeting, sheet.today))
        if told:
            self.part.add(_("Withdrawn"), Sentences(told))

    def _planned(self) -> Column:
        """Say where and when, and offer to plan it otherwise."""
        sheet, column = self.sheet, Column()
        own = _("It is signed as a document of its own.") if sheet.own_document else ""
        told = " ".join(filter(None, (words.where(sheet), own)))
        if told:
            text = Text(told, wrap=True)
            text.setContentsMargins(INSET, 0, 0, 0)
            column.column.addWidget(text)
        if not sheet.locked and sheet.correction is None:
            column.column.addWidget(Acts(list(self._plans())))
        return column

    def _plans(self) -> list[tuple[str, Callable[[], object]]]:
        sheet, context = self.sheet, self.context
        found: list[tuple[str, Callable[[], object]]] = [
            (_("Who, where and when …"), lambda: context.ask(set_forms.who_and_when(context, sheet))),
            (
                _("Let some paragraphs be verified apart …"),
                lambda: context.ask(set_forms.apart(context, sheet)),
            ),
        ]
        of = sheet.verification
        if of is not None and of.paragraphs is not None and len(sets(sheet.meeting)) > 1 and not of.signings:
            found.append((_("Verify these with the others"), partial(self._join, of.id)))
        return found

    def _join(self, verification_id: int) -> None:
        self.context.attempt(lambda: remove_set(self.context.database, verification_id))

    def _add_control(self) -> None:
        """Show the control number, and what it is."""
        of = self.sheet.verification
        if of is None or of.control is None:
            return
        column = Column()
        column.column.addWidget(Text(of.control, "strong"))
        column.column.addWidget(Text(control_words.explained(current()), "small", QUIET, wrap=True))
        self.part.add(_("Control number"), column)

    def _add_what_lacks(self) -> None:
        """Lead to the last look."""
        leads = Leads([_("Take a last look, and say that it is ready")])
        leads.chosen.connect(lambda _number: self.part.step_asked.emit(Step.LAST_LOOK, None))
        self.part.add(_("Next"), leads, INSET)

    def _choose(self, way: object) -> None:
        assert isinstance(way, SigningWay)  # noqa: S101 - the options carry nothing else
        self.way = way
        self.context.refresh()

    def chief(self) -> Chief | None:
        """Begin signing, in the way that is chosen."""
        if self.sheet.locked or self.sheet.phase is not Phase.READY or self.way is None:
            return None
        return chief(words.begin(self.way), self._begin)

    def enter(self) -> bool:
        """Begin at the way that is chosen."""
        if self.sheet.phase is not Phase.READY:
            return False
        self.ways.enter()
        return True

    # --- the document goes out

    def _begin(self) -> None:
        """Have the file made beside the window, and let it go out."""
        of, way = self.sheet.verification, self.way
        if of is None or way is None:
            return
        prepared: list[Prepared] = []
        database = self.context.database

        def make() -> None:
            prepared.append(prepare(database, of.id, way, today=self.sheet.today))

        if self.part.try_it(make):
            job = MakeFile(prepared[0].document)
            self.part.working.do(job, _("Making the file …"), partial(self._go_out, prepared[0], way))

    def _go_out(self, prepared: Prepared, way: SigningWay, answer: object) -> None:
        of = self.sheet.verification
        if of is None or not isinstance(answer, FileMade):
            return
        database, made = self.context.database, Made(prepared, answer.data)

        def put() -> None:
            begun = begin(database, of.id, way, clock.now(), ready=made)
            if way is SigningWay.SERVICE:
                self.put_in_folder(begun)

        if self.context.attempt(put) and way is SigningWay.PEN:
            self.context.print(prepared.stem, [prepared.document])
        self.part.enter()
