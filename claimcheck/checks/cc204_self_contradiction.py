"""One article gives two figures for one thing.

## What it does
Reports a headline whose figure no sentence of the article bears out, alone or as a sum, while the text has another
figure of the same noun, of the same thing done to people, or of the same unit among the headline's words; a picture's
caption whose figure is not the only one that the text has for the same thing; two passages, or a table row and a
passage, whose figures for the same thing are one slip of the keyboard apart; one and the same sum told in millions and
in billions; and a number that is spoken of as told before ("none of the 61") where another one, nearly the same, was
told.

Where other articles tell a figure otherwise, and another passage of its own article says what they say, that is named
as the cause of the disagreement.

## Why it matters
Headlines, captions and tables are written by other hands, or corrected at another time, than the text. No other source
is needed to see that one of the two is wrong.

## Example
> **Police arrest 671 in sweep**
>
> Police arrested 617 people in the sweep, the agency said.

## Near miss
> **Police arrest 600 in sweep**
>
> Police arrested 617 people in the sweep. Earlier the agency had spoken of 542 people arrested.

600 is 617, rounded, and the article tells 542 as withdrawn: nothing is reported. Nor is a headline's "One" held against
a total of 23: what differs tenfold is a part of it, unless the digits show a slip.

## How to fix it
See which of the two the source gives. Where both stand, say what sets them apart ("in the first two days").

## How to suppress it
One finding: `<!-- claimcheck: ignore CC204 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC204` for one run, or `checks: {CC204: off}` in rules.yaml.
"""

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.alike import scaled_alike
from claimcheck.checks.base import Cause, CheckInfo, Context, Family, Observation
from claimcheck.checks.definites import nearly_alike, untold
from claimcheck.checks.givenaway import rivals, the_one
from claimcheck.checks.headlines import borne_out, far, other_scale, over_the_text, unborne
from claimcheck.checks.messages import told_by
from claimcheck.checks.passages import bare, current, under_a_picture
from claimcheck.checks.style import scale_word
from claimcheck.checks.weighing import Scales, scales
from claimcheck.checks.wording import quoted
from claimcheck.compare.facets import incomparable
from claimcheck.compare.ladder import judge
from claimcheck.compare.pair import pair_of
from claimcheck.compare.sides import OPPOSED
from claimcheck.model.claim import Claim
from claimcheck.model.digits import misprint, one_slip, same_digits, significant_digits
from claimcheck.model.finding import Disagreement, Severity, Verdict
from claimcheck.model.quantity import Dimension
from claimcheck.model.text import ArticleId, SentenceKind

INFO = CheckInfo(code="CC204", name="contradicts itself", severity=Severity.ERROR, family=Family.INSIDE)

_GIVEN_AWAY = Decimal("0.98")
_HEADS = frozenset({SentenceKind.HEADLINE, SentenceKind.HEADING})
_TELLING = 3
_RARE = 6
_THOUSAND = 1000
_FEW = 4
_TENS = Decimal(10)
_LEAD = 2
_ENOUGH = 30
_LONG = 300


def fit(disagreement: Disagreement, context: Context) -> Cause | None:
    """The figure's own article tells elsewhere what the others say."""
    found = [
        (odd, own, "")
        for odd, others in rivals(disagreement)
        for own in context.claims.get(odd.article, ())
        if _tells_otherwise(own, odd, others, disagreement, context)
    ]
    one = the_one(found)
    if one is None:
        return None
    odd, own, _ = one
    return Cause(
        score=_GIVEN_AWAY,
        words=f"a slip, as the article itself says {quoted(own)} elsewhere",
        suggestion=f"should read {quoted(own)}",
        suspect=odd,
    )


