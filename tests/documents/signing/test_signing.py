"""A PDF file signed in its fields: with a certificate in a file, with a time stamp, or not at all."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest
from asn1crypto import tsp

from documents.signing.authority import AT, PASSPHRASE, YEAR, Authority, Holder, authority, holder
from documents.signing.papers import ROLES, SIGNERS, examined, original, signed
from documents.verapdf import VeraPDF
from klubban.documents.pdf import time_stamping
from klubban.documents.pdf.examining import examine
from klubban.documents.pdf.marks import drawn
from klubban.documents.pdf.signatures import Pkcs12, fields_of, sign
from klubban.domain.errors import RuleBroken
from klubban.domain.examined import Since, Stamp
from klubban.domain.signing import SignsAs, Verdict

STAMP = Stamp(name="Siv Lind", role="Sekreterare")
FIELD = (197.0, 40.0)


def refusal(
    pdf: bytes | None = None,
    field: str = "sign_1",
    key: Pkcs12 | None = None,
    at: dt.datetime = AT,
    revoked: tuple[bytes, ...] = (),
) -> str:
    """Return why a file is not signed."""
    with pytest.raises(RuleBroken) as refused:
        sign(
            original() if pdf is None else pdf,
            field,
            key or holder("Siv Lind").opens,
            STAMP,
            at=at,
            revoked=revoked,
        )
    return str(refused.value)


def test_each_after_the_other_signs_and_the_file_keeps_its_standards(judge: VeraPDF) -> None:
    found = examined(signed(3))

    assert found.verdict is Verdict.UNCHANGED
    assert found.whole
    assert found.trusted
    assert [each.who for each in found.signatures] == list(SIGNERS)
    assert [each.signs_as for each in found.signatures] == [
        SignsAs.SECRETARY,
        SignsAs.CHAIR,
        SignsAs.VERIFIER,
    ]
    assert [each.since for each in found.signatures] == [Since.SIGNATURES, Since.SIGNATURES, Since.NOTHING]
    assert [each.at for each in found.signatures] == [AT, AT, AT]
    assert all(judge.verdict(signed(count)) == [] for count in (1, 2, 3))


def test_what_was_sent_stays_byte_for_byte_and_each_signature_comes_after() -> None:
    for count in (1, 2, 3):
        assert signed(count).startswith(signed(count - 1))


def test_the_mark_says_who_as_what_and_when_in_our_own_faces() -> None:
    with pikepdf.open(BytesIO(signed(3))) as file:
        forms = [form for each in file.Root.AcroForm.Fields for form in each.AP.N.Resources.XObject.values()]
        fonts = {str(font.BaseFont) for form in forms for font in form.Resources.Font.values()}
    said, _ = read(drawn(STAMP, AT, FIELD))

    assert len(forms) == 3
    assert all("Klubban" in name for name in fonts)
    assert said.startswith("Siv Lind Sekreterare ")
    assert "25 februari 2016" in said
    assert "14.30" in said


@pytest.mark.parametrize(
    "name", ["X", "Anna-Karin Vasilopoulou-Hammarskjöld af Ugglas (SD)", "å" * 300, "漢字"]
)
def test_a_mark_stays_inside_its_field_whatever_the_name(name: str) -> None:
    said, boxes = read(drawn(Stamp(name=name, role="Ordförande §§ 1–3, 5"), AT, FIELD))

    assert "Ordförande §§ 1–3, 5" in said
    for left, foot, right, top in boxes:
        assert 0 <= left < right <= FIELD[0]
        assert 0 <= foot < top <= FIELD[1]


def read(pdf: bytes) -> tuple[str, list[tuple[float, float, float, float]]]:
    """Return the words of a page, and the corners of each stretch."""
    with closing(pypdfium2.PdfDocument(pdf)) as file, closing(file[0]) as page:
        with closing(page.get_textpage()) as text:
            said = " ".join(text.get_text_bounded().split())
        return said, [each.get_bounds() for each in page.get_objects()]


def test_the_fields_tell_whose_they_are_and_whether_they_are_signed() -> None:
    found = fields_of(signed(1))

    assert [(each.name, each.role, each.who) for each in found] == [
        ("sign_1", ROLES[0], SIGNERS[0]),
        ("sign_2", ROLES[1], SIGNERS[1]),
        ("sign_3", ROLES[2], SIGNERS[2]),
    ]
    assert [each.signed for each in found] == [True, False, False]
    assert {each.page for each in found} == {1}


def test_the_passphrase_and_the_file_of_the_certificate_are_looked_at() -> None:
    own = holder("Siv Lind").p12

    assert "passphrase does not open" in refusal(key=Pkcs12(own, "fel"))
    assert "empty (0 bytes)" in refusal(key=Pkcs12(b"", PASSPHRASE))
    assert "no PKCS#12 file" in refusal(key=Pkcs12(b"Kare sekreterare", PASSPHRASE))
    assert "damaged" in refusal(key=Pkcs12(own[:300], PASSPHRASE))


def of(who: Holder) -> Pkcs12:
    return who.opens


def test_the_certificate_is_one_to_sign_with_today() -> None:
    issued = authority().issue

    assert "is not meant for signing" in refusal(key=of(issued("Låset", sign=False)))
    assert "expired on 2016-02-24" in refusal(key=of(issued("Gammal", valid=(AT - YEAR, AT - YEAR / 366))))
    assert "not valid before 2016-02-26" in refusal(key=of(issued("Ny", valid=(AT + YEAR / 366, AT + YEAR))))


def test_a_certificate_that_was_revoked_does_not_sign() -> None:
    lost = authority().issue("Tappat kort")

    listed = authority().revoked(lost)
    elsewhere = Authority("En annan").revoked(lost)

    assert "was revoked on 2016-02-24" in refusal(key=of(lost), revoked=(elsewhere, listed))
    assert "damaged" in refusal(key=of(lost), revoked=(b"en lista",))


def test_a_field_is_signed_once_and_only_where_there_is_one() -> None:
    assert "signed already" in refusal(signed(1), "sign_1")
    assert "there is sign_1, sign_2, sign_3" in refusal(field="sign_9")


@pytest.mark.parametrize(
    ("pdf", "said"),
    [
        (b"", "0 bytes"),
        (b"PK\x03\x04 ett arkiv", "no PDF"),
        (b"%PDF-1.7\nsant men tomt", "damaged"),
        (b"%PDF-1.7\n" + bytes(50_000_000), "damaged"),
    ],
)
def test_what_is_no_pdf_is_not_signed(pdf: bytes, said: str) -> None:
    assert said in refusal(pdf)


def test_a_locked_file_is_not_signed() -> None:
    locked = BytesIO()
    with pikepdf.open(BytesIO(original())) as file:
        file.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))

    assert "protected with a password" in refusal(locked.getvalue())


def test_a_file_without_fields_is_not_signed() -> None:
    plain = BytesIO()
    with pikepdf.open(BytesIO(original())) as file:
        del file.Root.AcroForm
        del file.pages[0].Annots
        file.save(plain)

    assert "no fields to sign in" in refusal(plain.getvalue())


def test_a_file_that_was_changed_after_it_was_signed_is_not_signed_further() -> None:
    from documents.signing.attacks import painted_over

    assert "changed in the PDF after it was signed" in refusal(painted_over(signed(1)), "sign_2")


def test_a_clock_that_went_back_is_told() -> None:
    assert "is the computer’s clock right?" in refusal(signed(1), "sign_2", at=AT - dt.timedelta(hours=1))


class TimeStamps(BaseHTTPRequestHandler):
    """A time-stamp server in this process."""

    kind = "application/timestamp-reply"
    said: bytes | None = None

    def do_POST(self) -> None:
        asked = self.rfile.read(int(self.headers["Content-Length"]))
        answer = authority().time_stamper().request_tsa_response(tsp.TimeStampReq.load(asked))
        self.send_response(200)
        self.send_header("Content-Type", self.kind)
        self.end_headers()
        self.wfile.write(self.said or answer.dump())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of its parameter
        """Say nothing."""


class Confused(TimeStamps):
    kind = "text/html"


class Garbled(TimeStamps):
    said = b"\x30\x03hej"


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def stamped_by(address: str) -> bytes:
    key = holder("Siv Lind").opens
    return sign(original(), "sign_1", key, STAMP, at=AT, time_stamp_server=address)


def test_a_time_stamp_server_vouches_for_the_time(judge: VeraPDF) -> None:
    with serving(TimeStamps) as address:
        data = stamped_by(address)

    (only,) = examined(data).signatures
    assert only.stamped_at == AT
    assert only.stamped_by == "Ekby prov-TSA"
    assert only.holds
    assert "who stamped the time" not in " ".join(map(str, only.remarks))
    (unknown,) = examine(data, at=AT).signatures
    assert "Ekby prov-TSA, who stamped the time" in " ".join(map(str, unknown.remarks))
    assert judge.verdict(data) == []


def test_without_the_time_stamp_that_was_asked_for_nothing_is_signed() -> None:
    with pytest.raises(RuleBroken, match="cannot be reached, and nothing was signed"):
        stamped_by("http://127.0.0.1:9/")
    with pytest.raises(RuleBroken, match="begins with https"):
        stamped_by("file:///etc/passwd")
    for handler in (Confused, Garbled):
        with serving(handler) as address, pytest.raises(RuleBroken, match="nothing was signed"):
            stamped_by(address)


class Swapped(TimeStamps):
    """Answers with the stamp of another question."""

    def do_POST(self) -> None:
        asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
        asked["nonce"] = asked["nonce"].native + 1
        type(self).said = authority().time_stamper().request_tsa_response(asked.copy()).dump()
        self.send_response(200)
        self.send_header("Content-Type", self.kind)
        self.end_headers()
        self.wfile.write(self.said or b"")


def test_the_stamp_of_another_question_is_none() -> None:
    with serving(Swapped) as address, pytest.raises(RuleBroken, match="nothing was signed"):
        stamped_by(address)


class Dripping(TimeStamps):
    """Says one letter, and then nothing until it is over."""

    over = threading.Event()

    def do_POST(self) -> None:
        self.wfile.write(b"H")
        self.over.wait()


def test_a_server_that_never_comes_to_its_end_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_stamping, "_SECONDS", 0.3)

    with serving(Dripping) as address:
        with pytest.raises(RuleBroken, match="cannot be reached, and nothing was signed"):
            stamped_by(address)
        Dripping.over.set()


def test_an_issuer_whom_nobody_trusts_is_a_finding_of_its_own() -> None:
    found = examine(signed(3), original=original(), at=AT)

    assert found.verdict is Verdict.UNCHANGED
    assert found.whole
    assert not found.trusted
    (unknown,) = found.unknown_issuers
    assert unknown.data == authority().data
    assert examine(signed(3), original=original(), trusted=[unknown.data], at=AT).trusted


def test_a_certificate_revoked_before_it_signed_makes_the_signature_fall() -> None:
    who = holder(SIGNERS[2])

    listed = authority().revoked(who)
    found = examine(signed(3), original=original(), trusted=[authority().data], revoked=[listed], at=AT)

    assert found.verdict is Verdict.CHANGED
    assert "was revoked on 2016-02-24" in " ".join(map(str, found.signatures[2].remarks))


def test_a_certificate_that_expired_since_is_none_the_worse() -> None:
    found = examine(signed(3), original=original(), trusted=[authority().data], at=AT + 3 * YEAR)

    assert found.whole
    assert found.trusted
