from __future__ import annotations

import pickle
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest

from builders import Minutes, minutes, names_in
from canaries import CANARY, canaries
from documents import sent_papers as papers
from documents.reading import folded
from klubban.documents.pdf.unfit import Why
from klubban.domain.errors import RuleBroken
from klubban.operations import bundle
from klubban.operations.bundle import Cancelled, Made
from klubban.operations.sendings import send
from klubban.store import attachments
from klubban.store.database import Database

Keep = Callable[..., int]


@pytest.fixture
def ids(database: Database) -> Minutes:
    with database.change("Begin") as change:
        change.insert("organisation", name="Ekby kommun", language="en")
    return minutes(database, ("Opening", "Budget", "Map"), number=None)


@pytest.fixture
def keep(database: Database, ids: Minutes) -> Keep:
    """Return what keeps a file as a document of an item, by its place on the agenda."""

    def add(place: int, data: bytes | None, title: str = "Paper", *, confidential: bool = False) -> int:
        with database.change("Keep") as change:
            own = len(change.rows("document", item_id=ids.items[place]))
            return change.insert(
                "document",
                item_id=ids.items[place],
                position=own,
                number=own + 1,
                title=title,
                sha256=None if data is None else attachments.keep(change, data),
                confidential=confidential,
            )

    return add


@pytest.fixture
def make(database: Database, ids: Minutes, tmp_path: Path) -> Callable[..., Made]:
    """Return what makes a bundle in a folder of its own."""

    def made(**how: Any) -> Made:
        prepared = bundle.prepare(database, ids.meeting, **how)
        result = bundle.make(pickle.loads(pickle.dumps(prepared)), tmp_path / "out")  # noqa: S301 - our own
        assert not prepared.work.exists()
        return result

    return made


def texts(path: Path) -> list[str]:
    file = pypdfium2.PdfDocument(path)
    found = []
    for page in file:
        text_page = page.get_textpage()
        found.append(folded(text_page.get_text_range()))
        text_page.close()
    file.close()
    return found


def bookmarks(path: Path) -> list[tuple[int, str, int]]:
    file = pypdfium2.PdfDocument(path)
    found = [(each.level, each.get_title(), each.get_dest().get_index()) for each in file.get_toc()]
    file.close()
    return found


def test_the_summons_comes_first_then_the_contents_then_each_document(
    keep: Keep, make: Callable[..., Made]
) -> None:
    keep(1, papers.pdf("one", "two"), "Report")
    keep(2, papers.picture(), "Chart")

    [path] = make().paths

    pages = texts(path)
    assert len(pages) == 5
    assert "Summonstothemeeting" in pages[0]
    assert "Contents" in pages[1]
    assert "Appendix1toitem2" in pages[2]
    assert "one" in pages[2]
    assert "two" in pages[3]
    assert "Appendix" not in pages[3]
    assert "Appendix1toitem3" in pages[4]
    assert [f"p.{number}(5)" in page for number, page in enumerate(pages, 1)] == [True] * 5


def test_items_and_documents_have_bookmarks(keep: Keep, make: Callable[..., Made]) -> None:
    keep(1, papers.pdf("one", "two"), "Report")
    keep(1, papers.pdf("three"), "../../etc/passwd " + "x" * 250)

    [path] = make().paths

    found = bookmarks(path)
    assert [each[2] for each in found] == [0, 1, 0, 2, 2, 4, 0]
    assert found[4][:2] == (1, "Appendix 1 Report")
    assert len(found[5][1]) == 200


def test_contents_and_agenda_lead_to_the_documents(keep: Keep, make: Callable[..., Made]) -> None:
    keep(1, papers.pdf("one"), "Report")

    [path] = make().paths

    with pikepdf.open(path) as file:
        page = file.pages[2].obj.objgen
        led = [[each.Dest[0].objgen == page for each in one.obj.get("/Annots", [])] for one in file.pages]
    assert led == [[True], [True, True], []]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (None, Why.MISSING),
        (papers.encrypted(), Why.ENCRYPTED),
        (papers.truncated(), Why.BROKEN),
        (papers.without_pages(), Why.EMPTY),
        (b"PK\x03\x04 a document of Word", Why.NOT_PDF),
    ],
)
def test_a_slip_stands_for_what_cannot_go_in(
    keep: Keep, make: Callable[..., Made], data: bytes | None, why: Why
) -> None:
    keep(1, data, "Report")
    keep(1, papers.pdf("after"), "Other")

    made = make()

    pages = texts(made.paths[0])
    assert [(each.name, each.why) for each in made.left_out] == [("Appendix 1 to item 2: Report", why.value)]
    assert folded(why.value) in pages[2]
    assert "after" in pages[3]


