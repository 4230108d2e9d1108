"""`klubban dispatch FILE --body KS --date D --out DIR`: all extracts of a meeting to those they are for."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from klubban.cli.choices import add_meeting, meeting_of
from klubban.documents import dispatch_words
from klubban.domain.dispatching import Line, Plan
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Meeting
from klubban.i18n import N_, _, ngettext
from klubban.operations import dispatch
from klubban.operations.export import Kind, export
from klubban.store import reads
from klubban.store.database import Database


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("a Klubban file"))
    add_meeting(parser)
    parser.add_argument(
        "--out", type=Path, required=True, metavar=_("DIR"), help=_("the folder to write in; made if need be")
    )
    parser.add_argument(
        "--by", metavar=_("NAME"), help=_("who certifies the extracts; the meeting’s secretary if nobody")
    )
    parser.add_argument(
        "--again", action="store_true", help=_("send everything once more, whatever was sent before")
    )


def run(options: argparse.Namespace) -> int:
    """Write the extracts, the mails and the note, and print the path of each; 1 where all is held back."""
    now = datetime.now(UTC).astimezone()
    with closing(Database.open(options.file)) as database:
        meeting_id = meeting_of(database, options)
        with database.read() as read:
            meeting = reads.meeting(read, meeting_id)
        plan = dispatch.plan_of(database, meeting_id)
        lines = plan.again if options.again else plan.to_send
        by = options.by or (meeting.secretary.name if meeting.secretary else database.who)
        written = []
        if lines:
            written = dispatch.dispatch(database, meeting_id, lines, options.out, by=by, now=now)
            written += export(database, meeting_id, Kind.DISPATCH, options.out)
        for path in written:
            print(path)
        _tell(meeting, plan, lines)
    return 0


def _tell(meeting: Meeting, plan: Plan, lines: tuple[Line, ...]) -> None:
    """Say on standard error who got nothing, and why; raises RuleBroken where nothing could be sent."""
    for line in plan.lacking:
        _say(_("{name} has no address; {paragraphs} not sent"), meeting, line, all_due=True)
    held = [line for line in plan.lines if line.held_back and not line.recipient.lacks_address]
    for line in held:
        secret = all(each.verified for each in line.held_back)
        template = _("{name}: {paragraphs} confidential, not sent")
        _say(template if secret else _("{name}: {paragraphs} not verified, not sent"), meeting, line)
    if lines:
        count = ngettext("{count} extract sent", "{count} extracts sent", len(lines))
        print(count.format(count=len(lines)), file=sys.stderr)
    elif any(part.sent for line in plan.lines for part in line.parts):
        print(_("What can be sent was sent before; --again sends it once more"), file=sys.stderr)
    elif plan.lines:
        raise RuleBroken(N_("Nothing could be sent"))
    else:
        raise RuleBroken(N_("No paragraph of this meeting has anybody to be sent to"))


def _say(template: str, meeting: Meeting, line: Line, *, all_due: bool = False) -> None:
    parts = [each for each in line.parts if each.due] if all_due else line.held_back
    signs = dispatch_words.signs(meeting, (each.number for each in parts)).replace("\N{NO-BREAK SPACE}", " ")
    told = template.format(name=line.recipient.name, paragraphs=signs)
    print("klubban:", told, file=sys.stderr)
