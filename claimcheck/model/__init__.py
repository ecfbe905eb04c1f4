"""Frozen values that the stages hand to each other. Standard library only; nothing here opens a file or prints.

text.py      Article, Sentence, Span: what was loaded, and where a thing stands in it
quantity.py  Unit, Qualifier, Interval, Quantity: one printed figure and the values it allows
claim.py     Mention, Metric, Operation, Claim: a figure, and what it counts for which event
finding.py   Comparison, Group, Disagreement, Finding: what follows from claims side by side
review.py    DraftReview: how a draft's figures stand to the sources
report.py    Report: everything one run concluded
rules.py     Rules: what a newsroom wrote in rules.yaml
"""