def test_bytes_that_are_not_those_that_were_kept_are_not_bound(
    database: Database, keep: Keep, make: Callable[..., Made]
) -> None:
    keep(1, papers.pdf("one"), "Report")
    with database.change("Tamper") as change:
        change.connection.exec_driver_sql("UPDATE attachment SET bytes = zeroblob(size)")

    assert [each.why for each in make().left_out] == [Why.CHANGED.value]


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_the_label_is_read_upright_at_the_top_of_what_is_seen(
    keep: Keep, make: Callable[..., Made], degrees: int
) -> None:
    keep(1, papers.turned(degrees), "Turned")

    [path] = make().paths

    file = pypdfium2.PdfDocument(path)
    image = file[2].render(scale=1).to_pil().convert("L")
    file.close()
    strip = image.crop((0, 8, image.width, 26))
    assert strip.crop((15, 0, image.width // 3, 18)).getextrema()[0] < 150
    assert strip.crop((image.width * 2 // 3, 0, image.width - 15, 18)).getextrema()[0] < 150


def test_parts_are_cut_between_items_and_say_which_they_are(keep: Keep, make: Callable[..., Made]) -> None:
    for place in range(3):
        keep(place, papers.picture("PNG", (40, 40)) + bytes(0), "Small")
        keep(place, papers.pdf(*("x" * 3000 for _page in range(40))), "Large")

    whole = make().paths[0].stat().st_size
    made = make(most_bytes=whole // 2)

    sizes = [path.stat().st_size for path in made.paths]
    assert len(made.paths) > 1
    assert made.too_large == tuple(p for p, size in zip(made.paths, sizes, strict=True) if size > whole // 2)
    first = texts(made.paths[1])[0]
    assert f"Part2of{len(made.paths)}" in first
    assert "Part1:" in first


def test_an_item_that_alone_is_too_large_is_said_so(keep: Keep, make: Callable[..., Made]) -> None:
    keep(1, papers.pdf("one"), "Report")

    made = make(most_bytes=1000)

    assert made.too_large


def test_confidential_papers_are_in_numbered_copies_of_their_own(
    keep: Keep, make: Callable[..., Made]
) -> None:
    keep(1, papers.pdf("open"), "Open")
    keep(1, papers.pdf("secret", "secret"), "Secret", confidential=True)

    [everybody] = make().paths
    copies = make(confidential=True, copies=("Åsa", "Bo")).paths

    assert "secret" not in "".join(texts(everybody))
    assert ["".join(texts(path)).count("secret") for path in copies] == [2, 2]
    assert all("Copy2of2,Bo" in page for page in texts(copies[1]))


def test_without_anything_confidential_there_are_no_copies(make: Callable[..., Made]) -> None:
    with pytest.raises(RuleBroken, match="nothing confidential"):
        make(confidential=True)


def test_a_supplement_holds_what_is_new(
    database: Database, ids: Minutes, keep: Keep, make: Callable[..., Made]
) -> None:
    keep(1, papers.pdf("before"), "Before")
    send(database, ids.meeting, on=papers.EARLY)
    keep(1, papers.pdf("later"), "Later")

    [path] = make(supplement=True).paths

    pages = texts(path)
    assert "Supplement1" in pages[0]
    assert "later" in pages[2]
    assert "before" not in "".join(pages)


def test_the_same_bundle_has_the_same_bytes(keep: Keep, make: Callable[..., Made]) -> None:
    keep(1, papers.turned(90), "Turned")
    keep(2, papers.layered(), "Layers")
    first = make().paths[0].read_bytes()

    assert make().paths[0].read_bytes() == first


@pytest.mark.parametrize("after", [0, 1, 2, 5, 11])
def test_cancelling_leaves_nothing_behind(
    database: Database, ids: Minutes, keep: Keep, tmp_path: Path, after: int
) -> None:
    keep(1, papers.pdf("one"), "Report")
    prepared = bundle.prepare(database, ids.meeting)

    with pytest.raises(Cancelled):
        bundle.make(prepared, tmp_path / "out", lambda done, _of: done < after)

    assert not prepared.work.exists()
    assert not (tmp_path / "out").exists() or names_in(tmp_path / "out") == []


def test_nothing_confidential_is_in_a_public_bundle(database: Database, ids: Minutes, tmp_path: Path) -> None:
    canaries(database, ids)

    made = bundle.make(bundle.prepare(database, ids.meeting, public=True), tmp_path)

    target = BytesIO()
    with pikepdf.open(made.paths[0]) as file:
        file.save(target, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all)
    assert CANARY not in "".join(texts(made.paths[0]))
    assert CANARY not in str(bookmarks(made.paths[0]))
    assert CANARY.encode() not in target.getvalue()
    assert CANARY not in str(made)
