"""A total that is not the sum of the parts listed with it.

## What it does
Adds up the parts of something where the words promise that they are all, and compares the sum with the total, at the
precision in which both are printed. In one sentence that is a list ("15 people: 12 firefighters and three civilians",
"15 people, 12 firefighters and three civilians", "12 firefighters and three civilians, 15 people in all", "of the 15
injured, 12 were firefighters and the other three civilians"), or numbers in brackets right behind the total ("142 seats
(112 and 30)"). Parts may follow in sentences of their own ("Seven are missing. Five of them are from China. The other
two …", "They are …", a breakdown), in a table or list with a row that is named as the total, as passengers and crew
beside the people on board, or as shares of a whole with "the other 20 percent".

Parts that are not said to be all are held only against a total that they exceed; men and women also against one that
they make but for a digit. Long totals and majorities ("a majority of 706,349") are also held against the figures around
them, where these make the total but for one slip.

Where other articles tell a figure otherwise, and their number makes a sum of its own article right, that is named as
the cause of the disagreement. A sum that the article does not tell as one says which figure is wrong; where that figure
is a plain slip of the others', the slip is named.

## Why it matters
Readers add up. When the sum is off, the total or a part is wrong, and no other source is needed to see it.

## Example
> The fire injured 15 people: 12 firefighters and four civilians.

12 and 4 are 16.

## Near miss
> The fire injured 15 people, including 12 firefighters and two civilians.

"Including" does not promise that the list is complete: nothing is reported. Neither is a list of another kind ("15
people, 12 dogs and three cats"), a sum that some rows of a table make, or one that some number told before fits.

## How to fix it
See which of the numbers the source gives; if the list is not complete, write "including".

## How to suppress it
One finding: `<!-- claimcheck: ignore CC202 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC202` for one run, or `checks: {CC202: off}` in rules.yaml.
"""

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.base import Cause, CheckInfo, Context, Family, Observation
from claimcheck.checks.brackets import bracketed, in_two_halves
from claimcheck.checks.columns import columns
from claimcheck.checks.givenaway import rivals, the_one
from claimcheck.checks.lists import not_adding_up
from claimcheck.checks.nearly import Nearly, most_often, nearly
from claimcheck.checks.partitions import partitions
from claimcheck.checks.parts import Partition, Parts
from claimcheck.checks.passages import Line, in_prose, lines, lines_of, plain_count
from claimcheck.checks.rolls import rolls
from claimcheck.checks.shares import HUNDRED, rest_of_shares
from claimcheck.checks.unstated import makes_a_sum
from claimcheck.checks.weighing import scales
from claimcheck.checks.wording import figure, quoted
from claimcheck.model.claim import Claim
from claimcheck.model.digits import significant_digits
from claimcheck.model.finding import Disagreement, Severity
from claimcheck.model.policy import Policy

INFO = CheckInfo(code="CC202", name="sum mismatch", severity=Severity.ERROR, family=Family.INSIDE)

_GIVEN_AWAY, _UNSTATED = Decimal("0.99"), Decimal("0.75")
"""A sum that readers are told gives the figure away; one that only the arithmetic shows tells which figure is wrong,
and how it came to be so a slip tells better.
"""
_FEW, _PLAIN, _TELLING = 3, 2, 3
_LONG = 40
"""Figures of one sentence: no list of parts is longer."""


def fit(disagreement: Disagreement, context: Context) -> Cause | None:
    """What the others say makes a sum of the figure's own article right."""
    found = [
        (odd, other, part)
        for odd, others in rivals(disagreement)
        for sum_told in _broken(context.claims.get(odd.article, ()), context.policy)
        for other in others[:1]
        if (part := _righted(sum_told, odd, other)) is not None
    ]
    told = the_one(found)
    one = told or the_one(list(_unstated(disagreement, context)))
    if one is None:
        return None
    odd, other, words = one
    score = _UNSTATED if told is None else _GIVEN_AWAY
    return Cause(score=score, words=words, suggestion=f"should read {quoted(other)}", suspect=odd)


