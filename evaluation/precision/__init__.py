"""How often a check is right when it speaks: `python -m evaluation.precision`.

Precision is right / (right + wrong) over findings that can be judged, with a Wilson interval of 95 percent. What cannot
be judged (*open*) stays out of it and is counted beside it. Findings of every severity count, each once wherever it is
raised; nothing is weighted. What right and wrong mean depends on what a check says:

**Across articles and inside one (CC1xx, CC2xx), and every editorial check that has no measure of its own**
- *labelled stories*: right is a hit (`evaluation.scoring.findings`); false, wide and mixed are wrong; unlabelled and
  ambiguous are open.
- *errors put in*: what is newly raised on a mutant (`evaluation.mutations`) at what was changed is right when the check
  is one that names the kind of error (`kinds.yaml`); another check is wrong, though there is an error: *other cause*.
  What is newly raised about figures that nobody touched (*elsewhere*) is wrong, but open where the key has that
  conflict, which was not asked for, or leaves it open.
- *harmless rewrites*: whatever is newly raised is wrong, with the same exceptions.

**CC301** says that one origin alone gives a figure. Each note on the labelled stories is held against the yardstick's
own reading (`evaluation.mutations.figures`): right when no article of another origin prints a figure that agrees with
it, wrong when one does and the key (or number, unit and noun) has the two as one thing, otherwise open.

**CC302** says that a hedge was lost. *labelled stories*: right when the key has the two figures as one thing, the
yardstick's reader too finds a hedge on one and none on the other, before the same number, and the hedge was not first
printed on a later day (what did not exist yet cannot have been lost); wrong when one of these fails; open where the key
is silent or the words are beyond the reader. *hedges taken out*: of a figure that another origin hedges too the
qualifier is left out: a new note about it is right. *harmless rewrites*: a new note at what was rewritten is wrong, as
rewriting puts hedges in and takes none away. A new note elsewhere is wrong unless, by the rules for labelled stories,
it is right or open: then it stays out. *draft trial*: right on a planted lost qualifier, wrong on any other mark.

**CC303** says that a sum of money is out of scale and has no other source. *lone sums* are sums that no other origin
prints: with their scale spoilt (the kinds that CC102 names) a new note about them is right and one about another figure
wrong; rewritten harmlessly, every new note is wrong. *labelled stories*: right where the key has the sum in a conflict,
open where the key leaves it open, otherwise wrong. *errors put in* and *harmless rewrites* as above, with CC102's kinds
as its own.

**CC304** says that no source has a draft's figure. *draft trial* (`evaluation.drafts`): right on planted figures that
contradict the sources, wrong on every other mark, open without one. *articles as drafts*: every article of the stories
is held as a draft against those of other origins; right and wrong as for CC301.

**CC4xx** speak of decisions. A baseline of all findings of a story is generated, with days that are over or not, and
comments at the figures of findings and of others; then the folder is moved, an article is left out, a figure is
corrected (`decisions.py`). What should lapse by this is right, what should hold is wrong, the rest is open.

All of it is measured on stories that were in view while the tool was built, and the shares of right and wrong depend on
how much of each there was to find: four errors are put in for one rewrite. So the figures compare checks with each
other, and a build with the one before; on new stories expect less. Under `rows.SMALL` judged findings a precision is an
anecdote, and says so.
"""
