"""The figures of the labelled stories into which errors are put, with those that they agree with."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from evaluation.model import Story
from evaluation.mutations.agree import one_figure
from evaluation.mutations.figures import Figure

TELLING = 3
"""Significant digits from which the same count in two articles is taken for one thing without a key's word."""
RANGE = "range"
"""The unit of a target that is a whole range ("between $110 and $400")."""
RANGE_WORDS = re.compile(
    r"between\s+(?P<first>[$£€]?\d[\d,.]*(?P<a>\s\w+)?)\s+and\s+(?P<second>[$£€]?\d[\d,]*(?:\.\d+)?(?P<b>\s(?:million|billion|percent))?)"
)

OR = re.compile(r",?\s+or\s+(?:(?:about|around|some|nearly|roughly)\s+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A story with what the operators need of it: every figure that the yardstick reads, the days of the articles, and
    which articles are one origin (a copy goes by the name of the first).
    """

    story: Story
    figures: Mapping[str, tuple[Figure, ...]]
    dates: Mapping[str, date | None]
    origin_of: Mapping[str, str]
    near_misses: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A figure that may be changed.

    `peers`: figures of other origins that print the same value, rounded or converted perhaps. `others`: all other
    figures of its items in the key, which the changed figure must not come to agree with. `earlier`: figures of
    its items printed before others had moved on; `parts`: figures of its article that add up to it or with it;
    `same`: figures of its article that say the same by the key.
    Empty `peers`: nothing is known but that the key does not call it wrong.
    """

    material: Material
    figure: Figure
    peers: tuple[Figure, ...] = ()
    others: tuple[Figure, ...] = ()
    earlier: tuple[Figure, ...] = ()
    parts: tuple[Figure, ...] = ()
    same: tuple[Figure, ...] = ()

    @property
    def text(self) -> str:
        """The whole article."""
        return self.material.story.documents[self.figure.doc]

    @property
    def beside(self) -> tuple[Figure, ...]:
        """The other figures of its article."""
        return tuple(f for f in self.material.figures[self.figure.doc] if f != self.figure)

    @property
    def origins(self) -> int:
        """How many independent origins print it, its own included."""
        return len({self.material.origin_of[f.doc] for f in (self.figure, *self.peers)})

    @property
    def again(self) -> tuple[Figure, ...]:
        """Where the article prints the same value of the same unit once more."""
        return tuple(f for f in self.beside if f.value == self.figure.value and f.unit == self.figure.unit)

    @property
    def repeats(self) -> tuple[Figure, ...]:
        """Where its article says the same once more: by the key, or as a figure too telling to be another thing."""
        if self.paired:
            return ()
        if self.same or self.figure.significant < TELLING:
            return self.same
        return tuple(f for f in self.again if f.noun and f.noun == self.figure.noun)

    @property
    def paired(self) -> bool:
        """Whether it is one of two figures that say the same in two units, the second in brackets or after "or"."""
        before = self.text[max(0, self.figure.start - 30) : self.figure.start]
        bracketed = re.search(r"\d[^.;]*\((?:about |around |or )?$", before) is not None
        return self.restated is not None or bracketed or any(map(self._in_other_words, self.beside))

    def _in_other_words(self, other: Figure) -> bool:
        """Whether the other figure is the same in another unit, with "or" between the two."""
        first, second = sorted((self.figure, other), key=lambda f: f.start)
        if not (first.unit and second.unit) or first.unit == second.unit:
            return False
        return OR.fullmatch(self.text[first.end : second.start]) is not None and one_figure(first, second)

    @property
    def restated(self) -> Figure | None:
        """The figure that says it again in another unit, in brackets right after it."""
        inside = (f for f in self.beside if f.start > self.figure.end and f.unit and f.unit != self.figure.unit)
        following = next(inside, None)
        if following is None or not re.fullmatch(r"\s?[(,]\s?", self.text[self.figure.end : following.start]):
            return None
        return following
