"""A run's JSON document: of an earlier run from its file, or of one made now."""

import json
from decimal import Decimal

import click

from claimcheck.errors import ClaimcheckError, Place, os_fault
from claimcheck.report.node import HINT, Node

_VERSION = 1


def compared(wanted: str, paths: tuple[str, ...], rules_path: str | None) -> Node:
    """The document of a comparison made now, over `paths` or the usual articles. A check that speaks only when asked
    runs when the id that is `wanted` is one of its findings'.
    """
    from claimcheck.api import compare_articles
    from claimcheck.cli.inputs import read_inputs
    from claimcheck.protocols import RenderOptions
    from claimcheck.report.json import document
    from claimcheck.triage.severity import OFF_BY_DEFAULT

    articles, rules, _ = read_inputs(paths, rules_path)
    everything = frozenset({"CC"}) if wanted[:5].upper() in OFF_BY_DEFAULT else frozenset[str]()
    report = compare_articles(articles, rules, select=everything, ignore=frozenset())
    return Node(document(report, RenderOptions()), "this run")


def read_run(path: str) -> Node:
    """The document in a file ("-": standard input). Raises ClaimcheckError when it is none of ours."""
    name = "standard input" if path == "-" else path
    try:
        with click.open_file(path, "rb") as stream:
            data = stream.read()
    except OSError as error:
        fault = os_fault(name, error)
        raise ClaimcheckError(fault.where, fault.what, fault.hint) from error
    try:
        found = Node(json.loads(data.decode("utf-8-sig"), parse_float=Decimal), name)
    except json.JSONDecodeError as error:
        raise ClaimcheckError(Place(name, error.lineno, error.colno), f"not JSON: {error.msg}", HINT) from error
    except (ValueError, RecursionError) as error:
        raise ClaimcheckError(Place(name), f"not JSON: {error}", HINT) from error
    if found["schema_version"].value != _VERSION:
        what = f"schema_version is {found['schema_version'].value}, expected {_VERSION}"
        raise ClaimcheckError(Place(name), what, "write it anew with this version of claimcheck")
    return found