def _unstated(disagreement: Disagreement, context: Context) -> Iterator[tuple[Claim, Claim, str]]:
    """The claims in whose place the others' number makes a sum that the article tells without saying so."""
    for odd, others in rivals(disagreement):
        value, unit = others[0].quantity.value, others[0].quantity.unit
        if value is not None and unit == odd.quantity.unit and makes_a_sum(value, odd, context.claims[odd.article]):
            yield odd, others[0], f"a slip, as the article's other figures make a sum with {quoted(others[0])}"


def _righted(told: Partition, odd: Claim, other: Claim) -> str | None:
    """Whether the sum is right with the others' number in place of the odd one, in words; None where it is not."""
    value, parts = other.quantity.value, told.parts
    if value is None or other.quantity.unit != odd.quantity.unit or odd not in (told.total, *parts.claims):
        return None
    if odd is told.total:
        return f"a slip, as its parts in the article make {quoted(other)}" if parts.added == value else None
    added = parts.added - (odd.quantity.value or Decimal(0)) + value
    return f"a slip, as the article's own sum needs {quoted(other)}" if added == told.total.quantity.value else None


def find(context: Context) -> Iterator[Observation]:
    """One observation for each complete list that does not add up."""
    for line in lines(context):
        if in_prose(line[0]):
            yield from _short_of_all(line)
    for article in sorted(context.claims):
        for told in _broken(context.claims[article], context.policy):
            yield _observation(told.total, told.parts, context)
        yield from _made_up(nearly(context.claims[article], context.policy.wording), context)


def _broken(claims: Line, policy: Policy) -> Iterator[Partition]:
    """Every total of one article that its parts do not make."""
    for line in lines_of(claims):
        if len(line) <= _LONG and in_prose(line[0]):
            told = (*not_adding_up(line, policy), *bracketed(line, policy), *in_two_halves(line, policy))
            yield from (Partition(total=total, parts=parts) for total, parts in dict(told).items())
    for look in (partitions, columns, rolls):
        yield from look(claims, policy)


def _observation(total: Claim, parts: Parts, context: Context) -> Observation:
    terms = " and ".join(quoted(part) for part in parts.claims)
    ones = parts.count - len(parts.claims)
    more = f" and {'one' if ones == 1 else f'{ones} times one'}" if ones else ""
    right = figure(parts.added, total)
    odd, instead = _told_elsewhere(total, parts, context)
    return Observation(
        operation=total.operation.name,
        metric=total.metric.name,
        message=f"{terms}{more} add up to {right}, not to {quoted(total)}",
        sides=((total,), parts.claims),
        suspect=odd,
        suggestion=f'should read "{instead}"' if odd is not None else _either(total, parts, right),
        severity=Severity.WARNING,
    )


def _either(total: Claim, parts: Parts, right: str) -> str:
    """What would put a short sum right: the total, or one of the parts."""
    off = parts.added - (total.quantity.value or Decimal(0))
    values = [(part, (part.quantity.value or Decimal(0)) - off) for part in parts.claims]
    others = [f'"{figure(value, part)}" for {quoted(part)}' for part, value in values if value > 0]
    if len(parts.claims) > _FEW or not others:
        return f"the parts make {right}"
    return f"the parts make {right}; or {' or '.join(others)}"


def _short_of_all(line: Line) -> Iterator[Observation]:
    """Shares of one whole, the rest among them, of less than a hundred percent; of more is CC205."""
    found = rest_of_shares(line)
    if found is not None and found[1] < HUNDRED:
        terms = " and ".join(map(quoted, found[0]))
        yield Observation(
            operation=found[0][0].operation.name,
            metric=found[0][0].metric.name,
            message=f"{terms} add up to {found[1].normalize():f} percent of one whole",
            sides=tuple((claim,) for claim in found[0]),
            severity=Severity.WARNING,
        )


