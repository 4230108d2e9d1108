"""`klubban sign` and `klubban verify`: a PDF is signed in its fields, and told of."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization

from builders import snapshot
from documents.signing import attacks, cards, services
from documents.signing.authority import LONG, PASSPHRASE, Authority
from documents.signing.papers import original
from klubban.domain.signing import SigningWay
from klubban.operations import signing, trusted
from klubban.store.database import Database
from running import Run, Said
from to_sign import NOW, begun, file_of_it

SIGNERS = {"secretary": "Siv Lind", "chair": "Åke Öman", "verifier": "Britta Ek"}
Sign = Callable[..., Said]


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority("Prov-CA")


@pytest.fixture
def keys(authority: Authority, tmp_path: Path) -> Path:
    """Return a folder with a key for each role, good for long, and the certificate of who issued them."""
    folder = tmp_path / "keys"
    folder.mkdir()
    for role, who in SIGNERS.items():
        (folder / f"{role}.p12").write_bytes(authority.issue(who, valid=LONG).p12)
    pem = authority.certificate.public_bytes(serialization.Encoding.PEM)
    (folder / "ca.pem").write_bytes(pem)
    return folder


@pytest.fixture
def sign(run: Run, keys: Path, monkeypatch: pytest.MonkeyPatch) -> Sign:
    """Return what signs a file, with the passphrase on standard input."""

    def command(pdf: Path, role: str, *more: object, passphrase: str = PASSPHRASE) -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{passphrase}\n"))
        return run("sign", pdf, "--p12", keys / f"{role}.p12", "--as", role, *more)

    return command


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Return a protocol with fields to sign in."""
    path = tmp_path / "protokoll.pdf"
    path.write_bytes(original())
    return path


def test_three_sign_one_after_another_and_the_last_file_is_whole(
    run: Run, sign: Sign, paper: Path, keys: Path
) -> None:
    before = paper.read_bytes()

    for role in SIGNERS:
        said = sign(paper, role)
        assert said.code == 0, said
        paper = Path(said.out.strip())

    assert (paper.parent / "protokoll.pdf").read_bytes() == before
    assert paper.name.startswith("protokoll-sign")
    told = run("verify", paper)
    assert told.code == 0
    assert all(who in told.out for who in SIGNERS.values())
    assert run("verify", paper, "--trust", keys / "ca.pem").code == 0


