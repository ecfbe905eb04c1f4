"""A headline's figure that no sentence of the text bears out, and the text's own figure in its place."""

import re
from decimal import Decimal
from itertools import combinations

from claimcheck.checks.base import Context
from claimcheck.checks.passages import after, bare, before, current, has_any
from claimcheck.checks.wording import scale_word
from claimcheck.compare.intervals import is_bound, share_apart
from claimcheck.compare.ladder import judge
from claimcheck.compare.pair import pair_of
from claimcheck.compare.rounding import headline_rounds
from claimcheck.model.claim import MORE, UNNAMED_PARTS, Aspect, Claim, same_facet
from claimcheck.model.digits import significant_digits
from claimcheck.model.finding import Verdict
from claimcheck.model.policy import Policy
from claimcheck.model.quantity import Dimension, Qualifier
from claimcheck.model.text import SentenceKind

_PERSON = "person"
_TELLING = 3
_LEAD = 2
_TERMS = 10
_FAR = 10
_SMALL = 10
_STEM = 5
_NEAR = Decimal("0.2")
_REACHED = re.compile(
    r"\b(?:near(?:s|ing|ed)?|approach(?:es|ing)?|top(?:s|ped)?|pass(?:es|ed)?|past|close to|exceeds?)\s+$",
    re.IGNORECASE,
)
_HEDGED = frozenset(Qualifier) - {Qualifier.BETWEEN, Qualifier.ORDER}
_PLAIN = frozenset({"count", "proportion", "duration", "length", "money", "multiple", "mass", "piece"})
_ANOTHER = re.compile(
    r"\b(?:another|an?\s+(?:third|fourth|fifth|sixth|further|\w+[- ]year-old|man|woman|boy|girl|child))\b"
)
_WORD = re.compile(r"[a-z]{4,}")


def unborne(head: Claim, body: tuple[Claim, ...], context: Context) -> tuple[Claim, ...]:
    """The figures of the text that stand where the headline's should: of its noun or, when it is measured, of its unit
    and in its words, and of one value. Empty when the text bears the headline out, by a figure or a sum, or says
    nothing of the kind.
    """
    if head.quantity.value is None or head.quantity.qualifier not in _HEDGED or borne_out(head, body, context):
        return ()
    scaled = tuple(c for c in body if other_scale(head, c) and current(c, context))
    if scaled:
        return scaled
    for words in (_same_noun, _same_thing, _same_people, _same_measure, _only_sum):
        alike = [c for c in body if _comparable(head, c, context) and words(head, c, context)]
        first = min((claim.sentence.paragraph for claim in alike), default=_LEAD)
        lead = [claim for claim in alike if claim.sentence.paragraph == first] if first < _LEAD else alike
        if lead:
            one = len({claim.quantity.unit.to_base(_value(claim)) for claim in lead}) == 1
            return tuple(lead) if one and not far(head, lead[0]) else ()
    return ()


def other_scale(a: Claim, b: Claim, fewest: int = 2) -> bool:
    """Whether two bare figures have the same digits, so many at least, and another scale word: "$3.2 billion" and "$3.2
    million".
    """
    if not (bare(a) and bare(b)) or a.quantity.unit.id != b.quantity.unit.id or _value(a) == _value(b):
        return False
    digits = significant_digits(_value(a))
    scales = {scale_word(a), scale_word(b)} - {None}
    return len(digits) >= fewest and digits == significant_digits(_value(b)) and len(scales) > 1


def far(a: Claim, b: Claim) -> bool:
    """Whether one is many times the other: the number of a part ("one dead at the port") beside a toll of the whole. A
    scale word that slipped is no part.
    """
    low, high = sorted(abs(c.quantity.unit.to_base(_value(c))) for c in (a, b))
    return low * _FAR <= high and not other_scale(a, b, fewest=1)


def noun_of(claim: Claim) -> str:
    """The plural that the printed figure counts, at most one word behind it; empty when there is none."""
    if claim.quantity.unit.dimension is not Dimension.COUNT:
        return ""
    words = [word.strip(".,;:").casefold() for word in after(claim).split()[:2]]
    return next((word for word in words if len(word) > _TELLING and word.endswith("s")), "")


def over_the_text(claim: Claim) -> bool:
    """Whether it stands in the headline, or in a heading or a line without a full stop that opens the text: many pages
    print their headline there.
    """
    sentence = claim.sentence
    if sentence.kind is SentenceKind.HEADLINE or sentence.paragraph != 0:
        return sentence.kind is SentenceKind.HEADLINE
    line = sentence.kind is SentenceKind.PROSE and sentence.index <= 1 and sentence.text.rstrip()[-1:].isalnum()
    return line or sentence.kind is SentenceKind.HEADING


def borne_out(head: Claim, body: tuple[Claim, ...], context: Context) -> bool:
    """Whether the text has the headline's figure: the same, rounded, bounded by one near it, or as a sum."""
    comparable = [claim for claim in body if claim.quantity.unit.comparable_to(head.quantity.unit)]
    if any(_bears(claim, head, context) for claim in comparable):
        return True
    terms = [c for c in comparable if bare(c) and c.restates is None and _addable(c, head, context)][:_TERMS]
    sums = (sum(map(_value, some), Decimal(0)) for n in (2, 3) for some in combinations(terms, n))
    value = _value(head)
    if any(added == value for added in sums):
        return True
    one_more = value <= _SMALL and any(_value(c) == value - 1 for c in terms)
    told = context.articles[head.article]
    words = told.body.of(told.text).casefold() if one_more else ""
    return one_more and (_ANOTHER.search(words) is not None or _counted_to(int(value), words, context.policy))


