"""Stage: a cluster of claims to a group with a verdict for every pair."""
