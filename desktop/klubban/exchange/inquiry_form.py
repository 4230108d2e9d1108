"""A form that came back, with answers to the questions of an inquiry: in Word, or saved by its web page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from klubban.domain.errors import RuleBroken
from klubban.domain.inquiry_code import BESIDE, BY, WHO, WRITE_HERE, FormCode, find_code, key_of, question_of
from klubban.domain.media import Alien, Media, sort_of
from klubban.domain.text import LONGEST_LINE, Blocks, as_seen, from_plain, tidy
from klubban.exchange.packed import checked_parts, reading_document
from klubban.i18n import LANGUAGES, Texts, texts

MOST_BYTES = 20_000_000
"""Of a form in Word; pictures may stand in it."""
MOST_SAVED = 2_000_000
"""Of what a web page saves, which is text alone."""
_MOST_CHARACTERS = 200_000
"""Of one answer."""
_MARK = "klubban-reply"
_VERSION = 1
JSON = "application/json"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What somebody wrote in a form."""

    code: FormCode
    media_type: str
    title: str | None = None
    who: str | None = None
    """Who answers, as it stands in the form."""
    by: str | None = None
    """Who has signed it."""
    answers: Mapping[int, Blocks] = field(default_factory=dict)
    """By number of question, of those that have one."""
    beside: Blocks = ()


def read(data: bytes, name: str) -> Filled:
    """Return what a form says; raises RuleBroken for what is none, damaged or hostile."""
    if not data:
        raise RuleBroken("{file} is empty", file=name)
    found = sort_of(data)
    if found is Media.DOCX:
        _check_size(data, MOST_BYTES, name)
        return _word(data, name)
    if found is Alien.PROGRAM:
        raise RuleBroken("{file} is a program, or holds one, and is not read", file=name)
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        raise RuleBroken(
            "{file} is the form itself. What comes back is the file that its button saves the answer in",
            file=name,
        )
    if start.startswith(b"{"):
        _check_size(data, MOST_SAVED, name)
        return _saved(data, name)
    raise RuleBroken(
        "{file} is no form from here; expected the form in Word, or what the web page saved. Other answers"
        " are registered by hand, with the paper beside them",
        file=name,
    )


