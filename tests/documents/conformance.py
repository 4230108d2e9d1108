"""What veraPDF does not ask of a file and an archive or a reader does: the check-list of the house."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pikepdf

from documents.reading import words
from documents.tag_tree import INLINE, Node, Tagged, spoken, tagged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from klubban.documents.pdf import Typeset
    from klubban.documents.tree import Document

_RUNNING = (
    "/JavaScript",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/ResetForm",
    "/Movie",
    "/Sound",
    "/Rendition",
)
_SCRIPTS = ("/JS", "/AA", "/JavaScript", "/EmbeddedFiles", "/XFA", "/RichMedia")
_PRINTED = 4
"""The flag of an annotation that is printed."""
_A_FILE, _A_PAGE = 200_000, 6_000
"""No file has more bytes than this, and this for each of its pages."""


def faults(made: Typeset, document: Document) -> list[str]:
    """Return what is wrong with a finished file, in words; veraPDF's verdict is asked for elsewhere."""
    structure = tagged(made.data)
    with structure.file:
        found = [f"{check.__name__.strip('_')}: {fault}" for check in _CHECKS for fault in check(structure)]
        found += _says(structure, document)
        if str(structure.file.Root.get("/Lang", "")) != document.language:
            found.append("language: it is not the document’s")
        if len(made.data) > _A_FILE + _A_PAGE * made.pages:
            found.append(f"size: {len(made.data)} bytes for {made.pages} pages")
    return found


def _says(structure: Tagged, document: Document) -> Iterator[str]:
    """Compare the words of the structure with those of the tree, with the blanks between them."""
    wanted, said = " ".join(words(document)).split(), told(structure)
    for place, (one, other) in enumerate(zip([*wanted, ""], [*said, ""], strict=False)):
        if one != other:
            before = " ".join(wanted[max(place - 4, 0) : place])
            yield f"words: after “{before}” the tree says “{one}”, and the file “{other}”"
            return


def told(structure: Tagged) -> list[str]:
    """Return the words of a file in reading order, but for those that the format adds.

    These are the marks of points, and in the contents the pages and the dashes of what has no number.
    """
    marks = structure.content.words

    def read(node: Node) -> str:
        if node.tag == "TOCI":
            return _without_page(spoken(node, marks))
        if node.tag == "L" and node.attribute("/ListNumbering") in ("/Decimal", "/Disc"):
            bodies = [part for item in node.below for part in item.below if part.tag != "Lbl"]
            return " ".join(map(read, bodies))
        if any(below.tag not in INLINE for below in node.below):
            return " ".join(map(read, node.below))
        return spoken(node, marks)

    return read(structure.root).split()


def _without_page(line: str) -> str:
    said = line.split()
    return " ".join(said[said[0] == "–" : -1])


# --- the check-list


def _nothing_runs(structure: Tagged) -> Iterator[str]:
    for thing in structure.file.objects:
        for each in _dictionaries(thing):
            if str(each.get("/S", "")) in _RUNNING:
                yield f"an action {each.S}"
            yield from (f"{key} in a dictionary" for key in _SCRIPTS if key in each)
    opens = structure.file.Root.get("/OpenAction")
    if isinstance(opens, pikepdf.Dictionary) and opens.get("/S") != "/GoTo":
        yield "it does something when it is opened"


def _dictionaries(thing: Any) -> Iterator[Any]:
    """Walk the dictionaries in an object, without following references."""
    if isinstance(thing, pikepdf.Stream):
        thing = thing.stream_dict
    if isinstance(thing, pikepdf.Dictionary):
        yield thing
    kids = thing.values() if isinstance(thing, pikepdf.Dictionary) else thing
    for kid in kids if isinstance(thing, (pikepdf.Dictionary, pikepdf.Array)) else ():
        if isinstance(kid, (pikepdf.Dictionary, pikepdf.Array)) and not kid.is_indirect:
            yield from _dictionaries(kid)


def _says_the_same_of_itself_twice(structure: Tagged) -> Iterator[str]:
    info = structure.file.docinfo
    with structure.file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        pairs = {
            "/Title": xmp.get("dc:title"),
            "/Author": "; ".join(xmp.get("dc:creator", [])),
            "/Subject": xmp.get("dc:description"),
            "/Creator": xmp.get("xmp:CreatorTool"),
            "/Producer": xmp.get("pdf:Producer"),
            "/CreationDate": xmp.get("xmp:CreateDate"),
            "/ModDate": xmp.get("xmp:ModifyDate"),
        }
        claims = [xmp.get(f"pdf{key}") for key in ("aid:part", "aid:conformance", "uaid:part")]
        language = set(xmp.get("dc:language", []))
    for key, value in pairs.items():
        own = str(info.get(key, ""))
        if _digits(own) != _digits(value) if key.endswith("Date") else own != value:
            yield f"{key} is “{own}”, and in XMP “{value}”"
    if claims != ["2", "A", "1"]:
        yield f"it claims {claims}"
    if language != {str(structure.file.Root.get("/Lang"))}:
        yield f"its languages are {language}"
    if not info.get("/Title"):
        yield "it has no title"


def _digits(moment: object) -> str:
    return "".join(filter(str.isdigit, str(moment)))[:14]


