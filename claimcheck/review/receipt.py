"""How many figures of a draft have which standing."""

from collections import Counter
from collections.abc import Sequence
from types import MappingProxyType

from claimcheck.model.review import Figure, How, Receipt, Standing


def receipt(figures: Sequence[Figure], no_claims: int) -> Receipt:
    """The counts over `figures`; `no_claims` is how many numbers of the draft were none."""
    standings = Counter(figure.standing for figure in figures)
    how = Counter(figure.how for figure in figures if figure.how is not None)
    return Receipt(
        figures=len(figures),
        standings=MappingProxyType({standing: standings[standing] for standing in Standing}),
        how=MappingProxyType({kind: how[kind] for kind in How}),
        no_claims=no_claims,
    )
