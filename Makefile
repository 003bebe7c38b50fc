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