def test_somebody_whom_no_trusted_issuer_vouches_for_does_not_count(
    run: Run, sign: Sign, paper: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.pem"
    other.write_bytes(Authority("En annan").certificate.public_bytes(serialization.Encoding.PEM))
    signed = Path(sign(paper, "chair").out.strip())

    assert run("verify", signed).code == 0
    assert run("verify", signed, "--trust", other).code == 1


def test_the_file_is_written_where_it_is_wanted(sign: Sign, paper: Path, tmp_path: Path) -> None:
    wanted = tmp_path / "klar" / "signerad.pdf"

    assert sign(paper, "chair", "--out", wanted).out.strip() == str(wanted)
    assert wanted.read_bytes().startswith(original())
    assert "mapp" in sign(paper, "chair", "--out", tmp_path).refusal


def test_a_certificate_of_somebody_else_is_pointed_out(sign: Sign, paper: Path, keys: Path) -> None:
    own, other = sign(paper, "chair"), sign(paper, "chair", "--p12", keys / "verifier.p12")

    assert own.err == ""
    assert other.code == 0
    assert "Åke Öman" in other.err
    assert "Britta Ek" in other.err


def test_a_role_is_signed_for_once(sign: Sign, paper: Path) -> None:
    signed = Path(sign(paper, "verifier").out.strip())

    said = sign(signed, "verifier")

    assert said.code == 1
    assert "justerare" in said.err


def test_a_wrong_passphrase_signs_nothing(sign: Sign, paper: Path) -> None:
    said = sign(paper, "chair", passphrase="fel")  # noqa: S106 - a wrong one

    assert said.code == 1
    assert said.err.count("\n") == 1
    assert list(paper.parent.glob("*.pdf")) == [paper]


@pytest.mark.parametrize(("name", "data"), [("tom.pdf", b""), ("brev.pdf", b"Kara"), ("ej.pdf", None)])
def test_what_is_no_pdf_is_refused(
    run: Run, sign: Sign, tmp_path: Path, name: str, data: bytes | None
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)

    assert name in run("verify", path).refusal
    assert name in sign(path, "chair").refusal


def test_what_was_painted_over_is_not_unchanged(run: Run, sign: Sign, paper: Path, tmp_path: Path) -> None:
    signed = Path(sign(paper, "chair").out.strip())
    painted = tmp_path / "målad.pdf"
    painted.write_bytes(attacks.painted_over(signed.read_bytes()))

    assert run("verify", painted).code == 1
    assert run("verify", paper).code == 1


@pytest.fixture
def sent(path: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Return a Klubban file, and the protocol that it sent to be signed."""
    path.write_bytes(file_of_it())
    with closing(Database.open(path, "Anna Berg")) as database:
        out = begun(database, SigningWay.SERVICE)
    paper = tmp_path / out.file_name
    paper.write_bytes(out.data)
    return path, paper


def test_a_file_tells_which_protocol_it_is_that_was_signed(
    run: Run, sign: Sign, sent: tuple[Path, Path], authority: Authority
) -> None:
    file, paper = sent
    signed = Path(sign(paper, "chair").out.strip())

    told = run("verify", signed, "--file", file)
    assert told.code == 0, told
    assert "Kommunstyrelsen" in told.out
    assert "22 februari 2016" in told.out

    with closing(Database.open(file, "Anna Berg")) as database:
        trusted.trust(database, "En annan", Authority("En annan").data, "Anna Berg", NOW.date())
    assert run("verify", signed, "--file", file).code == 1

    with closing(Database.open(file, "Anna Berg")) as database:
        trusted.trust(database, "Prov-CA", authority.data, "Anna Berg", NOW.date())
    assert run("verify", signed, "--file", file).code == 0


def test_a_protocol_of_another_file_or_one_made_anew_is_not_what_was_sent(
    run: Run, sign: Sign, sent: tuple[Path, Path], paper: Path, tmp_path: Path
) -> None:
    file, own = sent
    foreign = Path(sign(paper, "chair").out.strip())
    again = tmp_path / "ompackad.pdf"
    again.write_bytes(services.saved_again(own.read_bytes()))
    repackaged = Path(sign(again, "chair").out.strip())

    assert run("verify", foreign).code == 0
    assert run("verify", foreign, "--file", file).code == 1
    told = run("verify", repackaged, "--file", file)
    assert told.code == 1
    assert "Kommunstyrelsen" in told.out


def test_a_card_signs_from_the_command_line(run: Run, paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    card = cards.token()

    def say(pin: str) -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{pin}\n"))
        words = ("--module", card.module, "--token", card.label, "--as", "verifier")
        return run("sign", paper, *words)

    wrong, right = say("0000"), say(card.pin)

    assert wrong.code == 1
    assert "PIN" in wrong.err
    assert right.code == 0, right
    assert run("verify", right.out.strip()).code == 0


def test_a_protocol_that_was_only_exported_is_known_by_its_bytes(
    run: Run, sign: Sign, path: Path, tmp_path: Path
) -> None:
    path.write_bytes(file_of_it())
    document = json.loads(run("dump", path).out)
    for body in document["bodies"]:
        body.setdefault("rules", {})["signed_digitally"] = True
    (tmp_path / "ny.json").write_text(json.dumps(document), encoding="utf-8")
    file = tmp_path / "ny.klubban"
    assert run("import", file, tmp_path / "ny.json").code == 0
    exported = run("export", file, "protocol", "--body", "KS", "--date", "2016-02-22", "--out", tmp_path)
    signed = Path(sign(Path(exported.out.strip()), "chair").out.strip())

    told = run("verify", signed, "--file", file)

    assert told.code == 0, told
    assert "Kommunstyrelsen" in told.out


def test_withdrawn_since_it_counts_no_more(run: Run, sign: Sign, sent: tuple[Path, Path]) -> None:
    file, paper = sent
    signed = Path(sign(paper, "chair").out.strip())
    with closing(Database.open(file, "Anna Berg")) as database:
        (out,) = signing_ids(database)
        signing.withdraw_signing(database, out, "Fel namn i § 2", NOW)

    assert run("verify", signed, "--file", file).code == 1


def signing_ids(database: Database) -> list[int]:
    return [each.id for one in snapshot(database).verifications for each in one.signings]
