"""Stage: sentences to mentions. One file per cue family; mentions.py joins them."""
