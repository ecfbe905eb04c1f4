"""Stage: a cluster of claims to a group with a verdict for every pair.

intervals.py   a figure on its dimension's axis: the values it allows
rounding.py    when one number may be another, rounded, cut off or converted
pair.py        two claims in canonical order, with what a rung may look at
facets.py      circumstances that make two claims incomparable
agree.py       the rungs of agreement; composed.py, superseded.py: of explained difference
moments.py     whether two articles tell of one moment, told.py how one tells its figure in time
ladder.py      the rungs in order, and the verdict of a pair
fold.py        claims that say the same are compared once
reconcile.py   figures that clash only because both were made from a third one
softened.py    a conversion is as hedged as what it converts
cluster.py     `compare`: a cluster to a group
weights.py     how much an article's word weighs
sides.py       `disagreements`: a group's conflicts as sides, with the one who stands alone
support.py     who stands behind each side
fails.py       why a rung does not hold; unless.py: for every rung above a pair's own, and what would make it hold
decisions.py   the pairs across the sides of a finding, with these
facing.py      a draft's claims, and what the sources have beside each
nearby.py      what the sources have in like words beside a figure that nothing was compared with
copies.py      which article copies another's words and changes the figure
"""

from claimcheck.compare.cluster import compare
from claimcheck.compare.sides import disagreements
from claimcheck.compare.weights import Standing, Standings, standings

__all__ = ["Standing", "Standings", "compare", "disagreements", "standings"]