def _counted_to(value: int, words: str, policy: Policy) -> bool:
    """Whether the last of them is told by an ordinal: "an eighth was reported dead"."""
    ordinals = policy.wording.ordinals
    return 0 < value <= len(ordinals) and re.search(rf"\b(?:an?|the)\s+{ordinals[value - 1]}\b", words) is not None


def _bears(claim: Claim, head: Claim, context: Context) -> bool:
    """Whether a figure of the text is the headline's; a bound is one only of what is near it."""
    verdict = judge(pair_of(head, claim, context.policy)).verdict
    same = verdict is Verdict.NOT_COMPARABLE and head.quantity.unit == claim.quantity.unit and _one_number(head, claim)
    agrees = same or verdict.agrees or _rounded_to(head, claim, context.policy)
    if any(is_bound(one.quantity.qualifier) for one in (head, claim)):
        apart = share_apart(head.quantity.unit.to_base(_value(head)), claim.quantity.unit.to_base(_value(claim)))
        known = head.quantity.value is not None and claim.quantity.value is not None
        return agrees and (not known or apart <= _NEAR)
    return agrees or head.quantity.near(claim.quantity, Decimal(0))


def _one_number(a: Claim, b: Claim) -> bool:
    return a.quantity.value is not None and a.quantity.value == b.quantity.value


def _rounded_to(head: Claim, claim: Claim, policy: Policy) -> bool:
    """Whether the headline rounds the figure: to its own zeros from a hundred on, or to what the toll "nears"."""
    if head.quantity.unit != claim.quantity.unit or claim.quantity.value is None:
        return False
    apart = abs(_value(head) - _value(claim))
    reached = _REACHED.search(before(head)) is not None and apart <= _value(head) * _NEAR
    return reached or headline_rounds(head, claim, policy.rounding)


def _addable(claim: Claim, head: Claim, context: Context) -> bool:
    """Whether the figure could be a part of the headline's."""
    one, other = head.metric, claim.metric
    kind = one.entity == other.entity or {one.entity, other.entity} <= context.policy.persons
    return claim.quantity.unit == head.quantity.unit and kind and (one.action == other.action or one.action is None)


def _value(claim: Claim) -> Decimal:
    return claim.quantity.value or Decimal(0)


def _comparable(head: Claim, claim: Claim, context: Context) -> bool:
    """Whether a figure of the text could tell what the headline's does, as far as units and circumstances go."""
    told = claim.quantity.value is not None and claim.quantity.qualifier in _HEDGED and claim.restates is None
    same = claim.quantity.unit.comparable_to(head.quantity.unit) and head.kind is claim.kind
    if not (told and same and head.quantity.per == claim.quantity.per and _one_aspect(head, claim)):
        return False
    future = head.status is claim.status or not (head.status.is_forward or claim.status.is_forward)
    unnamed = claim.scope is not None and claim.scope.key in UNNAMED_PARTS
    measured = head.quantity.unit.dimension is not Dimension.COUNT
    part = same_facet(head.scope, claim.scope) or _both_more(head, claim) or (measured and unnamed)
    return future and part and same_facet(head.period, claim.period) and current(claim, context)


def _one_aspect(a: Claim, b: Claim) -> bool:
    return a.aspect is b.aspect or {a.aspect, b.aspect} == {Aspect.LEVEL, Aspect.SHARE}


def _both_more(head: Claim, claim: Claim) -> bool:
    """Whether both say "more", which a headline's few words may have hidden: "five more bodies"."""
    told = claim.scope is not None and claim.scope.key == MORE.key and same_facet(head.period, claim.period)
    return told and has_any(" ".join(after(head).split()[:2]), ("more",))


def _same_noun(head: Claim, claim: Claim, context: Context) -> bool:
    """Whether both count the same printed noun. People are too many things to be told by theirs."""
    noun = noun_of(head)
    return bool(noun) and noun == noun_of(claim) and noun not in context.policy.wording.person_nouns


def _same_thing(head: Claim, claim: Claim, context: Context) -> bool:
    """Whether both are of one known thing with the same done to it."""
    one, other = head.metric, claim.metric
    if head.quantity.unit.dimension is not Dimension.COUNT or one.entity != other.entity or one.entity in _PLAIN:
        return False
    if one.entity in context.policy.persons:
        return one.action is not None and one.action == other.action
    return one.action == other.action or None in (one.action, other.action)


def _same_people(head: Claim, claim: Claim, context: Context) -> bool:
    """Whether one tells of people in general, the other of some by what they are ("children"), with the same done."""
    entities = {head.metric.entity, claim.metric.entity}
    done = head.metric.action is not None and head.metric.action == claim.metric.action
    return done and _PERSON in entities and entities <= context.policy.persons


def _same_measure(head: Claim, claim: Claim, _context: Context) -> bool:
    """Whether a measure stands early in the text among words of the headline, the only one of its unit there."""
    if head.quantity.unit.dimension is Dimension.COUNT or head.quantity.unit != claim.quantity.unit:
        return False
    return claim.sentence.paragraph < _LEAD and bool(_stems(head) & _stems(claim))


def _only_sum(head: Claim, claim: Claim, _context: Context) -> bool:
    """Whether it is a sum of money too; where the text has one, it is the headline's."""
    return head.quantity.unit == claim.quantity.unit and head.quantity.unit.dimension is Dimension.MONEY


def _stems(claim: Claim) -> frozenset[str]:
    number = claim.quantity.surface.casefold()
    return frozenset(w[:_STEM] for w in _WORD.findall(claim.sentence.text.casefold().replace(number, " ")))
