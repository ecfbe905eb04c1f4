"""Stage: which findings count, how grave they are, and whether they close the gate.

severity.py  what rules.yaml, --select and --ignore make of the checks' own severities
gate.py      the exit status that the findings that are left lead to
"""
