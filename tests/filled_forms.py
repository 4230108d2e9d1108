"""Forms as they come back: what a referee wrote in Word, or saved from the web page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from klubban.documents import tree
from klubban.documents.forms import Form, made


def filled_form(document: tree.Document, answers: Mapping[str, str]) -> bytes:
    """Return the Word form with what somebody wrote in its controls, a paragraph for each."""
    file = docx.Document(BytesIO(made(document, Form.DOCX)))
    for control in file.element.body.iter(qn("w:sdt")):
        key = control.find(qn("w:sdtPr")).find(qn("w:tag")).get(qn("w:val"))
        if key in answers:
            _write(control.find(qn("w:sdtContent")), answers[key])
    return _saved(file)


def without_controls(data: bytes) -> bytes:
    """Return a Word form as programs leave it that know no content controls."""
    file = docx.Document(BytesIO(data))
    for control in list(file.element.body.iter(qn("w:sdt"))):
        for each in list(control.find(qn("w:sdtContent"))):
            control.addprevious(each)
        control.getparent().remove(control)
    return _saved(file)


def _write(content: Any, words: str) -> None:
    [paragraph] = content
    first, *more = words.split("\n\n")
    runs = paragraph.findall(qn("w:r"))
    runs[0].find(qn("w:t")).text = first
    for each in more:
        new = OxmlElement("w:p")
        new.append(OxmlElement("w:r"))
        text = OxmlElement("w:t")
        text.text = each
        new[0].append(text)
        content.append(new)


def _saved(file: Any) -> bytes:
    made_anew = BytesIO()
    file.save(made_anew)
    return made_anew.getvalue()


def saved_form(document: tree.Document, answers: Mapping[str, str]) -> bytes:
    """Return what the web page saves: resources/form.js writes the same."""
    [end] = (node for node in document.nodes if isinstance(node, tree.FormEnd))
    fields = {node.key: node.value for node in document.nodes if isinstance(node, tree.Field)}
    said = {"klubban-reply": 1, "form": end.code, "title": document.title, "fields": fields | dict(answers)}
    return json.dumps(said, ensure_ascii=False).encode()
