"""`python -m evaluation.reading`: how alike two articles' tellings of one figure are read, part by part.

Linking can only be as good as this. For every two claims of different articles that the keys hold to be one figure, and
whose values agree, printed is how often each part of the reading is the same; for those that the keys hold apart, how
often nothing in the reading tells them apart. `--show PART` lists the pairs behind a number.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from claimcheck.api import extract_claims
from claimcheck.config.vocabulary import read_weights
from claimcheck.model.claim import Claim, Facet
from claimcheck.model.rules import Rules
from evaluation.linking.labels import Relation, read_labels
from evaluation.model import Story
from evaluation.mutations.answers import article_of, place_of
from evaluation.stories import StoryError, load_stories, story_names

APART = "apart"
_AROUND = 110


def _key(facet: Facet | None) -> str | None:
    return None if facet is None else facet.key


PARTS: Mapping[str, Callable[[Claim], object]] = MappingProxyType(
    {
        "entity": lambda claim: claim.metric.entity,
        "action": lambda claim: claim.metric.action,
        "scope": lambda claim: _key(claim.scope),
        "period": lambda claim: _key(claim.period),
        "aspect": lambda claim: claim.aspect,
        "status": lambda claim: claim.status,
        "attribution": lambda claim: _key(claim.attribution),
        "operation": lambda claim: claim.operation.id,
    }
)
"""What a reading is made of."""
TELLING = ("entity", "action", "scope", "period", "aspect", "operation")
"""The parts that must differ somewhere if the reading is to tell two things apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Two claims of a story that the key holds to be `one` figure, or two; `same` are the parts that are read alike."""

    story: str
    one: bool
    a: Claim
    b: Claim
    same: frozenset[str]

    @property
    def undistinguished(self) -> bool:
        """Whether nothing in the reading tells the two apart."""
        return self.same.issuperset(TELLING)


def told_pairs(story: Story) -> Iterator[Told]:
    """The pairs of a story that the key speaks of and that could be put on one axis, in order of their claims."""
    articles = [article_of(doc, text) for doc, text in story.documents.items()]
    claims = extract_claims(articles, Rules()).claims
    slack = read_weights().slack
    relations = read_labels(story.items, [place_of(claim) for claim in claims]).relations
    for (i, j), relation in sorted(relations.items()):
        a, b = claims[i], claims[j]
        if not a.quantity.unit.comparable_to(b.quantity.unit) or a.quantity.per != b.quantity.per:
            continue
        one = relation is Relation.AGREE and a.article != b.article and a.quantity.near(b.quantity, slack)
        if one or relation is Relation.DISTINCT:
            same = frozenset(name for name, part in PARTS.items() if part(a) == part(b))
            yield Told(story=story.name, one=one, a=a, b=b, same=same)


def table(pairs: Sequence[Told]) -> Iterator[str]:
    """The figures, a line each."""
    one = [pair for pair in pairs if pair.one]
    two = [pair for pair in pairs if not pair.one]
    alike = Counter(name for pair in one for name in pair.same)
    yield f"{len(one)} pairs of one figure; read alike:"
    for name in PARTS:
        yield _line(name, alike[name], len(one))
    yield _line("entity and action", sum(pair.same >= {"entity", "action"} for pair in one), len(one))
    yield _line("all that tells apart", sum(pair.undistinguished for pair in one), len(one))
    yield f"{len(two)} pairs of two figures; read alike:"
    yield _line("all that tells apart", sum(pair.undistinguished for pair in two), len(two))


def _line(name: str, count: int, whole: int) -> str:
    return f"  {name:22}{count:6}{count / whole if whole else 0:8.3f}"


def listed(pairs: Sequence[Told], part: str) -> Iterator[str]:
    """The pairs of one figure whose `part` is read in two ways; with APART those of two figures read all alike."""
    for pair in pairs:
        if (not pair.one and pair.undistinguished) if part == APART else (pair.one and part not in pair.same):
            yield f"{pair.story}: {pair.a.article} and {pair.b.article}"
            yield from (_passage(claim) for claim in (pair.a, pair.b))


def _passage(claim: Claim) -> str:
    text, start = claim.sentence.text, claim.span.start - claim.sentence.span.start
    end = start + claim.span.end - claim.span.start
    words = f"{text[max(0, start - _AROUND) : start]}»{text[start:end]}«{text[end : end + _AROUND]}".replace("\n", " ")
    read = ", ".join(f"{name} {part(claim)}" for name, part in PARTS.items() if part(claim) is not None)
    return f"    {words}\n        {read}"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; 0 for a finished run whatever the figures, 2 when the labels do not fit."""
    options = _options(arguments)
    try:
        stories = load_stories(options.set or story_names())
    except (OSError, StoryError) as fault:
        print(f"error: {fault}", file=sys.stderr)
        return 2
    pairs = [pair for story in stories if options.set or not story.known for pair in told_pairs(story)]
    print("\n".join(table(pairs)))
    for part in options.show or ():
        print("\n".join(listed(pairs, part)))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.reading", description=__doc__)
    parser.add_argument(
        "--set", nargs="+", choices=story_names(), metavar="NAME", help="stories (default: all that are not known)"
    )
    parser.add_argument("--show", nargs="+", choices=[*PARTS, APART], metavar="PART", help="list the pairs behind")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
