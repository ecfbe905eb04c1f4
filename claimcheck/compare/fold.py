"""Claims that say the same in every respect are compared once."""

from collections.abc import Iterable

from claimcheck.model.claim import Claim, by_content


def fold(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """Claims in classes of equal figure, unit, words and circumstances; classes and members in order of content."""
    classes: dict[tuple[object, ...], list[Claim]] = {}
    for claim in sorted(claims, key=by_content):
        classes.setdefault(key(claim), []).append(claim)
    return tuple(tuple(members) for members in classes.values())


def key(claim: Claim) -> tuple[object, ...]:
    """Everything that a rung looks at, the words of the figure included, its place left out."""
    quantity = claim.quantity
    return (
        quantity.value,
        quantity.interval,
        quantity.step,
        quantity.unit.id,
        quantity.qualifier,
        quantity.per,
        " ".join(quantity.surface.casefold().split()),
        claim.margin,
        *_circumstances(claim),
    )


def _circumstances(claim: Claim) -> tuple[object, ...]:
    facets = (claim.scope, claim.period, claim.attribution)
    return (
        claim.kind,
        claim.metric.id,
        claim.metric.grows,
        claim.metric.volatile,
        *(None if facet is None else facet.key for facet in facets),
        claim.as_of,
        claim.status,
        claim.aspect,
        claim.direction,
    )
