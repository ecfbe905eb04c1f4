"""What the formats for people share about a draft: each figure's standing in words, its witnesses, the receipt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.model.finding import Finding, FindingId
from claimcheck.model.report import Report
from claimcheck.model.review import DraftReview, Figure, How, Receipt, Standing, Witness
from claimcheck.report.view import Places, figure, plural

MARKS = {
    Standing.SUPPORTED: "✓",
    Standing.CONTRADICTED: "✗",
    Standing.STALE: "!",
    Standing.QUALIFIER_LOST: "!",
    Standing.IN_NO_SOURCE: "?",
}
_WORDS = {
    How.EXACTLY: "exactly",
    How.ROUNDING: "by rounding",
    How.CONVERSION: "by conversion",
    How.ARITHMETIC: "by arithmetic",
    How.LOOSE_BOUND: "by a loose bound",
}
_FEW = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A figure ready to be shown: the standing in a few words, the witnesses to quote, the findings to tell."""

    figure: Figure
    standing: str
    witnesses: tuple[Witness, ...]
    findings: tuple[Finding, ...]


def told(review: DraftReview, report: Report, places: Places, *, verbose: bool) -> tuple[Told, ...]:
    """The draft's figures in text order; all their witnesses when `verbose`, else the telling ones."""
    by_id: dict[FindingId, Finding] = {finding.id: finding for finding in report.findings}
    return tuple(
        Told(
            figure=one,
            standing=standing(one, places),
            witnesses=_quoted(one, verbose=verbose),
            findings=(by_id[one.finding],) if one.finding in by_id else (),
        )
        for one in review.figures
    )


def others(review: DraftReview, report: Report) -> tuple[Finding, ...]:
    """The findings about the draft that no figure names; those about decisions elsewhere come with the first draft."""
    named = {one.finding for one in review.figures}
    return tuple(f for f in report.findings if f.id not in named and _about(f, review, report))


def _about(finding: Finding, review: DraftReview, report: Report) -> bool:
    if finding.at is None:
        return any(claim.article == review.document for claim in finding.claims)
    homes = [one.document for one in report.drafts if one.document == finding.at.path]
    return review.document == (homes or [report.drafts[0].document])[0]


def standing(one: Figure, places: Places) -> str:
    """In words: supported exactly by Daily A and 2 others; Daily B differs."""
    names = _names(one.witnesses, places)
    return {
        Standing.SUPPORTED: lambda: f"supported {_by(one, places)}{_but(one, places)}",
        Standing.CONTRADICTED: lambda: f"contradicted by {names}",
        Standing.STALE: lambda: f"stale: {names} {'has' if _one(one.witnesses) else 'have'} a later value",
        Standing.QUALIFIER_LOST: lambda: f"qualifier lost: {_hedged(one)} in {names}",
        Standing.IN_NO_SOURCE: lambda: f"in no source{_almost(one, places)}",
    }[one.standing]()


def _by(one: Figure, places: Places) -> str:
    firmest = tuple(witness for witness in one.witnesses if witness.how is one.how)
    more = len(_articles(one.witnesses) - _articles(firmest))
    tail = f", and {more} more otherwise" if more else ""
    return f"{_WORDS[one.how or How.EXACTLY]} by {_names(firmest, places)}{tail}"


def _but(one: Figure, places: Places) -> str:
    if not one.against:
        return ""
    return f"; {_names(one.against, places)} {'differs' if _one(one.against) else 'differ'}"


def _hedged(one: Figure) -> str:
    return f'"{figure(one.witnesses[0].claim)}"' if one.witnesses else "a hedge"


def _almost(one: Figure, places: Places) -> str:
    if one.earlier:
        return f"; only older values, in {_names(one.earlier, places)}"
    if one.copies:
        return (
            f" but {_names(one.copies, places)}, which {'tells' if _one(one.copies) else 'tell'} the draft's own text"
        )
    return ""


def copies(review: DraftReview, places: Places) -> str:
    """Which sources tell the draft's own text and support nothing; "" for none."""
    if not review.copies:
        return ""
    names = ", ".join(places.article(article).path for article in review.copies)
    verb = "tells" if len(review.copies) == 1 else "tell"
    return f"{names} {verb} the draft's own text and {'does' if verb == 'tells' else 'do'} not count as support"


def counts(receipt: Receipt) -> str:
    """The receipt as one sentence."""
    how = [f"{receipt.how[kind]} {_WORDS[kind]}" for kind in How if receipt.how[kind]]
    split = f" ({', '.join(how)})" if how else ""
    parts = [
        f"{receipt.standings[kind]} {kind.value}{split if kind is Standing.SUPPORTED else ''}" for kind in Standing
    ]
    skipped = "1 number was no claim" if receipt.no_claims == 1 else f"{receipt.no_claims} numbers were no claims"
    return f"{plural(receipt.figures, 'figure')}: {', '.join(parts)}; {skipped}"


def _quoted(one: Figure, *, verbose: bool) -> tuple[Witness, ...]:
    """By default one passage for each different figure, at most two: the firmest support, or what stands against it.
    Where a supported figure has somebody against it, one of either.
    """
    every = (*one.witnesses, *one.against, *one.earlier, *one.copies)
    if verbose:
        return every
    if one.standing is Standing.SUPPORTED:
        return (*one.witnesses[:1], *one.against[:1])
    distinct = {figure(witness.claim): witness for witness in reversed(every)}
    return tuple(witness for witness in every if witness in distinct.values())[:_FEW]


def _names(witnesses: Iterable[Witness], places: Places) -> str:
    names = list(dict.fromkeys(places.source(witness.claim) for witness in witnesses))
    if len(names) <= _FEW:
        return " and ".join(names)
    return f"{names[0]} and {len(names) - 1} others"


def _articles(witnesses: Iterable[Witness]) -> frozenset[str]:
    return frozenset(witness.claim.article for witness in witnesses)


def _one(witnesses: Sequence[Witness]) -> bool:
    return len(_articles(witnesses)) == 1
