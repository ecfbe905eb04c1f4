"""Stage: mentions to claims, or to a reason why not."""
