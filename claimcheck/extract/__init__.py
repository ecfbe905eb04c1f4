"""Sentences to mentions: every number of an article as a figure, or skipped with its reason."""

from claimcheck.extract.mentions import Extraction, extract

__all__ = ["Extraction", "extract"]
