# `make run` and `make test` are all that a newcomer needs.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
# Processes that share the tests, a file at a time and in order.
WORKERS ?= 2
# One thread for each library: they share the processors with the service's own threads.
export OMP_NUM_THREADS := 1
export OPENBLAS_NUM_THREADS := 1
export MKL_NUM_THREADS := 1

.PHONY: run setup page types test check docs bench soak fuzz audit sbom screenshots lock clean

run: setup
	@$(BIN)/matchmaker model build
	@$(BIN)/matchmaker agenda prepare
	@$(BIN)/matchmaker db upgrade
	@$(BIN)/matchmaker seed seed_data
	@MATCHMAKER_DEMONSTRATION=$${MATCHMAKER_DEMONSTRATION:-true} \
		MATCHMAKER_ACTING_AS_HEADER=$${MATCHMAKER_ACTING_AS_HEADER:-true} $(BIN)/matchmaker serve

setup: $(VENV)/.installed page

# Installed again only when the lock or the package's own description changes.
$(VENV)/.installed: requirements.lock pyproject.toml
	@echo "installing into $(VENV) (the first time takes some minutes)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

# The web application, built again only when one of its sources changes. Serving it needs no Node.
PAGE_SOURCES := $(shell find frontend -name node_modules -prune -o -type f ! -name openapi.json -print)

page: matchmaker/frontend/index.html

frontend/node_modules/.installed: frontend/package-lock.json
	@cd frontend && npm ci --silent
	@touch $@

matchmaker/frontend/index.html: frontend/node_modules/.installed $(PAGE_SOURCES)
	@cd frontend && npm run --silent build
	@touch $@

# The types of the API in the web application, from the service's own description.
types: $(VENV)/.installed frontend/node_modules/.installed
	@$(BIN)/matchmaker describe frontend/openapi.json
	@cd frontend && node types.mjs openapi.json

test: setup check
	@$(BIN)/matchmaker model build
	@$(BIN)/matchmaker agenda prepare
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder

check: setup
	@$(BIN)/ruff format --check matchmaker tests
	@$(BIN)/ruff check matchmaker tests
	@$(BIN)/mypy
	@PATH="$(BIN):$$PATH" lint-imports
	@$(BIN)/matchmaker describe frontend/openapi.json
	@cd frontend && node types.mjs openapi.json --check && npm run --silent check && npm run --silent test

bench: setup
	@$(BIN)/matchmaker model build
	@$(BIN)/matchmaker agenda prepare
	@$(BIN)/python -m tests.bench

# Hours: the service is killed and starved, and what it promised is counted. ROUNDS=500 is a night.
soak: setup
	@$(BIN)/matchmaker agenda prepare
	@$(BIN)/python -m tests.soak crash --rounds $${ROUNDS:-100}
	@$(BIN)/python -m tests.soak faults
	@$(BIN)/python -m tests.soak stories
	@$(BIN)/python -m tests.soak attacks
	@$(BIN)/python -m tests.soak steady --rate $${RATE:-10}

# Whatever reads bytes of strangers, with coverage, each for SECONDS; `TARGETS="csv_tables workbooks"` for some of them.
fuzz: setup
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock --editable '.[fuzz]'
	@SECONDS_EACH=$(or $(SECONDS),60) $(BIN)/python -m tests.fuzz $(TARGETS)

# Known vulnerabilities of what we build on; see tests/supply/exceptions.toml. Without a source of advisories it says so.
audit: setup $(VENV)/supply/.installed
	@$(BIN)/python -m tests.supply audit $(VENV)/supply/bin

# What we are made of, as CycloneDX, into dist/sbom/.
sbom: setup $(VENV)/supply/.installed
	@$(BIN)/python -m tests.supply sbom $(VENV)/supply/bin

# The tools have an environment of their own: what they need is no part of the service.
$(VENV)/supply/.installed: tests/supply/tools.txt
	@test -x $(VENV)/supply/bin/python || $(PYTHON) -m venv $(VENV)/supply
	@$(VENV)/supply/bin/python -m pip install --quiet --disable-pip-version-check -r tests/supply/tools.txt \
		&& touch $@ || echo "the tools for auditing could not be installed"

# Pictures of every screen, in both languages, on a phone and at a desk.
screenshots: setup
	@$(BIN)/matchmaker model build
	@$(BIN)/matchmaker agenda prepare
	@$(BIN)/python tests/browser/screenshots.py $${FOLDER:-screenshots}

# The documentation as a site, in site/.
docs: setup
	@$(BIN)/mkdocs build --strict --quiet

# The torch build is named in pyproject.toml; nothing in the lock says from where a package came.
# Without atheris, which has wheels for a few platforms only.
lock:
	@$(BIN)/python -m pip install --quiet pip-tools
	@$(BIN)/pip-compile --quiet --extra dev --extra docs --extra otel --extra postgres --strip-extras \
		--no-emit-index-url --no-emit-find-links \
		--no-emit-trusted-host --no-header --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) var models/*/ matchmaker/frontend frontend/node_modules .mypy_cache .ruff_cache .pytest_cache