def _shows_its_title(structure: Tagged) -> Iterator[str]:
    root: Any = structure.file.Root
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the window shows the name of the file"
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "it is not marked"


def _goes_from_field_to_field_in_order(structure: Tagged) -> Iterator[str]:
    for number, page in enumerate(structure.file.pages, 1):
        if page.obj.get("/Tabs") != "/S":
            yield f"page {number}"


def _headings_skip_no_level(structure: Tagged) -> Iterator[str]:
    levels = [
        int(node.tag[1:]) for node in structure.root.walk() if node.tag[:1] == "H" and node.tag[1:].isdigit()
    ]
    if levels and (levels[0] != 1 or levels.count(1) > 1):
        yield f"levels {levels[:5]}…"
    yield from (f"{one} and then {other}" for one, other in pairwise(levels) if other > one + 1)


def _tables_tell_what_their_heads_head(structure: Tagged) -> Iterator[str]:
    for node in structure.root.walk():
        if node.tag == "TH" and node.attribute("/Scope") not in ("/Row", "/Column", "/Both"):
            yield "a head cell has no scope"
        if node.tag == "Table" and not any(each.tag == "TH" for each in node.walk()):
            yield "a table has no head cell"


def _lists_and_pictures_are_whole(structure: Tagged) -> Iterator[str]:
    for node in structure.root.walk():
        tags = {below.tag for below in node.below}
        if node.tag == "L" and tags - {"LI", "L", "Caption"}:
            yield f"a list holds {tags}"
        if node.tag == "LI" and tags - {"Lbl", "LBody"}:
            yield f"an item of a list holds {tags}"
        if node.tag == "Figure" and not (str(node.raw.get("/Alt", "")).strip() and node.attribute("/BBox")):
            yield "a picture is not told of, or has no place"


def _every_mark_has_one_element(structure: Tagged) -> Iterator[str]:
    begun = Counter(structure.content.begun)
    held = Counter(mark for node in structure.root.walk() for mark in node.marks())
    yield from (f"mark {mark} stands {count} times" for mark, count in begun.items() if count > 1)
    yield from (f"mark {mark} belongs {count} times" for mark, count in held.items() if count > 1)
    yield from (f"mark {mark} belongs to nothing" for mark in begun.keys() - held.keys())
    yield from (f"mark {mark} is not there" for mark in held.keys() - begun.keys())


def _pages_know_the_elements_of_their_marks(structure: Tagged) -> Iterator[str]:
    back: Any = pikepdf.NumberTree(structure.file.Root.StructTreeRoot.ParentTree)
    for node in structure.root.walk():
        for page, mark in node.marks():
            number = structure.file.pages[page].obj.get("/StructParents", -1)
            parents = list(back[number]) if number in back else []
            if mark >= len(parents) or parents[mark].objgen != node.raw.objgen:
                yield f"mark {mark} on page {page + 1}"
        for thing in node.kids:
            if isinstance(thing, pikepdf.Dictionary):
                number = thing.get("/StructParent", -1)
                if number not in back or back[number].objgen != node.raw.objgen:
                    yield f"an annotation in {node.tag}"


def _marks_begin_and_end_in_one_text(structure: Tagged) -> Iterator[str]:
    yield from (f"page {page + 1}" for page in structure.content.straddling)


def _fields_and_links_are_told_and_printed(structure: Tagged) -> Iterator[str]:
    held = {
        thing.objgen
        for node in structure.root.walk()
        for thing in node.kids
        if isinstance(thing, pikepdf.Dictionary)
    }
    for page in structure.file.pages:
        for annotation in page.obj.get("/Annots", []):
            kind = str(annotation.Subtype)
            words_of = "/TU" if kind == "/Widget" else "/Contents"
            if not str(annotation.get(words_of, "")).strip():
                yield f"{kind} has no words of its own"
            if not int(annotation.get("/F", 0)) & _PRINTED:
                yield f"{kind} is not printed"
            if annotation.objgen not in held:
                yield f"{kind} belongs to no element"


def _fonts_are_in_the_file(structure: Tagged) -> Iterator[str]:
    fonts = [
        thing
        for thing in structure.file.objects
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"
    ]
    for font in fonts:
        name = str(font.get("/BaseFont", ""))
        if "Klubban" not in name:
            yield f"the face {name}"
        if not {"/FontFile2", "/FontFile3"} & set(font.get("/FontDescriptor", {}).keys()):
            yield f"{name} is not embedded"
        if "/ToUnicode" not in font:
            yield f"{name} does not tell its letters"


def _no_letter_is_unknown(structure: Tagged) -> Iterator[str]:
    for mark, said in structure.content.words.items():
        if any(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" for letter in said):
            yield f"in mark {mark}: {said!r}"


_CHECKS: tuple[Callable[[Tagged], Iterator[str]], ...] = (
    _nothing_runs,
    _says_the_same_of_itself_twice,
    _shows_its_title,
    _goes_from_field_to_field_in_order,
    _headings_skip_no_level,
    _tables_tell_what_their_heads_head,
    _lists_and_pictures_are_whole,
    _every_mark_has_one_element,
    _pages_know_the_elements_of_their_marks,
    _marks_begin_and_end_in_one_text,
    _fields_and_links_are_told_and_printed,
    _fonts_are_in_the_file,
    _no_letter_is_unknown,
)
