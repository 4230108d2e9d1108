"""Somebody else's PDF file made fit for a bundle: its pages as they are, and nothing in it that acts.

Each page keeps only what it shows. What runs, calls out or hides a file is left behind: scripts, actions,
forms (their fields are drawn as they stand), attachments, sound and film.
"""

from __future__ import annotations

import logging
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from klubban.documents.pdf import layers, links, sweeping
from klubban.documents.pdf.saving import save
from klubban.documents.pdf.unfit import Unfit, Why

_MOST_UNPACKED = 128 * 1024 * 1024
"""Bytes that one stream may unpack to: a page of a map in lines has some tens of millions."""
pikepdf.settings.set_qpdf_limits(
    flate_max_memory=_MOST_UNPACKED,
    run_length_max_memory=_MOST_UNPACKED,
    png_max_memory=_MOST_UNPACKED,
    tiff_max_memory=_MOST_UNPACKED,
    max_stream_filters=4,
)
logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # what it remarks is on its way to be left out

_CONTENT = Name("/KlubbanPage")
_CORNERS = 4
_READ = pikepdf.AccessMode.stream  # a mapped file counts as memory, all of it
_BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox")
_KEPT = (*_BOXES, "/Rotate", "/UserUnit", "/Group")
_MARKS = (
    "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline",
    "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Watermark",
)  # fmt: skip
"""Annotations that are only seen."""
_OF_A_MARK = (
    "/Subtype", "/Rect", "/Contents", "/F", "/AP", "/AS", "/Border", "/C", "/QuadPoints", "/Vertices",
    "/InkList", "/L", "/LE", "/IC", "/BS", "/BE", "/RD", "/CA", "/DA", "/Q", "/CL", "/T", "/Name", "/NM",
)  # fmt: skip


_UNSEEN = 2 | 32
"""The flags of an annotation that is hidden, or not viewed."""
_REMARK = "/Text"
"""A note that opens when it is pointed at."""
_OF_A_REMARK = ("/Contents", "/T", "/NM")


def clean(source: Path, target: Path, *, remarks: bool = True) -> int:
    """Write the pages of a file, cleaned, and return how many there are; raises Unfit, OSError.

    Without remarks, what somebody noted beside the text is not in it: marks stay, and what they say is gone.
    """
    try:
        with _opened(source) as file:
            pages = _checked(file)
            _draw_fields(file)
            leading = links.Leading(file)
            for page in file.pages:
                _strip(file, page, leading, remarks=remarks)
            layers.mark(file)
            for key in set(file.Root.keys()) - {"/Type", "/Pages", "/OCProperties"}:
                del file.Root[key]
            for key in set(file.trailer.keys()) - {"/Root", "/Size"}:
                del file.trailer[key]
            sweeping.sweep(file)
            save(file, target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    except pikepdf.PasswordError:
        raise Unfit(Why.ENCRYPTED) from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError, RecursionError) as error:
        raise Unfit(Why.BROKEN) from error
    return pages


def _opened(source: Path) -> pikepdf.Pdf:
    """Return the file; one that has to be repaired is used only if all of its pages are there."""
    try:
        return pikepdf.open(source, attempt_recovery=False, suppress_warnings=True, access_mode=_READ)
    except pikepdf.PasswordError:
        raise
    except pikepdf.PdfError:
        pass
    repaired = pikepdf.open(source, suppress_warnings=True, access_mode=_READ)
    if any(_lost(page.obj) for page in repaired.pages):
        repaired.close()
        raise Unfit(Why.BROKEN)
    return repaired


def _lost(page: Any) -> bool:
    """Tell whether the content of a page is not there, which a repair passes over."""
    contents = page.get("/Contents")
    if contents is None:
        return "/Contents" in page
    parts = list(contents) if isinstance(contents, Array) else [contents]
    return any(not isinstance(part, pikepdf.Stream) for part in parts)


