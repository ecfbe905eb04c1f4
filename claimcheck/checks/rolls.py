"""People told by what they are, and their number elsewhere: "190 people on board", "184 passengers and six crew"."""

import re
from collections.abc import Iterator

from claimcheck.checks.lists import listed
from claimcheck.checks.parts import Partition
from claimcheck.checks.passages import Line, after, before, in_prose, lines_of, plain_count
from claimcheck.checks.sums import complete, value_of
from claimcheck.compare.intervals import share_apart
from claimcheck.model.claim import Claim, same_facet
from claimcheck.model.digits import one_slip
from claimcheck.model.policy import Policy

_NEAR = 5
_FAR = 8
_PARTS = 2
_AND = re.compile(r"\band\s+$")


def rolls(claims: Line, policy: Policy) -> Iterator[Partition]:
    """Every number of people in one article that a list of the same people, closed by "and", does not make. Only of
    what is done once (carried, married): of what goes on, the two may be told of different hours.
    """
    told = tuple(lines_of(claims))
    wholes = [claim for line in told for claim in line if _is_whole(claim, policy)]
    for line in told:
        parts = _roll(line, policy)
        if parts is None:
            continue
        one = [c for c in wholes if _of_one_deed(c, parts[0]) and c.sentence.index != line[0].sentence.index]
        values = {claim.quantity.value for claim in one}
        if len(values) == 1 and _slipped(one[0], parts):
            yield Partition(total=one[0], parts=complete(parts))


def _is_whole(claim: Claim, policy: Policy) -> bool:
    """Whether it counts people in general, as a whole."""
    noun = after(claim).casefold().split()[:1]
    general = bool(noun) and noun[0].strip(".,;:") in policy.wording.general_nouns
    done = claim.metric.action is not None and not claim.metric.grows and claim.metric.entity in policy.persons
    return plain_count(claim) and general and done and claim.scope is None


def _roll(line: Line, policy: Policy) -> Line | None:
    """The persons of a sentence that it lists to the end, all with one deed; None when there are fewer than two."""
    parts = tuple(c for c in line if c.metric.action is not None and c.metric.action == line[-1].metric.action)
    people = all(plain_count(claim) and claim.metric.entity in policy.persons for claim in parts)
    if len(parts) < _PARTS or parts != line or not people or not listed(parts):
        return None
    return parts if _AND.search(before(parts[-1])) and in_prose(line[0]) else None


def _of_one_deed(whole: Claim, part: Claim) -> bool:
    one = whole.metric.action == part.metric.action and whole.operation.id == part.operation.id
    near = abs(whole.sentence.index - part.sentence.index) <= _FAR
    return one and near and same_facet(whole.period, part.period) and same_facet(whole.attribution, part.attribution)


def _slipped(whole: Claim, parts: Line) -> bool:
    value, added = whole.quantity.value or 0, value_of(parts)
    if value == added or any(c.quantity.value == value for c in parts):
        return False
    return share_apart(added, value_of((whole,))) * _NEAR <= 1 or one_slip(added, value_of((whole,)))
