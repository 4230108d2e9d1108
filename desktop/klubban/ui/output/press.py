"""The process that prints: it sets documents, draws their pages at the printer's dots, and hands them over.

A process of its own, so that neither a slow printer nor a large page is ever felt in the window.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_
from klubban.store.trouble import Trouble
from klubban.ui.output.print_jobs import FindPrinters, FoundPrinter, PrintDocuments, Printed, Printers
from klubban.ui.output.sheets import Side, sheets, sides
from klubban.ui.summons.jobs import Progress, Stopped
from klubban.ui.worker import Job, serve_jobs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection

    from PySide6.QtGui import QPainter
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    from klubban.documents.tree import Document
    from klubban.ui.output.print_jobs import How
    from klubban.ui.summons.jobs import Report

_MOST_DOTS = 600
"""An inch; what a printer can do beyond that is not seen on paper."""


def serve(connection: Connection) -> None:
    """Do one job after the other until the window's end of the line is closed."""
    os.environ["QT_QPA_PLATFORM"] = (
        "offscreen"  # it shows nothing; the printers are the system's all the same
    )
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication(sys.argv[:1])
    serve_jobs(connection, answer)
    del application


def answer(job: Job, report: Report) -> Printers | Printed | Stopped | None:
    """Do a job; raises RuleBroken and Trouble."""
    if isinstance(job, FindPrinters):
        return find_printers()
    if isinstance(job, PrintDocuments):
        os.environ["TMPDIR"] = str(job.work)  # where CUPS keeps what is not handed over yet
        printer = prepared_printer(job.how)
        printer.setDocName(job.name)
        return print_documents(job.documents, job.how, printer, report)
    return None


def find_printers() -> Printers:
    """Return the printers, the system's own first."""
    from PySide6.QtPrintSupport import QPrinterInfo

    own = QPrinterInfo.defaultPrinterName()
    names = sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != own, name.casefold()))
    return Printers(tuple(_described(QPrinterInfo.printerInfo(name)) for name in names))


def _described(info: QPrinterInfo) -> FoundPrinter:
    from PySide6.QtPrintSupport import QPrinter

    return FoundPrinter(
        info.printerName(),
        info.location() or info.description() or info.makeAndModel(),
        colour=QPrinter.ColorMode.Color in info.supportedColorModes(),
        duplex=QPrinter.DuplexMode.DuplexLongSide in info.supportedDuplexModes(),
    )


def prepared_printer(how: How) -> QPrinter:
    """Return the printer that is named, or the system's own; raises Trouble where it is gone."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    info = QPrinterInfo.printerInfo(how.printer) if how.printer else QPrinterInfo.defaultPrinter()
    if info.isNull():
        raise Trouble(
            N_("The printer {printer} is not there any more."),
            N_("Nothing was printed."),
            N_("Choose another printer, or save as PDF."),
            printer=how.printer,
        )
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def print_documents(
    documents: Sequence[Document], how: How, printer: QPrinter, report: Report
) -> Printed | Stopped:
    """Print on a printer that is ready; raises RuleBroken where no page is among those that are wanted."""
    from klubban.documents import pdf

    made = []
    for place, document in enumerate(documents):
        if not report(Progress(place, len(documents), len(documents))):
            return Stopped()
        made.append(pdf.typeset(document))
    own = printer.supportsMultipleCopies()
    copies = 1 if own else how.copies
    laid = sides([each.pages for each in made], how.pages, duplex=how.duplex, copies=copies)
    if not laid:
        raise RuleBroken(N_("None of the documents has such a page"))
    if own and how.duplex and how.copies > 1 and len(laid) % 2:
        laid = (*laid, Side(laid[-1].document, None))  # the next copy begins a new sheet
    _arrange(printer, how, copies=how.copies if own else 1)
    _paint([each.data for each in made], laid, how, printer, report)
    times = how.copies if own else 1
    pages = sum(side.page is not None for side in laid) * times
    return Printed(pages, sheets(len(laid), duplex=how.duplex) * times)


def _arrange(printer: QPrinter, how: How, *, copies: int) -> None:
    """Set paper, dots, sides and colour; A4 to the edge, so that nothing is scaled to what can be inked."""
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrinter

    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setResolution(min(printer.resolution(), _MOST_DOTS))
    mode = QPrinter.DuplexMode
    printer.setDuplex(mode.DuplexLongSide if how.duplex else mode.DuplexNone)
    printer.setColorMode(QPrinter.ColorMode.Color if how.colour else QPrinter.ColorMode.GrayScale)
    printer.setCopyCount(copies)
    printer.setCollateCopies(True)


def _paint(files: Sequence[bytes], laid: Sequence[Side], how: How, printer: QPrinter, report: Report) -> None:
    """Draw side after side; where nobody listens any more the process ends, and nothing is printed.

    To end the painter alone would hand over the pages that are drawn: with CUPS Qt cannot abort.
    """
    with _painting(printer) as painter:
        for place, side in enumerate(laid):
            if not report(Progress(len(files) + place, len(files) + len(laid), len(files))):
                os._exit(1)
            if place and not printer.newPage():
                raise _refused(printer)
            if side.page is not None:
                _draw(painter, files[side.document], side.page, grey=not how.colour)


@contextmanager
def _painting(printer: QPrinter) -> Iterator[QPainter]:
    from PySide6.QtGui import QPainter

    painter = QPainter()
    if not painter.begin(printer):
        raise _refused(printer)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # letters get no haze
    try:
        yield painter
    finally:
        painter.end()


def _draw(painter: QPainter, file: bytes, page: int, *, grey: bool) -> None:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QImage

    from klubban.documents.pdf.strips import strips

    printer = painter.device()
    area = (printer.width(), printer.height())
    form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
    for strip in strips(file, page, area, grey=grey):
        image = QImage(strip.pixels, strip.width, strip.height, strip.stride, form)
        painter.drawImage(QPoint(0, strip.top), image)


def _refused(printer: QPrinter) -> Trouble:
    return Trouble(
        N_("{printer} did not take what was to be printed."),
        N_("It may be off, out of reach, or out of paper."),
        N_("Look to the printer and try again, or save as PDF."),
        printer=printer.printerName(),
    )
