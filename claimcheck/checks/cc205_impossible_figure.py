"""A figure that cannot be, whatever happened.

## What it does
Reports, without any other source: a share of more than 100 percent of a set ("of its workforce", "of the buildings",
"of those on placebo"), of what it makes up ("made up 161 percent of revenue"), of a fire contained, or, for a deficit
or spending, of a country's yearly output; a fall of more than 100 percent of what cannot go below zero; a number of
things below zero; a range that runs backwards ("between 50 and 30", "from 2018 to 2011"); a part larger than its whole
("of the 58 on board, 60 died", "12 of 8"); votes for and against, or shares of one whole with the rest of it, that make
up well over 100 percent. Of a part and its whole the one is suspect that no other article has, where one has the other.

## Why it matters
Such a figure is certainly wrong, and every reader can see it.

## Example
> Of the 58 people on board, 60 died.

## Near miss
> Sales were 130 percent of the year before; of the 58 people on board, 43 died.

More than 100 percent of an earlier level is growth: nothing is reported. Neither are prisons at 130 percent of
capacity, a debt of 260 percent of output, a profit that fell by 130 percent into a loss, or answers of a poll that
allowed several.

## How to fix it
Look both figures up; often one digit is wrong, or two numbers changed places.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC205 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC205` for one run, or `checks: {CC205: off}` in rules.yaml.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from claimcheck.checks.base import CheckInfo, Context, Family, Observation
from claimcheck.checks.elsewhere import nobody_elses
from claimcheck.checks.passages import Line, after, around, bare, before, between, has_any, in_prose, lines, plain_count
from claimcheck.checks.shares import HUNDRED, over_all, rest_of_shares
from claimcheck.checks.wording import quoted
from claimcheck.model.claim import Aspect, Claim
from claimcheck.model.finding import Severity
from claimcheck.model.policy import WordingPolicy
from claimcheck.model.quantity import Dimension, Qualifier

INFO = CheckInfo(code="CC205", name="impossible figure", severity=Severity.ERROR, family=Family.INSIDE)

_SUM_SLACK = Decimal(1)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_YEARS = re.compile(
    r"\b(?:from|between)\s+((?:19|20)\d\d)\s+(?:to|and|until|through)\s+((?:19|20)\d\d)\b", re.IGNORECASE
)
_OF_THE = re.compile(r"(?:^|[\s(])of\s+(?:(?:the|its|their|all)\s+)?$", re.IGNORECASE)
_PART_OF = re.compile(r"^\s*(?:out\s+)?of\s+(?:(?:the|its|their|all)\s+)?$", re.IGNORECASE)
_AFTER_WHOLE = re.compile(r"^[^,.;:()]{0,60},\s*(?:only\s+|some\s+|all\s+)?$")
_PAIR = 2
_ADDS_UP = frozenset({Dimension.COUNT, Dimension.MONEY, Dimension.MASS, Dimension.AREA})


def find(context: Context) -> Iterator[Observation]:
    """One observation for each figure that cannot be."""
    wording = context.policy.wording
    for line in lines(context):
        for claim in line:
            why = _over_all(claim, wording) or _below_nothing(claim, wording) or _backwards(claim)
            if why is not None:
                yield _observation((claim,), why)
        yield from _years(line)
        yield from _part_over_whole(line, context)
        yield from _for_and_against(line, wording)
        yield from _more_than_all(line)


def _over_all(claim: Claim, wording: WordingPolicy) -> str | None:
    """More than all of the voters, or of a fire; a loss of more than there was."""
    why = over_all(claim, wording)
    return None if why is None else f"{quoted(claim)} {why}"


def _below_nothing(claim: Claim, wording: WordingPolicy) -> str | None:
    """Fewer than no people: in running text, where the sign is no dash and nothing is netted out."""
    value, sign = claim.quantity.value, claim.quantity.surface[:1]
    counted = plain_count(claim) and claim.metric.known and value is not None and value < 0
    if not counted or sign not in "-−" or has_any(around(claim), wording.net_cues):
        return None
    lead = before(claim)
    return f"there cannot be {quoted(claim)}" if not lead or lead[-1].isspace() else None


def _backwards(claim: Claim) -> str | None:
    """A range whose first end is the larger one, as printed and not only as read."""
    quantity = claim.quantity
    low, high = quantity.interval.low, quantity.interval.high
    text = quantity.surface.casefold()
    if quantity.qualifier is not Qualifier.BETWEEN or low is None or high is None or low < 0:
        return None
    printed = [Decimal(found.replace(",", "")) for found in _NUMBER.findall(text)]
    if len(printed) != _PAIR or "between" not in text or "minus" in text or "-" in text or "−" in text:
        return None
    first, last = printed
    return f"{quoted(claim)} runs backwards" if first > last and first * low == last * high else None


def _years(line: Line) -> Iterator[Observation]:
    """A span of years that ends before it begins; told with the figure nearest before it."""
    sentence = line[0].sentence
    if not in_prose(line[0]):
        return
    for found in _YEARS.finditer(sentence.text):
        first, last = (int(year) for year in found.groups())
        start, end = (sentence.span.start + place for place in found.span())
        if first > last and not any(claim.span.start < end and start < claim.span.end for claim in line):
            nearest = max((c for c in line if c.span.end <= start), key=lambda c: c.span.end, default=line[0])
            right = f"{last} to {first}" if " to " in found.group() else f"{last} and {first}"
            yield _observation((nearest,), f'"{found.group()}" runs backwards', f"perhaps {right}", Severity.WARNING)


def _part_over_whole(line: Line, context: Context) -> Iterator[Observation]:
    """As in "Of the 58 on board, 60 died", "60 of the 58 passengers"; the one that nobody else has is the wrong one."""
    wording = context.policy.wording
    for a, b in pairwise(line):
        if not (_countable(a) and _countable(b)) or a.quantity.unit != b.quantity.unit:
            continue
        if _OF_THE.search(before(a)) and _AFTER_WHOLE.match(between(a, b)) and _says_of_whole(a, b, wording):
            whole, part = a, b
        elif _PART_OF.match(between(a, b)):
            whole, part = b, a
        else:
            continue
        most, least = whole.quantity.value or Decimal(0), part.quantity.value or Decimal(0)
        if whole.quantity.qualifier is Qualifier.EXACT and least > most > 0:
            found = _observation((whole, part), f"{quoted(part)} is more than the {quoted(whole)} that it is a part of")
            yield replace(found, suspect=nobody_elses(whole, part, context))


def _countable(claim: Claim) -> bool:
    level = claim.aspect is Aspect.LEVEL and claim.quantity.unit.dimension in _ADDS_UP
    told = bare(claim) or claim.quantity.qualifier.is_lower_bound
    return level and told and in_prose(claim) and claim.quantity.value is not None and claim.quantity.per is None


def _says_of_whole(whole: Claim, part: Claim, wording: WordingPolicy) -> bool:
    """Whether the part counts members of the whole: a verb follows it, no noun of its own."""
    words = after(part).split()
    return bool(words) and words[0].casefold().strip(",.;") in wording.member_verbs and whole.kind is part.kind


def _for_and_against(line: Line, wording: WordingPolicy) -> Iterator[Observation]:
    """Two shares of one vote, one for and one against, and nothing else in percent."""
    shares = [c for c in line if c.quantity.unit.id == "percent"]
    if len(shares) != _PAIR or not all(bare(c) and c.aspect is not Aspect.CHANGE and in_prose(c) for c in shares):
        return
    a, b = shares
    if (a.scope, a.period, a.operation) != (b.scope, b.period, b.operation) or not _opposite(a, b, wording):
        return
    added = (a.quantity.value or Decimal(0)) + (b.quantity.value or Decimal(0))
    if added > HUNDRED + max(_SUM_SLACK, a.quantity.step, b.quantity.step) and added < HUNDRED * _PAIR:
        yield _observation(
            (a, b), f"{quoted(a)} for and {quoted(b)} against are {added.normalize():f} percent of one vote"
        )


def _more_than_all(line: Line) -> Iterator[Observation]:
    """Shares of one whole, the rest among them, of more than a hundred percent."""
    found = rest_of_shares(line)
    if found is not None and found[1] > HUNDRED:
        terms = " and ".join(map(quoted, found[0]))
        yield _observation(found[0], f"{terms} are {found[1].normalize():f} percent of one whole")


def _opposite(a: Claim, b: Claim, wording: WordingPolicy) -> bool:
    gap, tail = between(a, b).casefold(), after(b).casefold()
    if has_any(gap, wording.other_vote_cues) or has_any(before(a), wording.other_vote_cues):
        return False
    return (has_any(gap, wording.for_cues) and has_any(tail, wording.against_cues)) or (
        has_any(gap, wording.against_cues) and has_any(tail, wording.for_cues)
    )


def _observation(
    claims: tuple[Claim, ...], why: str, suggestion: str | None = None, severity: Severity | None = None
) -> Observation:
    return Observation(
        operation=claims[0].operation.name,
        metric=claims[-1].metric.name,
        message=why,
        sides=tuple((claim,) for claim in claims),
        suspect=claims[-1] if len(claims) == 1 else None,
        suggestion=suggestion,
        severity=severity,
    )
