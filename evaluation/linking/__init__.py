"""What the weights of the `differ` scale would be if the labelled stories chose them, and how far that carries to a
story that had no say.

labels.py    what a story's key says of every two of the tool's claims
rows.py      a story to rows: the evidence between two figures that differ, and whether they are of one thing
fit.py       rows to weights: logistic regression
crossval.py  every story judged by weights that the others chose
"""