def _tells_otherwise(
    own: Claim, odd: Claim, others: tuple[Claim, ...], disagreement: Disagreement, context: Context
) -> bool:
    """Whether another passage of the odd claim's article has the others' number, which the odd one is but for a slip,
    and none has the odd one's: two numbers that are not alike are of two things.
    """
    if own is odd or own.restates is not None or own.quantity.value is None or own.kind is not odd.kind:
        return False
    said = any(c.quantity.value == own.quantity.value and c.quantity.unit.id == own.quantity.unit.id for c in others)
    again = any(
        c is not odd and c.quantity.value == odd.quantity.value and c.quantity.unit.id == odd.quantity.unit.id
        for c in context.claims[odd.article]
    )
    related = own in disagreement.group.cluster.claims or own.metric.entity == odd.metric.entity or len(others) > 1
    return said and not again and related and nearly_alike(own, odd)


def find(context: Context) -> Iterator[Observation]:
    """One observation for each headline against its text, and for each two passages that are one slip apart."""
    weights = scales(context)
    for article in sorted(context.claims):
        claims = tuple(c for c in context.claims[article] if c.restates is None)
        heads = tuple(c for c in claims if over_the_text(c))
        body = tuple(c for c in claims if c.sentence.kind not in _HEADS)
        for head in heads:
            yield from _headline(head, body, context)
        captions = tuple(claim for claim in body if under_a_picture(claim, context))
        text = tuple(claim for claim in body if claim not in captions)
        for caption in captions:
            yield from _caption(caption, text, context)
        told = tuple(_passages(body, context, weights))
        yield from told
        yield from _untold(article, told, context)


def _untold(article: ArticleId, told: tuple[Observation, ...], context: Context) -> Iterator[Observation]:
    """Numbers spoken of as known where another one, nearly the same, was told."""
    known = {claim.id for one in told for side in one.sides for claim in side}
    for first, again in untold(context.claims[article], context.articles[article]):
        if {first.id, again.id} & known:
            continue
        if not _verdict(first, again, (), context).agrees:  # "the $43 million" is $43.4 million
            yield Observation(
                operation=again.operation.name,
                metric=first.metric.name,
                message=f"{quoted(again)} is spoken of as told before, where {quoted(first)} was",
                sides=((first,), (again,)),
                severity=Severity.WARNING,
            )


def _headline(head: Claim, body: tuple[Claim, ...], context: Context) -> Iterator[Observation]:
    """The headline's figure against the one figure of the text that could be it, when none bears it out."""
    scaled = [claim for claim in body if _slip(head, claim) and _at_two_scales(head, claim)]
    if borne_out(head, body, context) and not (scaled and _unsaid(head, body)):
        return
    alike = scaled or [claim for claim in body if _one_thing(head, claim)]
    judged = [(claim, _verdict(head, claim, body, context)) for claim in alike[:_ENOUGH]]
    if any(verdict is Verdict.COMPOSED for _, verdict in judged):
        return
    rivals = [claim for claim, verdict in judged if verdict in OPPOSED and current(claim, context)]
    slips = [c for c in rivals if _slip(head, c)]
    lead = [c for c in rivals if c.sentence.paragraph < _LEAD and c.metric.known and _narrowed_alike(head, c)]
    chosen = slips or lead or unborne(head, body, context)
    if len({c.quantity.value for c in chosen}) == 1 and (slips or not far(head, chosen[0])):
        severity = Severity.ERROR if slips else Severity.WARNING
        message = f"the headline says {quoted(head)}, the text {quoted(chosen[0])}"
        lost = _lost_scale(head, chosen[0])
        right, wrong = ((head, *_elsewhere(head, context)), chosen[0]) if lost else (tuple(chosen), head)
        yield _observation(right, wrong, message, severity)


def _unsaid(head: Claim, body: tuple[Claim, ...]) -> bool:
    return all(claim.quantity.value != head.quantity.value for claim in body)