def _made_up(found: tuple[Nearly, ...], context: Context) -> Iterator[Observation]:
    """Totals that the figures around them nearly make; one observation where one correction puts several right."""
    common = most_often(found)
    righted = [one for one in found if common is not None and common in tuple(one.corrections())]
    for one in (*righted[:1], *(one for one in found if one not in righted)):
        odd, value = (common if one in righted else None) or _printed_elsewhere(one, context) or (None, None)
        terms = " ".join(f"{_sign(sign, place)}{quoted(claim)}" for place, (claim, sign) in enumerate(one.terms))
        makes = figure(one.makes, one.total)
        right = makes if odd is None or value is None else figure(value, odd)
        yield Observation(
            operation=one.total.operation.name,
            metric=one.total.metric.name,
            message=f"{terms} make {makes}, not {quoted(one.total)}",
            sides=((one.total,), tuple(claim for claim, _ in one.terms)),
            suspect=odd,
            suggestion=f"the parts make {right}" if odd is None else f'should read "{right}"',
            severity=Severity.WARNING,
        )


def _sign(sign: int, place: int) -> str:
    if place == 0:
        return ""
    return "and " if sign > 0 else "less "


def _printed_elsewhere(one: Nearly, context: Context) -> tuple[Claim, Decimal] | None:
    """The one correction that another article prints, None when there is none or several."""
    others = {c.quantity.value for claims in _other_articles(one.total, context) for c in claims if plain_count(c)}
    found = [(claim, value) for claim, value in one.corrections() if value in others]
    return found[0] if len(found) == 1 else None


def _told_elsewhere(total: Claim, parts: Parts, context: Context) -> tuple[Claim | None, str]:
    """The one number whose correction makes the sum right, if another article has the list with that correction."""
    whole = total.quantity.value or Decimal(0)
    off = parts.added - whole
    wanted = [(total, parts.added), *((part, (part.quantity.value or Decimal(0)) - off) for part in parts.claims)]
    found = [
        (odd, figure(value, odd))
        for odd, value in wanted
        if any(_has_list(claims, odd, value, (total, *parts.claims)) for claims in _other_articles(total, context))
        or _borne_out(odd, value, context)
    ]
    return found[0] if len(found) == 1 else (None, "")


def _other_articles(claim: Claim, context: Context) -> Iterator[Line]:
    return (context.claims[name] for name in sorted(context.claims) if name != claim.article)


def _borne_out(odd: Claim, value: Decimal, context: Context) -> bool:
    """Whether another article has the number, too long for chance, for the same thing; or several origins have it, and
    nobody the odd one, of what does not grow: an earlier toll corrects no later one.
    """
    told, digits = _told_of_it(odd, value, context), len(significant_digits(value))
    if digits >= _TELLING:
        return bool(told)
    alone = odd.quantity.value is not None and not _told_of_it(odd, odd.quantity.value, context)
    moves = odd.metric.grows or odd.metric.volatile
    return digits >= _PLAIN and alone and not moves and scales(context).firm(told)


def _told_of_it(claim: Claim, value: Decimal, context: Context) -> tuple[Claim, ...]:
    """Where other articles give this number to what the claim is of."""
    same = context.numbers.get((value, str(claim.quantity.unit.id)), ())
    one, others = claim.metric, (c for c in same if c.article != claim.article)
    return tuple(c for c in others if c.metric.entity == one.entity and c.metric.action == one.action)


def _has_list(claims: Line, odd: Claim, value: Decimal, members: Line) -> bool:
    """Whether one sentence of another article has every number of the list, and `value` in place of the odd one."""
    numbers = {value, *(member.quantity.value for member in members if member is not odd)}
    return any(numbers <= {claim.quantity.value for claim in line if plain_count(claim)} for line in lines_of(claims))
