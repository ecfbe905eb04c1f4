"""A finding's id: the same for as long as the check, the subject and the sentences are the same."""

from hashlib import sha256

from claimcheck.model.claim import Claim
from claimcheck.model.finding import FindingId

_DIGITS = 12


def fingerprint(check: str, operation: str, metric: str, claims: tuple[Claim, ...]) -> FindingId:
    """The check's code and a digest of subject, figures and sentences: no paths, places, order or white space."""
    passages = sorted({f"{_flat(claim.quantity.surface)}|{_flat(claim.sentence.text)}" for claim in claims})
    said = "\n".join((check, _flat(operation), _flat(metric), *passages))
    return FindingId(f"{check}-{sha256(said.encode()).hexdigest()[:_DIGITS]}")


def _flat(words: str) -> str:
    return " ".join(words.casefold().split())