def _caption(caption: Claim, text: tuple[Claim, ...], context: Context) -> Iterator[Observation]:
    """A caption's figure against what the text says of the same thing, where it says one thing only: captions are
    written first and forgotten when a toll goes up.
    """
    outgrown = caption.metric.grows and caption.quantity.qualifier.is_lower_bound
    counted = outgrown and _unsaid(caption, text) and (caption.quantity.value or _TENS) % _TENS != 0
    if not (caption.metric.known and (bare(caption) or outgrown)):
        return
    if borne_out(caption, text, context) and not counted:  # "at least 27 killed" is no rounded 32
        return
    rivals = [c for c in text if _one_thing(caption, c) and _narrowed_alike(caption, c) and current(c, context)]
    if counted and rivals:  # tolls of places stand further down
        first = min(c.sentence.paragraph for c in rivals)
        rivals = [c for c in rivals if c.sentence.paragraph < first + _LEAD]
    verdicts = {_verdict(caption, c, text, context) for c in rivals}
    stale = bool(verdicts) and (outgrown or verdicts <= {*OPPOSED, Verdict.SUPERSEDED})
    if stale and len({c.quantity.value for c in rivals}) == 1 and not far(caption, rivals[0]):
        message = f"the caption says {quoted(caption)}, the text {quoted(rivals[0])}"
        yield _observation(tuple(rivals), caption, message, Severity.WARNING)


def _lost_scale(head: Claim, told: Claim) -> bool:
    """Whether the text has the headline's number without its scale word: words are lost, and not put in."""
    ours, theirs = head.quantity.value, told.quantity.value
    bare_text = scale_word(head) is not None and scale_word(told) is None
    return bare_text and ours is not None and theirs is not None and same_digits(ours, theirs)


def _verdict(a: Claim, b: Claim, beside: tuple[Claim, ...], context: Context) -> Verdict:
    return judge(pair_of(a, b, context.policy, beside=beside)).verdict


def _one_thing(a: Claim, b: Claim) -> bool:
    """The same noun, nothing else done with it, and no words that narrow the two down to different parts."""
    one, other = a.metric, b.metric
    same = one.entity == other.entity and a.operation.id == b.operation.id
    actions = {one.action, other.action} - {None}
    nested = one.modifiers <= other.modifiers or other.modifiers <= one.modifiers
    return same and len(actions) <= 1 and nested


def _narrowed_alike(a: Claim, b: Claim) -> bool:
    return a.metric.action == b.metric.action and a.metric.modifiers == b.metric.modifiers


def _slip(a: Claim, b: Claim) -> bool:
    """Whether two bare figures in one unit are one slip of the keyboard apart, too rare to be so by chance."""
    timed = a.quantity.unit.dimension is Dimension.DURATION  # matches, flights and strikes all last some time
    if not (bare(a) and bare(b)) or a.quantity.unit.id != b.quantity.unit.id or timed:
        return False
    if a.quantity.value is None or b.quantity.value is None:
        return False
    one, other = abs(a.quantity.value), abs(b.quantity.value)
    digits = min(len(significant_digits(value)) for value in (one, other))
    return digits >= _TELLING - 1 and (one_slip(one, other) or misprint(one, other))


def _passages(body: tuple[Claim, ...], context: Context, weights: Scales) -> Iterator[Observation]:
    """Two passages of one text whose figures for one thing are a slip apart."""
    seen: set[tuple[int, int, str]] = set()
    listed = _listed(body)
    for place, claim in enumerate(body):
        for other in body[place + 1 : place + 1 + _LONG]:
            key = (claim.sentence.index, other.sentence.index, str(claim.quantity.unit.id))
            if key in seen or (_thing(claim) in listed and not _rare(claim, other)):
                continue
            if _clash(claim, other, context) and not _in_row(claim, other, body, context):
                seen.add(key)
                yield _told_twice(claim, other, context, weights)


def _thing(claim: Claim) -> tuple[str, ...]:
    return (claim.metric.entity, claim.metric.action or "", str(claim.quantity.unit.id))


