"""The rules of a body, read as sentences; each opens where it stands when it is to be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _, pgettext
from klubban.operations.bodies import set_rule
from klubban.store.trouble import Trouble
from klubban.ui.registers.form import Form
from klubban.ui.registers.rule_numbers import asked_number
from klubban.ui.registers.rule_words import GROUPS, Asks, Rule, group_titles, rules_of
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.options import Options, Toggles
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from klubban.domain.body import Body
    from klubban.store.database import Database


class RuleLine(QWidget):
    """One rule: its sentence, what follows with its source, and the way to change it."""

    chosen = Signal(str, object)
    failed = Signal(Exception)

    def __init__(self, database: Database, body: Body, rule: Rule) -> None:
        super().__init__()
        self._database, self._body, self.rule = database, body, rule
        self._open: QWidget | None = None
        self._column = QVBoxLayout(self)
        spaced(self._column, (0, 0, 0, 6))
        self._column.addLayout(self._head())
        follows = " · ".join(filter(None, (rule.now.follows.rstrip("."), rule.law or rule.source)))
        self._column.addWidget(Text(follows, "small", QUIET, wrap=True))
        self._note = Text("", "small", wrap=True)
        self._note.hide()
        self._column.addWidget(self._note)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        spaced(row, gap=8)
        row.addWidget(Text(self.rule.now.says, wrap=True), 1, TOP)
        if self.rule.law:
            row.addWidget(Pill(pgettext("rule", "law"), "plain"), 0, TOP)
        elif self.rule.own:
            row.addWidget(Pill(pgettext("rule", "own"), "accent"), 0, TOP)
        self._change = Link(_("Change"))
        self._change.setAccessibleName(_("Change: {rule}").format(rule=self.rule.now.says))
        self._change.clicked.connect(self._swap)
        row.addWidget(self._change, 0, TOP)
        if self.rule.law or self._database.read_only:
            self._change.hide()
        return row

    def enter(self) -> None:
        """Give the keyboard to the way to change it."""
        self._change.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def held(self) -> int | None:
        """Return which of several that may all be on has the keyboard."""
        if not isinstance(self._open, Toggles):
            return None
        return next((n for n, (_value, box) in enumerate(self._open.buttons) if box.hasFocus()), None)

    def open(self, at: int | None = None) -> None:
        """Show what else the rule could say, and give it the keyboard."""
        rule = self.rule
        choice: Form | Options | Toggles
        if rule.asks is Asks.NUMBER:
            choice = self._ask_number()
        elif rule.asks is Asks.SOME:
            choice = Toggles(rule.now.says, _tuples(rule), rule.now.value)
            choice.chosen.connect(self._choose)
        else:
            choice = Options(rule.now.says, _tuples(rule), rule.now.value)
            choice.chosen.connect(self._choose)
        self._open = choice
        self._column.addWidget(choice)
        choice.show()  # now: Qt does it later, and what is not shown takes no keys
        self._change.setText(_("Close"))
        if at is not None and isinstance(choice, Toggles):
            choice.buttons[at][1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            choice.enter()

    def close_choice(self) -> None:
        """Leave the rule as it is."""
        if self._open is not None:
            self._open.hide()
            self._open.deleteLater()
            self._open = None
        self._change.setText(_("Change"))

    def _ask_number(self) -> Form:
        asked = asked_number(self.rule.name)

        def act() -> None:
            words = form.words("number")
            if not words.isdigit():
                raise RuleBroken(N_("Write a whole number, in digits"))
            set_rule(self._database, self._body.id, self.rule.name, int(words))

        form = Form(asked, _("Change the rule"), act)
        form.add_line("number", _("Number"), str(self.rule.now.value))
        form.left.connect(self._leave)
        form.done.connect(self._leave)
        form.failed.connect(self.failed)
        return form

    def _choose(self, value: object) -> None:
        try:
            set_rule(self._database, self._body.id, self.rule.name, value)
        except RuleBroken as broken:
            self._note.setText(sentence(broken))
            self._note.show()
            return
        except Trouble as trouble:
            self.failed.emit(trouble)
            return
        if self.rule.asks is Asks.ONE:
            self._leave()

    def _swap(self) -> None:
        if self._open is None:
            self.open()
        else:
            self._leave()

    def _leave(self) -> None:
        self.close_choice()
        self.enter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc."""
        if event.key() == Qt.Key.Key_Escape and self._open is not None:
            self._leave()
        else:
            super().keyPressEvent(event)


def _tuples(rule: Rule) -> list[tuple[object, str, str]]:
    return [(option.value, option.says, option.follows) for option in rule.options]


class RuleList(QWidget):
    """The rules in groups. A rule that changes is written anew where it stands."""

    failed = Signal(Exception)

    def __init__(self, database: Database, body: Body) -> None:
        super().__init__()
        self._database, self._body = database, body
        self._rules: dict[str, Rule] = {}
        self.lines: dict[str, RuleLine] = {}
        column = QVBoxLayout(self)
        spaced(column)
        self._groups: list[tuple[Section, QVBoxLayout]] = []
        for title in group_titles():
            content = QWidget()
            inner = QVBoxLayout(content)
            spaced(inner)
            section = Section(title, content)
            column.addWidget(section)
            self._groups.append((section, inner))
        self.take(body)

    def take(self, body: Body) -> bool:
        """Show the rules as they are now; tell whether any is another than before."""
        rules = rules_of(body)
        self._body = body
        if rules == self._rules:
            return False
        before, self._rules = self._rules, rules
        held = next((name for name, line in self.lines.items() if line.isAncestorOf(_focus(line))), None)
        at = self.lines[held].held if held else None
        for names, (section, column) in zip(GROUPS, self._groups, strict=True):
            if any(rules.get(name) != before.get(name) for name in names):
                self._write(names, column)
            section.setVisible(any(name in rules for name in names))
        line = self.lines.get(held) if held else None
        if line is not None and at is not None:
            line.open(at)
        elif line is not None and not line.isAncestorOf(_focus(self)):
            line.enter()
        return True

    def _write(self, names: tuple[str, ...], column: QVBoxLayout) -> None:
        """Write a group anew; what stays as it was keeps its line, open or not."""
        kept = {name: line for name, line in self.lines.items() if self._rules.get(name) == line.rule}
        for name in names:
            line = self.lines.pop(name, None)
            if line is not None:
                column.removeWidget(line)
                if name not in kept:
                    line.hide()
                    line.deleteLater()
        for name in names:
            if name not in self._rules:
                continue
            line = kept.get(name) or self._line(self._rules[name])
            self.lines[name] = line
            column.addWidget(line)
            line.setVisible(True)

    def _line(self, rule: Rule) -> RuleLine:
        line = RuleLine(self._database, self._body, rule)
        line.failed.connect(self.failed)
        return line


def _focus(widget: QWidget) -> QWidget:
    """Return what has the keyboard, or the widget itself: nothing holds itself."""
    now = QApplication.focusWidget()
    return widget if now is None else now