def _check_size(data: bytes, most: int, name: str) -> None:
    if len(data) > most:
        raise RuleBroken(
            "{file} is too large to be a form: {size} MB",
            file=name,
            size=-(-len(data) // 1_000_000),
        )


# --- what the web page saved


def _saved(data: bytes, name: str) -> Filled:
    try:
        given = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise RuleBroken("{file} is damaged: it ends too early, or was changed", file=name) from error
    if not isinstance(given, dict) or _MARK not in given:
        raise RuleBroken("{file} is no answer that a form saved", file=name)
    if given[_MARK] != _VERSION:
        raise RuleBroken("{file} is of a newer Klubban; a newer version of the program reads it", file=name)
    code = find_code(_words(given.get("form"), name))
    if code is None:
        raise RuleBroken("{file} does not say which form it answers", file=name)
    fields = given.get("fields")
    if not isinstance(fields, dict):
        raise RuleBroken("{file} is damaged: there are no answers in it", file=name)
    return _filled(
        code, JSON, {key: _words(value, name) for key, value in fields.items()}, given.get("title")
    )


def _words(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise RuleBroken("{file} is damaged: an answer in it is no text", file=name)
    return value


# --- a form in Word


def _word(data: bytes, name: str) -> Filled:
    checked_parts(data)
    with reading_document():
        import docx

        document = docx.Document(BytesIO(data))
        body = document.element.body
        texts = ["".join(_characters(each)) for each in body.iter(f"{_W}p")]
        fields = dict(_boxes(body)) | dict(_controls(body))
        title = document.core_properties.title
        code = next((found for each in reversed(texts) if (found := find_code(each))), None)
    if code is None:
        raise RuleBroken(
            "{file} is no form from here, or has lost the line at its foot with its code. Register the answer"
            " by hand, with the paper beside it",
            file=name,
        )
    return _filled(code, Media.DOCX.value, fields, title)


def _controls(body: Any) -> Iterator[tuple[str, str]]:
    """Walk the content controls that are our fields: key and words."""
    for each in body.iter(f"{_W}sdt"):
        properties = each.find(f"{_W}sdtPr")
        tag = properties.find(f"{_W}tag") if properties is not None else None
        key = tag.get(f"{_W}val") if tag is not None else None
        content = each.find(f"{_W}sdtContent")
        if key is None or not _is_field(key) or content is None:
            continue
        yield key, _lines(content)


def _boxes(body: Any) -> Iterator[tuple[str, str]]:
    """Walk the boxes of a form, which other programs leave without controls: each below its label.

    A table of two rows is one; a question's label begins with its number.
    """
    labels = {words: key for language in LANGUAGES for key, words in _labels(texts(language))}
    for table in body.iter(f"{_W}tbl"):
        cells = [cell for row in table.iter(f"{_W}tr") for cell in row.iter(f"{_W}tc")]
        if len(cells) != 2:  # noqa: PLR2004 - label and answer
            continue
        label = _lines(cells[0])
        key = labels.get(label) or key_of(label.partition(".")[0])
        if _is_field(key):
            yield key, _lines(cells[1])


def _labels(words: Texts) -> Iterator[tuple[str, str]]:
    """Walk the fields that are for no question, with their labels."""
    yield WHO, words.pgettext("form", "Who answers")
    yield BESIDE, words.gettext("Anything else")
    yield BESIDE, words.gettext("Your answer")
    yield BY, words.gettext("Name and title of who has signed the answer")


def _is_field(key: str) -> bool:
    return key in (WHO, BY, BESIDE) or question_of(key) is not None


def _lines(part: Any) -> str:
    """Return what is written in a part, a blank line between its paragraphs; points keep their marks."""
    said: list[str] = []
    for each in part.iter(f"{_W}p"):
        words = "".join(_characters(each)).strip()
        if words:
            listed = each.find(f"{_W}pPr/{_W}numPr") is not None
            said.append(f"– {words}" if listed else words)
    return "\n\n".join(said)


def _characters(paragraph: Any) -> Iterator[str]:
    """Walk what is seen of a paragraph: without what was deleted in it, or is a field's code."""
    for each in paragraph.iter(f"{_W}t", f"{_W}br", f"{_W}cr", f"{_W}tab"):
        if each.tag == f"{_W}t":
            yield each.text or ""
        else:
            yield "\t" if each.tag == f"{_W}tab" and each.getparent().tag == f"{_W}r" else "\n"


# --- both


def _filled(code: FormCode, media_type: str, given: Mapping[str, str], title: object) -> Filled:
    fields = {key: _without_hint(words.strip()) for key, words in given.items()}
    for words in fields.values():
        if len(words) > _MOST_CHARACTERS:
            raise RuleBroken(
                "An answer has {count} characters, and {limit} is the most that is read",
                count=len(words),
                limit=_MOST_CHARACTERS,
            )
    answers = {
        number: text
        for key, words in fields.items()
        if (number := question_of(key)) is not None and (text := _blocks(words))
    }
    return Filled(
        code=code,
        media_type=media_type,
        title=_line(title if isinstance(title, str) else "") or None,
        who=_line(fields.get(WHO, "")) or None,
        by=_line(fields.get(BY, "")) or None,
        answers=dict(sorted(answers.items())),
        beside=_blocks(fields.get(BESIDE, "")),
    )


def _without_hint(words: str) -> str:
    """Return what was written without what an empty control says, which some programs leave before it."""
    for each in LANGUAGES:
        words = words.removeprefix(texts(each).gettext(WRITE_HERE)).lstrip()
    return words


def _line(words: str) -> str:
    return as_seen(words)[:LONGEST_LINE]


def _blocks(words: str) -> Blocks:
    """Return an answer as texts, without what is not seen or turns the writing's direction."""
    lines: Sequence[str] = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tidy(from_plain("\n".join(map(as_seen, lines))))
