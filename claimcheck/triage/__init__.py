"""Stage: which findings count, how grave they are, and whether they close the gate.

severity.py   what rules.yaml, --select and --ignore make of the checks' own severities
baseline.py   which entry of a baseline speaks of which finding
decisions.py  what comments and the baseline silence, and which of them have lapsed
gate.py       the exit status that the findings that are left lead to
"""