def _listed(body: tuple[Claim, ...]) -> frozenset[tuple[str, ...]]:
    """Things that the text has so many numbers of that two are alike by chance: seats of parties, dead of districts."""
    told: dict[tuple[str, ...], set[Decimal | None]] = {}
    for claim in body:
        if claim.quantity.unit.dimension is Dimension.COUNT:
            told.setdefault(_thing(claim), set()).add(claim.quantity.value)
    return frozenset(thing for thing, values in told.items() if len(values) > _FEW)


def _clash(a: Claim, b: Claim, context: Context) -> bool:
    if a.sentence.index == b.sentence.index or not _slip(a, b):
        return False
    if _at_two_scales(a, b):
        return current(a, context) and current(b, context)
    alike = _one_thing(a, b) and ((_narrowed_alike(a, b) and a.metric.known) or other_scale(a, b))
    if not (alike or _rare(a, b)) or not (current(a, context) and current(b, context)):
        return False
    return incomparable(pair_of(a, b, context.policy)) is None and _verdict(a, b, (), context) in OPPOSED


def _at_two_scales(a: Claim, b: Claim) -> bool:
    """Whether the two are one number of two digits or more, in thousands and in millions, or in millions and in
    billions, of nothing that is known to be two things. No article of the labelled stories in `evaluation/` has such a
    number on two things.
    """
    one, other = a.metric, b.metric
    if one.known and other.known and (one.entity != other.entity or one.action != other.action):
        return False
    values = [abs(claim.quantity.value or Decimal(0)) for claim in (a, b)]
    telling = min(values) >= _THOUSAND and all(len(significant_digits(value)) > 1 for value in values)
    return telling and scaled_alike(a, b)


def _rare(a: Claim, b: Claim) -> bool:
    """Whether the two are one number of so many digits that a slip is likelier than two things."""
    told = a.quantity.value, b.quantity.value
    return all(value is not None and len(significant_digits(value)) >= _RARE for value in told)


def _in_row(a: Claim, b: Claim, body: tuple[Claim, ...], context: Context) -> bool:
    """Whether the sentence or table row of either also holds a figure that agrees with the other."""
    return any(
        c.sentence.index == one.sentence.index and c is not one and _verdict(c, other, body, context).agrees
        for one, other in ((a, b), (b, a))
        for c in body
    )


def _told_twice(a: Claim, b: Claim, context: Context, weights: Scales) -> Observation:
    for right, wrong in ((a, b), (b, a)):
        others = _elsewhere(right, context)
        if others and not _elsewhere(wrong, context):
            sure = weights.firm(others)
            told = f"{quoted(wrong)} here, {quoted(right)} there, and {told_by(others[0], others, context.articles)}"
            return _observation((right, *others), wrong, told, Severity.ERROR if sure else Severity.WARNING)
    where = "the table" if SentenceKind.TABLE_ROW in (a.sentence.kind, b.sentence.kind) else "another passage"
    told = f"one passage says {quoted(a)}, {where} {quoted(b)}"
    return Observation(
        operation=a.operation.name,
        metric=a.metric.name,
        message=told,
        sides=((a,), (b,)),
        severity=Severity.WARNING,
    )


def _elsewhere(claim: Claim, context: Context) -> tuple[Claim, ...]:
    """Other articles' claims of the same number for the same thing."""
    return tuple(
        other
        for article in sorted(context.claims)
        for other in context.claims[article]
        if article != claim.article
        and other.quantity.value == claim.quantity.value
        and other.quantity.unit.id == claim.quantity.unit.id
        and _one_thing(other, claim)
    )


def _observation(right: tuple[Claim, ...], wrong: Claim, message: str, severity: Severity) -> Observation:
    return Observation(
        operation=wrong.operation.name,
        metric=wrong.metric.name,
        message=message,
        sides=(right, (wrong,)),
        suspect=wrong,
        suggestion=f"should read {quoted(right[0])}",
        severity=severity,
    )
