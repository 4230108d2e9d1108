"""The Word file as a whole: what it says of itself, and the same bytes for the same document."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from io import BytesIO
from string import Template
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from klubban import paths
from klubban.documents.characters import in_one_line
from klubban.documents.word import running
from klubban.documents.word.body import Body

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.oxml.xmlchemy import BaseOxmlElement

    from klubban.documents.tree import Document

_UNDATED = date(2000, 1, 1)
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can name; the clock is left out."""
_WRITABLE = 0o600 << 16
_NOT_OURS = {
    RELATIONSHIP_TYPE.CUSTOM_XML, RELATIONSHIP_TYPE.THEME, RELATIONSHIP_TYPE.WEB_SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE, RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}  # fmt: skip
"""What the library's template brings along."""
_FACES = f"""<w:fonts {nsdecls("w")}>
<w:font w:name="Source Serif 4"><w:altName w:val="Georgia"/><w:family w:val="roman"/></w:font>
<w:font w:name="Source Sans 3"><w:altName w:val="Segoe UI"/><w:family w:val="swiss"/></w:font>
</w:fonts>"""
"""Our faces, with what stands in for them where they are not installed."""
_SETTINGS = f"""<w:settings {nsdecls("w")}><w:zoom w:percent="100"/>%s
<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
</w:compat><w:themeFontLang w:val="%s"/></w:settings>"""


def word_file(document: Document) -> bytes:
    """Return the document as a Word file."""
    file = docx.Document()
    _clear(file)
    _say_what_it_is(file, document)
    _style(file, document)
    running.write(file, document)
    Body(file, document).write()
    running.part_sections(file)
    return _packed(file)


def _clear(file: File) -> None:
    """Leave nothing of the template but the parts that every file has."""
    for relations in (file.part.package.rels, file.part.rels):
        for each in [key for key, relation in relations.items() if relation.reltype in _NOT_OURS]:
            del relations[each]
    faces = Part(
        PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, _FACES.encode(), file.part.package
    )
    file.part.relate_to(faces, RELATIONSHIP_TYPE.FONT_TABLE)


def _say_what_it_is(file: File, document: Document) -> None:
    told = file.core_properties
    told.title, told.author = in_one_line(document.title)[:255], in_one_line(document.author)[:255]
    told.subject, told.language = in_one_line(document.running.right[0])[:255], document.language
    told.comments = told.keywords = told.last_modified_by = ""
    told.revision = 1
    told.created = told.modified = datetime.combine(document.date or _UNDATED, time(), UTC)


def _style(file: File, document: Document) -> None:
    styles = Template((paths.resources() / "word-styles.xml").read_text(encoding="utf-8")).substitute(
        colour=document.look.colour.removeprefix("#").upper(), language=document.language
    )
    _exchange(file.styles.element, parse_xml(styles.encode()))
    mirrored = "<w:mirrorMargins/>" if document.look.mirrored else ""
    _exchange(file.settings.element, parse_xml(_SETTINGS % (mirrored, document.language)))


def _exchange(old: BaseOxmlElement, new: BaseOxmlElement) -> None:
    """Put the children of one element in the place of another's."""
    del old[:]
    old.extend(new)


def _packed(file: File) -> bytes:
    """Return the archive without the moment at which it was made."""
    made, packed = BytesIO(), BytesIO()
    file.save(made)
    with ZipFile(made) as given, ZipFile(packed, "w") as archive:
        for name in given.namelist():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, _WRITABLE
            archive.writestr(entry, given.read(name))
    return packed.getvalue()
