"""The mutation yardstick: articles that agree, one realistic error put into one of them, and what the tool says of it.

words.yaml, words.py    the words that figures are read and written by
figures.py, agree.py    figures in a text, and whether two of them can be one
targets.py, gather.py   figures that may be changed, with those they agree with; found in the labelled stories
text.py, printing.py    edits of a text, and numbers printed as the article prints them
kinds.yaml, kinds.py    the kinds of error and of harmless rewriting, with weights and sources
operators/              one small function for each kind: a target and chance in, edits or None out
generate.py             mutants and rewrites, drawn by weight, the same for the same seed
answers.py, judge.py    what a tool said of a text, and what that is worth
run.py, table.py        all of it over processes, and the figures as tables
folders.py, docs.py     mutants written out for other tools, the tables written into a page
"""