def _checked(file: pikepdf.Pdf) -> int:
    """Return how many pages there are, as many as the file says that it has."""
    claimed = int(file.Root.Pages.get("/Count", -1))
    pages = len(file.pages)
    if not pages:
        raise Unfit(Why.EMPTY)
    if claimed != pages:
        raise Unfit(Why.BROKEN)
    if file.Root.get("/NeedsRendering", False):
        raise Unfit(Why.FORM)
    return pages


def _draw_fields(file: pikepdf.Pdf) -> None:
    """Make the fields of a form part of their pages, as they look; other annotations stay as they are."""
    form = file.Root.get("/AcroForm")
    if not isinstance(form, Dictionary):
        return
    if form.get("/NeedAppearances", False):
        file.generate_appearance_streams()
    others = []
    for page in file.pages:
        found = _annotations(page)
        others.append([each for each in found if each.get("/Subtype") != "/Widget"])
        page.obj.Annots = file.make_indirect(Array(each for each in found if each not in others[-1]))
    file.flatten_annotations("print")
    for page, kept in zip(file.pages, others, strict=True):
        page.obj.Annots = Array(kept)


def _annotations(page: pikepdf.Page) -> list[Any]:
    found = page.obj.get("/Annots")
    return [each for each in found if isinstance(each, Dictionary)] if isinstance(found, Array) else []


def _strip(file: pikepdf.Pdf, page: pikepdf.Page, leading: links.Leading, *, remarks: bool) -> None:
    """Leave of a page its boxes, its content as one piece, and what is only seen.

    The content is a form of its own, so that whatever state it leaves behind ends with it.
    """
    kept = {key: page.obj[key] for key in _KEPT if key in page.obj and _is_fit(key, page.obj[key])}
    marks = [_mark(file, each, leading, remarks=remarks) for each in _annotations(page)]
    # The form reads the page when the file is written: it needs one that stays as it was.
    before = pikepdf.Page(
        file.make_indirect(Dictionary({key: page.obj[key] for key in set(page.obj.keys())}))
    )
    content = before.as_form_xobject(handle_transformations=False)
    content.BBox = page.mediabox
    for key in list(page.obj.keys()):
        if key not in ("/Type", "/Parent"):
            del page.obj[key]
    for key, value in kept.items():
        page.obj[key] = value
    page.obj.Resources = Dictionary(XObject=Dictionary({str(_CONTENT): content}))
    page.obj.Contents = file.make_stream(b"q %s Do Q" % str(_CONTENT).encode())
    annotations = [each for each in marks if each is not None]
    if annotations:
        page.obj.Annots = Array(annotations)


def _is_fit(key: str, value: Any) -> bool:
    """Tell whether what a page says of itself is what it should be; a reader passes over what is not."""
    if key in _BOXES:
        return isinstance(value, Array) and len(value) == _CORNERS and all(map(_is_number, value))
    return isinstance(value, Dictionary) if key == "/Group" else _is_number(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | Decimal)


def _mark(file: pikepdf.Pdf, annotation: Any, leading: links.Leading, *, remarks: bool) -> Any | None:
    """Return an annotation that is only seen, or a link, made anew from what is known to be harmless."""
    subtype = annotation.get("/Subtype")
    if subtype == "/Link":
        return leading.link(annotation)
    if subtype not in _MARKS or _is_unseen(annotation) or (subtype == _REMARK and not remarks):
        return None
    left_out = () if remarks else tuple(key for key in _OF_A_REMARK if not _is_drawn_from(subtype, key))
    made = Dictionary(Type=Name.Annot)
    for key in _OF_A_MARK:
        if key in annotation and key not in left_out:
            made[key] = annotation[key]
    return file.make_indirect(made)


def _is_unseen(annotation: Any) -> bool:
    flags = annotation.get("/F", 0)
    return isinstance(flags, int) and bool(flags & _UNSEEN)


def _is_drawn_from(subtype: object, key: str) -> bool:
    """Tell whether what an annotation says is what is seen of it."""
    return subtype == "/FreeText" and key == "/Contents"
