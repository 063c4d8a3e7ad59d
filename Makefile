# `make demo` and `make test` need nothing but the machine's Python (3.11 or newer) and make.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
OUT    ?= out
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
SHARED ?= ../shared

.PHONY: all demo test test-postgresql slow-test spark-test lint format types gate bench ftm-check wheel-smoke lock clean
all: test lint

demo: $(VENV)/.run
	$(BIN)/ceasefire brief examples/energy-pause examples/river-ceasefire --out $(OUT)

test: $(VENV)/.dev
	$(BIN)/python -m pytest -q -n auto --dist loadgroup -m "not slow and not spark" tests

# The same tests with every record on a PostgreSQL server of their own (apt-get install postgresql).
test-postgresql: $(VENV)/.dev
	CEASEFIRE_TEST_ON=postgresql tools/with_postgres.sh $(BIN)/python -m pytest -q -n auto --dist loadgroup -m "not slow and not spark" tests

slow-test: $(VENV)/.dev
	tools/with_postgres.sh $(BIN)/python -m pytest -q -n auto --dist loadgroup -m slow tests

# A Spark cluster on this machine (apt-get install default-jre-headless); pyspark has an environment of its own.
spark-test: $(VENV)-spark/.spark
	PYTHON=$(CURDIR)/$(VENV)-spark/bin/python tools/with_spark.sh $(VENV)-spark/bin/python -m pytest -q -m spark tests

lint: $(VENV)/.dev
	$(BIN)/ruff check src tests evaluation benchmarks tools
	$(BIN)/ruff format --check src tests evaluation benchmarks tools

format: $(VENV)/.dev
	$(BIN)/ruff format src tests evaluation benchmarks tools
	$(BIN)/ruff check --fix src tests evaluation benchmarks tools

types: $(VENV)/.dev
	$(BIN)/mypy

gate: $(VENV)/.dev
	$(BIN)/python -m evaluation.gate --shared $(SHARED)

# The peers of the benchmark have an environment of their own, so that nothing else depends on them.
bench: $(VENV)-bench/.bench
	$(VENV)-bench/bin/python -m benchmarks.coding_speed

# FollowTheMoney needs a compiler and ICU (apt-get install g++ pkg-config libicu-dev), so it has an environment of its own.
ftm-check: $(VENV)-ftm/.ftm
	PYTHONPATH=src $(VENV)-ftm/bin/python -m tools.ftm_check examples/energy-pause examples/river-ceasefire

wheel-smoke: $(VENV)/.dev
	PYTHON=$(PYTHON) sh tools/wheel_smoke.sh

# The locks are made with uv (from PyPI); installing them needs pip alone.
UV      ?= uv
COMPILE := $(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--prerelease if-necessary-or-explicit --custom-compile-command 'make lock' -q pyproject.toml
lock:
	$(COMPILE) --group build -o requirements/run.txt
	$(COMPILE) --group dev -o requirements/dev.txt
	$(COMPILE) --group build --group bench -o requirements/bench.txt
	$(COMPILE) --group dev --extra spark -o requirements/spark.txt
	$(COMPILE) --group ftm -o requirements/ftm.txt

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("ceasefire needs Python 3.11 or newer; set PYTHON=python3.x")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(BIN)/python requirements/run.txt pyproject.toml
	$(PIP) install --require-hashes -r requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)-bench/.bench: requirements/bench.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)-bench
	$(VENV)-bench/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/bench.txt
	$(VENV)-bench/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)-spark/.spark: requirements/spark.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)-spark
	$(VENV)-spark/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/spark.txt
	$(VENV)-spark/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)-ftm/.ftm: requirements/ftm.txt
	$(PYTHON) -m venv $(VENV)-ftm
	$(VENV)-ftm/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/ftm.txt
	@touch $@

clean:
	rm -rf $(VENV) $(VENV)-bench $(VENV)-spark $(VENV)-ftm $(OUT) dist .mypy_cache .pytest_cache .ruff_cache
