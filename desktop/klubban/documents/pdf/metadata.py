"""What a file says about itself: title, author, dates, the standards it keeps and the colours it means."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from hashlib import blake2b
from html import escape  # not that of xml.sax, which imports what the web is read with
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from klubban import __version__, paths
from klubban.documents.pdf.characters import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.documents.pdf.tags import Root
    from klubban.documents.tree import Document

_CREATOR = f"Klubban {__version__}"
_PRODUCER = "ReportLab"
_UNDATED = date(2000, 1, 1)

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:MetadataDate>{moment}</xmp:MetadataDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Keywords></pdf:Keywords>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def _moment(document: Document) -> datetime:
    """Return when the file says that it was made: the day it is about, at midnight.

    The clock is left out so that the same meeting gives the same bytes, on any day and any computer.
    """
    return datetime.combine(document.date or _UNDATED, time(), UTC)


def write(pdf: Any, document: Document) -> None:
    """Put title, author and dates into a file that has just begun; pdf is ReportLab's document, untyped."""
    pdf.setTitle(visible(document.title))
    pdf.setAuthor(visible(document.author))
    pdf.setSubject(visible(document.running.right[0]))
    pdf.setCreator(_CREATOR)
    pdf.setProducer(_PRODUCER)
    moment = _moment(document)
    stamp = pdf._timeStamp  # noqa: SLF001 - ReportLab asks the clock or the environment, never its caller
    stamp.t = moment.timestamp()
    stamp.lt = moment.timetuple()
    stamp.YMDhms = moment.timetuple()[:6]
    pdf.signature = blake2b(repr(document).encode(errors="backslashreplace"), digest_size=16)  # the file's id
    language = document.language

    def xmp(_: Any) -> bytes:
        return _xmp(pdf.info, language, moment)

    pdf.Catalog.Metadata = pdfdoc.XMP(creator=xmp)
    pdf.Catalog.Metadata.filters = []


def _xmp(info: Any, language: str, moment: datetime) -> bytes:
    """Return the same facts as XMP; PDF/A wants both to agree."""
    return _XMP.format(
        title=escape(info.title, quote=False),
        author=escape(info.author, quote=False),
        subject=escape(info.subject, quote=False),
        language=language,
        creator=_CREATOR,
        producer=_PRODUCER,
        moment=moment.isoformat(),
    ).encode()


def finish(pdf: Any, root: Root, fields: Sequence[object]) -> None:
    """Put the structure tree, the fields and the meaning of the colours into the file."""
    catalogue = pdf.Catalog
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]
    catalogue.StructTreeRoot = root
    if fields:  # without SigFlags: nothing is signed yet
        catalogue.AcroForm = PDFDictionary({"Fields": PDFArray(fields)})
    catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
    profile = (paths.resources() / "srgb.icc").read_bytes()
    stream = PDFStream(PDFDictionary({"N": 3}), profile, filters=[pdfdoc.PDFZCompress])
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
        "Info": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": pdf.Reference(stream),
    }
    catalogue.OutputIntents = PDFArray([PDFDictionary(intent)])
