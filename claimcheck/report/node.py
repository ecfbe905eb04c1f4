"""A JSON document from outside, asked for what it should hold: what is missing or of another kind is a fault."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.errors import ClaimcheckError, Place
from claimcheck.printable import one_line

HINT = "name a file that claimcheck compare --format json wrote"


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the document, and the way to it from the top."""

    value: object
    file: str
    way: str = ""

    def __getitem__(self, key: str) -> "Node":
        """The value under `key`. Raises ClaimcheckError when this is no object or has no such key."""
        way = f"{self.way}.{key}" if self.way else key
        if not isinstance(self.value, Mapping) or key not in self.value:
            raise ClaimcheckError(Place(self.file), f"{way} is missing", HINT)
        return Node(self.value[key], self.file, way)

    def __iter__(self) -> Iterator["Node"]:
        """The items. Raises ClaimcheckError when this is no list."""
        if isinstance(self.value, str) or not isinstance(self.value, Sequence):
            raise self._wrong("a list")
        yield from (Node(item, self.file, f"{self.way}[{place}]") for place, item in enumerate(self.value))

    @property
    def text(self) -> str:
        """The text as it is. Raises ClaimcheckError when this is none."""
        if not isinstance(self.value, str):
            raise self._wrong("text")
        return self.value

    def __str__(self) -> str:
        """The text on one line and safe to print. Raises ClaimcheckError when this is none."""
        return one_line(self.text)

    @property
    def given(self) -> bool:
        """Whether there is a value: it is not null."""
        return self.value is not None

    @property
    def holds(self) -> bool:
        """The truth value. Raises ClaimcheckError when this is none."""
        if not isinstance(self.value, bool):
            raise self._wrong("true or false")
        return self.value

    @property
    def number(self) -> Decimal:
        """The number. Raises ClaimcheckError when this is none."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | Decimal):
            raise self._wrong("a number")
        return Decimal(self.value)

    def texts(self) -> tuple[str, ...]:
        """The items of a list of texts."""
        return tuple(str(item) for item in self)

    def _wrong(self, expected: str) -> ClaimcheckError:
        return ClaimcheckError(Place(self.file), f"{self.way or 'the document'} is not {expected}", HINT)
