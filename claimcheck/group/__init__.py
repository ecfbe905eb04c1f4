"""Stage: claims to clusters of one metric of one operation. Record linkage: block, weigh, join.

wording.py    how alike the words around two figures are
evidence.py   everything else that speaks for or against, as named features
links.py      two claims: the features weighed, what their values say, and the bars
pairs.py      which claims are weighed, and who fits better than whom
nodes.py      claims whose figures agree become one figure
figures.py    two figures: how well they fit one thing, and what keeps them apart
circumstances.py  for which part and when the two hold
joining.py    figures to clusters
clusters.py   the steps in order
steady.py     `group`: the steps on claims in an order that no file name makes
trail.py      the evidence, for people to read
reconcile.py  circumstances that only some claims of a cluster give
origins.py    which articles copy each other and count once
repeats.py    which articles only repeat another one, and are left out of it all
"""

from claimcheck.group.origins import origins
from claimcheck.group.repeats import copies, set_aside, with_copies
from claimcheck.group.steady import group

__all__ = ["copies", "group", "origins", "set_aside", "with_copies"]
