"""In the other process papers are shown, whatever is in them; what cannot be is told in words."""

from __future__ import annotations

import pytest

from klubban.documents.pdf import foreign
from klubban.domain.media import Media
from klubban.ui.papers.jobs import NotHad, PaperWords, ShowPaper
from klubban.ui.worker import Desk, Failed, Page
from papers import docx, encrypted, odt, pdf, picture, with_part, with_script

TEAL = (23, 97, 107)


def shown(desk: Desk, data: bytes, media: Media, page: int = 1, width: int = 300) -> object:
    return desk.answer(ShowPaper("a" * 64, media.value, page, width, data))


def told(answer: object) -> str:
    assert isinstance(answer, Failed), answer
    assert answer.details == ""
    return answer.sentences[0].format(**answer.facts)


def test_the_pages_of_a_pdf_are_turned_without_sending_it_again() -> None:
    desk = Desk()

    first = shown(desk, pdf(3), Media.PDF)
    last = desk.answer(ShowPaper("a" * 64, Media.PDF.value, 9, 150))

    assert isinstance(first, Page)
    assert (first.page, first.pages, first.width) == (1, 3, 300)
    assert isinstance(last, Page)
    assert (last.page, last.width, last.height) == (3, 150, 213)


def test_a_paper_that_the_process_has_not_had_is_asked_for() -> None:
    assert desk_without() == NotHad()


def desk_without() -> object:
    return Desk().answer(ShowPaper("b" * 64, Media.PDF.value, 1, 300))


def test_a_script_in_a_pdf_is_not_run_and_its_page_is_shown() -> None:
    assert isinstance(shown(Desk(), with_script(), Media.PDF), Page)


@pytest.mark.parametrize(
    ("data", "media", "words"),
    [
        (encrypted(), Media.PDF, "The PDF is protected by a password and cannot be shown"),
        (pdf()[:200], Media.PDF, "The PDF is damaged and cannot be shown"),
        (picture("PNG")[:40], Media.PNG, "The picture is damaged and cannot be shown"),
        (picture("JPEG")[:30], Media.JPEG, "The picture is damaged and cannot be shown"),
        (docx(["Hej"])[:300], Media.DOCX, "The document is damaged"),
        (with_part(odt("Hej"), "content.xml", b"<a>"), Media.ODT, "The document is damaged"),
        (with_part(odt("Hej"), "content.xml", b"<!DOCTYPE a><a/>"), Media.ODT, "from outside itself"),
    ],
)
def test_what_cannot_be_shown_is_told_in_words(data: bytes, media: Media, words: str) -> None:
    assert words in told(shown(Desk(), data, media))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "GIF", "WEBP"])
def test_a_picture_is_a_page_of_its_own(kind: str) -> None:
    page = shown(Desk(), picture(kind, (80, 60)), Media[kind], width=100)

    assert isinstance(page, Page)
    assert (page.pages, page.width, page.height) == (1, 100, 75)
    blue, green, red = page.pixels[:3]
    assert all(abs(a - b) < 12 for a, b in zip((red, green, blue), TEAL, strict=True))


def test_a_small_picture_is_not_blown_up() -> None:
    page = shown(Desk(), picture("PNG", (8, 6)), Media.PNG, width=1000)

    assert isinstance(page, Page)
    assert (page.width, page.height) == (16, 12)


def test_a_picture_that_would_fill_the_memory_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "MOST_IN_FILE", 40)

    assert "pixels and is not shown" in told(shown(Desk(), picture("PNG"), Media.PNG))


def test_a_huge_page_is_drawn_no_larger_than_memory_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "MOST_PIXELS", 10_000)

    page = shown(Desk(), pdf(size=(14_000, 14_000)), Media.PDF, width=4_000)

    assert isinstance(page, Page)
    assert page.width * page.height <= 10_201


def test_word_and_opendocument_are_shown_as_words() -> None:
    word = shown(Desk(), docx(["Ärendet", "Hej"]), Media.DOCX)
    open_ = shown(Desk(), odt("Ärendet", "två <text:s text:c='2'/>ord<text:tab/>till"), Media.ODT)

    assert isinstance(word, PaperWords)
    assert [line.words for line in word.lines] == ["Ärendet", "Hej"]
    assert isinstance(open_, PaperWords)
    assert [line.words for line in open_.lines] == ["Ärendet", "två   ord\ttill"]


def test_old_word_is_not_shown() -> None:
    assert shown(Desk(), b"\xd0\xcf\x11\xe0", Media.DOC) == PaperWords(())


def test_another_paper_takes_the_place_of_one_that_was_refused() -> None:
    desk = Desk()
    told(shown(desk, encrypted(), Media.PDF))

    assert isinstance(shown(desk, pdf(), Media.PDF), Page)
