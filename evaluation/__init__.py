"""Measures claimcheck on labelled stories: its JSON is held to what careful readers labelled."""
