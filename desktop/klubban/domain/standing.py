"""Who began to serve in which seat, and who comes back to it first."""

from __future__ import annotations

from collections.abc import Container, KeysView, Sequence


class Standing:
    """Those who began to serve and keep precedence (KL 5 kap. 18 §), seat by seat.

    Seats go by their places in the roll. In each seat they stand in line: who steps in for somebody
    disqualified comes after them, and is done when one of those before comes back. Nobody is in two lines.
    """

    def __init__(self) -> None:
        self._lines: dict[int, list[int]] = {}
        self._places: dict[int, int] = {}

    @property
    def places(self) -> KeysView[int]:
        """The seats that somebody began to serve in."""
        return self._lines.keys()

    @property
    def persons(self) -> KeysView[int]:
        """All who began to serve."""
        return self._places.keys()

    def line(self, place: int) -> Sequence[int]:
        """Return those who began to serve in a seat, in turn."""
        return self._lines.get(place, ())

    def place(self, person: int) -> int | None:
        """Return the seat that somebody began to serve in."""
        return self._places.get(person)

    def begin(self, place: int, person: int) -> None:
        """Put somebody last in the line of a seat, and in no other."""
        self.leave(person)
        self._lines.setdefault(place, []).append(person)
        self._places[person] = place

    def resume(self, place: int, able: Container[int]) -> int | None:
        """Return the first in line who is able; those after them are done."""
        line = self._lines[place]
        for person in line:
            if person in able:
                while line[-1] != person:
                    del self._places[line.pop()]
                return person
        return None

    def leave(self, person: int) -> None:
        """Take somebody out of the line that they stand in, if they do."""
        place = self._places.pop(person, None)
        if place is not None:
            self._lines[place].remove(person)
            if not self._lines[place]:
                del self._lines[place]

    def clear(self, place: int) -> None:
        """End the line of a seat: its member is back."""
        for person in self._lines.pop(place, ()):
            del self._places[person]
