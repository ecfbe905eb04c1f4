"""Who has what a figure counts: names before figures, subjects of verbs, labels; nobody where no name says so."""

import pytest
from factories import article

from claimcheck.api import extract_claims
from claimcheck.model.claim import Claim
from claimcheck.model.rules import Rules


def claim_of(text: str, figure: str) -> Claim:
    claims = extract_claims(
        [article("a.md", f"Reporters were told of it on a quiet afternoon.\n\n{text}")], Rules()
    ).claims
    return next(claim for claim in claims if claim.quantity.surface == figure)


@pytest.mark.parametrize(
    ("text", "figure", "name", "others"),
    [
        ("Barrow won 263,515 votes.", "263,515", "Barrow", ""),
        ("Barrow won 263,515 votes and President Jammeh 212,099.", "212,099", "President Jammeh", "barrow"),
        ("Barrow won 263,515 votes (45.5%), Jammeh 212,099 (36.7%).", "36.7%", "Jammeh", "barrow"),
        ("In the end Labour had won 412 seats and the Conservatives 121.", "121", "Conservatives", "labour"),
        ("Cut are 11,000 people by Meta, Microsoft 10,000, Amazon 18,000.", "10,000", "Microsoft", "amazon"),
        (
            "So stood Barrow and Jammeh.\n\n| Name | Votes |\n| - | - |\n| Barrow | 227,708 |\n| Jammeh | 208,487 |",
            "208,487",
            "Jammeh",
            "barrow",
        ),
        ("- PUK: 319,219\n- KDP: 688,070", "688,070", "KDP", "puk"),
        ("Like Nokia, Apple said it had sold 9 million phones.", "9 million", "Apple", ""),
    ],
)
def test_a_name_has_it(text: str, figure: str, name: str, others: str) -> None:
    holder = claim_of(text, figure).holder
    assert holder is not None
    assert holder.name == name
    assert holder.others == set(others.split())


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Police arrested 617 people in Harrow.", "617"),
        ("There were 617 arrests.", "617"),
        ("In Kandahar 40 people died.", "40"),
        ("Robinson said 14 people were hurt.", "14"),
        ("The candidate of the coalition won 263,515 votes.", "263,515"),
    ],
)
def test_no_name_has_it(text: str, figure: str) -> None:
    assert claim_of(text, figure).holder is None
