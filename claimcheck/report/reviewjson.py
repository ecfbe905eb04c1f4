"""The drafts' reviews as plain values for the JSON document."""

from claimcheck.model.review import DraftReview, Figure, How, Receipt, Standing, Witness
from claimcheck.report.jsontext import Json


def drafts(reviews: tuple[DraftReview, ...]) -> list[Json]:
    """One entry per draft; docs/json-schema.md says what each field means."""
    return [
        {
            "document": review.document,
            "figures": [_figure(figure) for figure in review.figures],
            "copies": list(review.copies),
            "receipt": _receipt(review.receipt),
        }
        for review in reviews
    ]


def _figure(figure: Figure) -> dict[str, Json]:
    return {
        "claim": figure.claim.id,
        "standing": figure.standing.value,
        "how": figure.how.value if figure.how else None,
        "sources": [witness.claim.id for witness in figure.witnesses],
        "finding": figure.finding,
        "severity": figure.severity.value if figure.severity else None,
        "witnesses": [_witness(witness) for witness in figure.witnesses],
        "against": [witness.claim.id for witness in figure.against],
        "earlier": [witness.claim.id for witness in figure.earlier],
        "copies": [witness.claim.id for witness in figure.copies],
    }


def _witness(witness: Witness) -> dict[str, Json]:
    return {
        "claim": witness.claim.id,
        "how": witness.how.value if witness.how else None,
        "verdict": witness.verdict.value,
        "why": witness.why,
    }


def _receipt(receipt: Receipt) -> dict[str, Json]:
    found: dict[str, Json] = {"figures": receipt.figures}
    found |= {_key(standing): receipt.standings[standing] for standing in Standing}
    found["how"] = {_key(how): receipt.how[how] for how in How}
    found["no_claims"] = receipt.no_claims
    return found


def _key(value: Standing | How) -> str:
    return value.value.replace(" ", "_")
