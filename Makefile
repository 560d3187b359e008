# Two commands matter: `make demo` and `make test`. Both set up what they need.
.DEFAULT_GOAL := help
.PHONY: help demo test lint types contract gate check docs lock train train-claims bench soak clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CASE := demo-out/case
PIP := $(BIN)/python -m pip --disable-pip-version-check

help:
	@echo "make demo      read the demo dossier and write demo-out/dossier.html"
	@echo "make test      run every test"
	@echo "make check     test, lint, types, import contract and evaluation gate, as .ci/run does"
	@echo "make train     train the model anew from ../shared/data (CPU, about 80 minutes) and export it"
	@echo "make train-claims  the same for what claims are compared by (CPU, about 30 minutes)"
	@echo "make bench     measure speed and memory, as ratios within one run"
	@echo "make docs      write docs/reference anew from the code"
	@echo "make soak      the slow forms of the tests of trust"

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Counterclaim needs Python 3.11 or newer; call make with PYTHON=python3.12, say." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run: $(VENV)/made locks/run.txt pyproject.toml
	$(PIP) install --quiet --require-hashes -r locks/run.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev: $(VENV)/run locks/dev.txt
	$(PIP) install --quiet --require-hashes -r locks/dev.txt
	@touch $@

demo: $(VENV)/run
	@mkdir -p demo-out
	@test -d $(CASE) || $(BIN)/counterclaim init $(CASE)
	@$(BIN)/counterclaim add $(CASE) demo/articles || [ $$? -eq 1 ]
	@echo
	@$(BIN)/counterclaim summary $(CASE)
	@echo
	@$(BIN)/counterclaim report $(CASE) --title "The Corvane dam" -o demo-out/dossier.html

test: $(VENV)/dev
	$(BIN)/python -m pytest

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev
	$(BIN)/mypy

contract: $(VENV)/dev
	$(BIN)/lint-imports

gate: $(VENV)/dev
	$(BIN)/python -m evaluation.gate

check: test lint types contract gate

docs: $(VENV)/dev
	$(BIN)/python docs/make_reference.py

lock:
	$(PIP) install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --quiet --output-file locks/run.txt
	$(BIN)/uv pip compile pyproject.toml --group build --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --quiet --constraints locks/run.txt --output-file locks/dev.txt

.venv-train/made: locks/train.txt pyproject.toml
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --no-deps -r locks/train.txt
	.venv-train/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

train: .venv-train/made
	for seed in 1 2; do .venv-train/bin/python -m training.train --seed $$seed --out training/runs/seed-$$seed || exit 1; done
	.venv-train/bin/python -m training.export training/runs/seed-1 training/runs/seed-2

train-claims: .venv-train/made
	for seed in 1 2; do .venv-train/bin/python -m training.claim_encoder --seed $$seed --out training/runs/claims-$$seed || exit 1; done
	.venv-train/bin/python -m training.sentence_encoder --weights training/runs/claims-1 training/runs/claims-2
	.venv-train/bin/python -m training.claim_points
	.venv-train/bin/python -m training.relation

bench: $(VENV)/dev
	$(BIN)/python -m evaluation.bench
	$(BIN)/python -m evaluation.bench_links --most $(or $(STATEMENTS),10000)

soak: $(VENV)/dev
	COUNTERCLAIM_SOAK=2000 $(BIN)/python -m pytest

clean:
	rm -rf $(VENV) .venv-train demo-out build dist
