"""Stage: groups to findings. One file per check; registry.py finds them.

base.py        what a check is, what it may look at, what it answers
registry.py    finds the checks, sorts them by code, refuses duplicates
engine.py      `run_checks`: the best cause for every disagreement, and the checks of single articles
selection.py   which checks run
certainty.py   whether a disagreement is certain, and what speaks against it
versus.py      the two ends of a disagreement
trail.py       how a finding came about, for `claimcheck explain`
messages.py, wording.py, fingerprint.py   a finding's sentence, its figures in words, its id
passages.py, parts.py, brackets.py, proportions.py, nearly.py   figures in the words around them: lists, shares, sums
hours.py, moments.py   hours and days told in the text, as claims of their own
alike.py, weighing.py   claims of one thing that no group holds together, and who stands alone
cc101_… to cc403_…   the checks; each module's docstring is its page in docs/checks
"""
