"""Finds the loaders: every module of this folder that has SUFFIXES and read."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from claimcheck.protocols import Loader


@cache
def _loaders() -> dict[str, Loader]:
    package = __name__.rpartition(".")[0]
    folder = import_module(package).__path__
    modules = [import_module(f"{package}.{info.name}") for info in iter_modules(folder) if info.name != "registry"]
    loaders: dict[str, Loader] = {}
    for module in modules:
        for suffix in sorted(getattr(module, "SUFFIXES", ())):
            if suffix in loaders:
                raise ValueError(f"two loaders for {suffix}")
            loaders[suffix] = module
    return loaders


def suffixes() -> frozenset[str]:
    """Every suffix that some loader answers for."""
    return frozenset(_loaders())


def loader_for(suffix: str) -> Loader:
    """The loader for a suffix of `suffixes()`."""
    return _loaders()[suffix]
