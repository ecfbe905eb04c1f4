"""Stage: claims to clusters of one metric of one operation. Record linkage: block, weigh, join.

links.py     two claims to weighed evidence for and against
clusters.py  the evidence to clusters
origins.py   which articles copy each other and count once
"""

from claimcheck.group.clusters import group
from claimcheck.group.origins import origins

__all__ = ["group", "origins"]
