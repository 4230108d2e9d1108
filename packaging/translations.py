"""Keep the catalogues and the code together: packaging/translations update, check or compile.

A catalogue is what the code says, in one language. It holds no line numbers and no dates, and is sorted by
message, so that a commit changes only the lines of the messages that it touches.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "desktop" / "klubban"
LANGUAGES = ["en", "sv"]
SOURCE_LANGUAGE = "en"  # the language that the code is written in: its catalogue fills itself

# Whose first arguments are messages: Babel's own list (_, N_, ngettext, pgettext …) and a broken rule.
KEYWORDS = {**DEFAULT_KEYWORDS, "RuleBroken": None}

HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def path_of(language: str) -> Path:
    """Return where the catalogue of a language lies."""
    return ROOT / "translations" / language / "LC_MESSAGES" / "klubban.po"


def forms(texts: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """Return a message or its translation as its forms: one, or the singular and the plural."""
    if isinstance(texts, tuple | list):
        return tuple(texts)
    return (texts or "",)


def messages_of(catalog: Catalog) -> list[Message]:
    """Return the messages of a catalogue without its header."""
    return [message for message in catalog if message.id]


def extract() -> Catalog:
    """Return the messages that the code holds now."""
    catalog = Catalog()
    messages = extract_from_dir(SOURCE, [("**.py", "python")], keywords=KEYWORDS)
    for file, line, message, _, context in messages:
        location = (SOURCE.relative_to(ROOT) / file).as_posix()
        catalog.add(message, locations=[(location, line)], context=context)
    return catalog


def merged(code: Catalog, language: str) -> Catalog:
    """Return a language's catalogue: the messages of the code, with the translations that still apply."""
    old = Catalog()
    if path_of(language).exists():
        with path_of(language).open("rb") as file:
            old = read_po(file, locale=language)
    new = Catalog(locale=language)
    for message in messages_of(code):
        known = old.get(message.id, message.context)
        if known is None or forms(known.id) != forms(message.id):
            known = Message(message.id)
        entry = new.add(
            message.id,
            known.string,
            locations=message.locations,
            flags=known.flags & {"fuzzy"},
            user_comments=known.user_comments,
            context=message.context,
        )
        if language == SOURCE_LANGUAGE and not any(forms(entry.string)):
            entry.string = message.id
    return new


def written(catalog: Catalog, language: str) -> bytes:
    """Return a catalogue as its file holds it."""
    body = BytesIO()
    write_po(body, catalog, width=100, omit_header=True, sort_output=True, include_lineno=False)
    return HEADER.format(language=language).encode() + body.getvalue()


def fields(text: str) -> set[str]:
    """Return the names in braces that a message leaves open."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def faults(message: Message) -> list[str]:
    """Say what is wrong with a translation."""
    sources, targets = forms(message.id), forms(message.string)
    if message.fuzzy:
        return ["is marked as fuzzy"]
    if not all(targets):
        return ["is not translated"]
    try:
        wanted = [fields(source) for source in sources]
        found = [fields(target) for target in targets]
    except ValueError as error:
        return [f"has a stray brace ({error})"]
    # A singular may leave out the number that its plural needs; otherwise the names are the same.
    if found[-1] != wanted[-1] or any(not names <= set().union(*wanted) for names in found):
        return [f"does not have the same names in braces: {targets}"]
    return []


def update() -> int:
    """Bring both catalogues up to the code."""
    code = extract()
    for language in LANGUAGES:
        catalog = merged(code, language)
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        path_of(language).write_bytes(written(catalog, language))
        missing = sum(not all(forms(message.string)) for message in messages_of(catalog))
        print(f"{language}: {len(catalog)} messages, {missing} to translate")
    return 0


def check() -> int:
    """Fail when a catalogue and the code have drifted apart, or a translation is not fit to be shown."""
    code = extract()
    found = []
    for language in LANGUAGES:
        path = path_of(language)
        catalog = merged(code, language)
        if not path.exists() or path.read_bytes() != written(catalog, language):
            found.append(f"{language}: the code says something else: run packaging/translations update")
        for message in messages_of(catalog):
            found += [f"{language}: {message.id!r} {fault}" for fault in faults(message)]
    print("\n".join(found) if found else f"{len(code)} messages in {len(LANGUAGES)} languages")
    return 1 if found else 0


def compile_catalogues() -> int:
    """Write the binary catalogues that the program reads."""
    for language in LANGUAGES:
        path = path_of(language)
        if path.exists():
            with path.open("rb") as source, path.with_suffix(".mo").open("wb") as target:
                write_mo(target, read_po(source, locale=language))
    return 0


COMMANDS = {"update": update, "check": check, "compile": compile_catalogues}


def main() -> int:
    """Run the command that is named."""
    if sys.argv[1:] not in [[name] for name in COMMANDS]:
        print(__doc__, file=sys.stderr)
        return 2
    return COMMANDS[sys.argv[1]]()


if __name__ == "__main__":
    sys.exit(main())
