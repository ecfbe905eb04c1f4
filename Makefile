# make setup once, then make check before every commit: the same things that .ci/run does in a clean environment.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: setup tools check test golden bench docs precision site

setup: $(BIN)/claimcheck

$(BIN)/claimcheck: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'

# Programs from npm that tests/consumers/ holds formats to; without them those tests are skipped.
tools:
	npm ci --prefix tests/consumers

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q

test: setup
	$(BIN)/python -m pytest -q

# Rewrites the expected outputs. Read the diff before you keep it.
golden: setup
	UPDATE_GOLDEN=1 $(BIN)/python -m pytest -q -p no:randomly tests/golden
	git --no-pager diff --stat -- tests/golden docs/rules.schema.json

docs: setup
	$(BIN)/python docs/generate_checks.py
	$(BIN)/python docs/generate_rules.py

# How often checks are right, into evaluation/precision.yaml and the check pages; CHECK=CC101 for one of them.
precision: setup
	$(BIN)/python -m evaluation.precision --write $(if $(CHECK),--check $(CHECK))
	$(BIN)/python docs/generate_checks.py

# The documentation as pages, in build/site.
site: setup
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

bench: setup
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/extract.py
