# Everything runs in .venv, made here from the pinned requirements; nothing but Python and make is asked for.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test lint picture fast sources requirements clean

demo: .venv/ready
	@$(BIN)/claimdiff check seeds/interpol.fr.txt seeds/interpol.it.txt --output html=report.html --fail-level never
	@echo "The same as a page: report.html"

# Tests are of the sources, so they take the place of a compiled build.
test: .venv/ready-dev sources
	@$(BIN)/python -m pytest

lint: .venv/ready-dev
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy

# The picture of the page in the README; wants chromium.
picture: .venv/ready-dev
	@$(BIN)/python tests/picture.py

# The same, with the hot modules compiled: a wheel, built and put in the place of the editable install. Wants a C compiler.
fast: .venv/ready requirements-fast.txt
	@$(PIP) --require-hashes -r requirements-fast.txt
	@rm -rf build/fast
	@CLAIMDIFF_COMPILE=1 $(BIN)/python -m hatchling build -t wheel -d build/fast
	@$(PIP) --no-deps --no-index --force-reinstall build/fast/*.whl
	@touch .venv/fast
	@$(BIN)/claimdiff --version

sources: .venv/ready
	@if test -e .venv/fast; then $(PIP) --no-deps --no-build-isolation -e . && rm .venv/fast; fi

# The package is installed without build isolation, so that the builder is pinned too.
.venv/ready: requirements.txt requirements-build.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(PIP) --require-hashes -r requirements.txt -r requirements-build.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@rm -f .venv/fast
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.txt
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

# Pins again what the .in files name; needs pip-tools in .venv.
requirements:
	@for name in requirements requirements-build requirements-fast requirements-dev; do \
	  $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-index-url \
	    --no-emit-trusted-host --no-emit-find-links --output-file $$name.txt $$name.in; \
	  sed -i '/^# The following packages/d' $$name.txt; done

clean:
	@rm -rf .venv build dist report.html .pytest_cache .mypy_cache .ruff_cache .hypothesis
