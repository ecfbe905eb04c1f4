"""Stage: which findings count, how grave they are, and whether they close the gate."""
