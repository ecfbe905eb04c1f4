"""Stage: a compared draft to a standing for each of its figures.

hold.py       `hold`: the steps in order
standing.py   which standing a figure has, by which sources
findings.py   which findings touch the draft, and how grave they are for it
receipt.py    the counts
"""

from claimcheck.review.hold import Compared, hold
from claimcheck.review.standing import CODES

__all__ = ["CODES", "Compared", "hold"]
