# orderode. `make help` lists what there is.
#
# Every step leaves a stamp (in .venv, build or results) and depends on the files it reads, so that a second `make`
# has nothing to do. The steps are a chain, and the tools use the cores themselves: no step runs beside another.
# All paths are relative, so the folder may be called anything, with spaces too.

PY := .venv/bin/python
BIN := .venv/bin

export ORDERODE_CACHE := $(CURDIR)/build/cache
export MPLCONFIGDIR := $(CURDIR)/build/matplotlib
export MPLBACKEND := Agg
# Matrices are small: threads at each of them cost more than they gain, much more where cores are busy.
export OPENBLAS_NUM_THREADS := 1
unexport PYTHONHOME PYTHONPATH
# Without bytecode every process that derives compiles SymPy anew, which takes longer than most of them run.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := all
.NOTPARALLEL:
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: all figures generate fig3 atlas sweeps bench test certify soak check timings latex install report docs lint lock clean distclean help FORCE

# What a step took; `make timings` prints it.
TIMED := $(PY) scripts/timed.py

DERIVATION := $(shell find derive templates -type f ! -name '*.pyc')
GENERATED := $(shell find generated -type f ! -name '*.pyc')
RUNNER := $(shell find orderode -type f -name '*.py')

all: results/fig2_aligned/.done ## set up, derive what is not derived, draw the figure (the default)
	@echo "Theory against simulation: see results/fig2_aligned"

figures: results/fig2_aligned/.done results/fig2/.done results/fig2_few/.done ## and two more, from a saddle and at few shots
	@echo "Theory against simulation: see results/fig2_aligned, results/fig2 and results/fig2_few"

timings: .venv/.run ## what the steps of make took, the last time that each was done
	@$(TIMED)

# --- Python ---------------------------------------------------------------------------------------------------------

# An environment that was made in another folder, or whose interpreter is gone, is not this one's.
ifneq ($(shell test -x $(PY) && cat .venv/.checkout 2>/dev/null),$(CURDIR))
.venv/.run: FORCE
endif

# What derives, computes and draws; then what tests and lints, for the figure does not wait for it.
.venv/.run: requirements/run.txt requirements/lock.txt pyproject.toml scripts/venv.sh
	@start=$$(date +%s); sh scripts/venv.sh && mkdir -p build/timings && \
	echo "{\"wall\": $$(($$(date +%s) - start))}" >build/timings/environment.json

.venv/.ready: .venv/.run
	@sh scripts/venv.sh all

lock: ## rewrite requirements/*.txt from pyproject.toml (needs uv); UPGRADE=1 takes newer releases
	@PATH="$(BIN):$$PATH"; command -v uv >/dev/null || { echo "make lock needs uv: pip install uv"; exit 1; }; \
	compile="uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	    --no-emit-index-url --no-annotate pyproject.toml --custom-compile-command"; \
	$$compile "make lock" $(if $(UPGRADE),--upgrade) --extra dev --output-file requirements/lock.txt && \
	$$compile "make lock" --constraint requirements/lock.txt --extra run --output-file requirements/run.txt && \
	$$compile "make lock" --constraint requirements/lock.txt --extra docs --output-file requirements/docs.txt

# --- derivation and code generation -----------------------------------------------------------------------------------

generate: build/generate.stamp ## derive the equations and write generated/

# The list of files changes when one is added or removed, which time stamps alone would not show.
LIST := find derive templates generated -type f ! -name '*.pyc' | LC_ALL=C sort
build/sources.list: FORCE
	@mkdir -p build && $(LIST) > $@.new; if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

build/generate.stamp: build/sources.list $(DERIVATION) $(GENERATED) requirements/run.txt | .venv/.run
	$(TIMED) derivation $(PY) -m orderode.derive
	@$(LIST) > build/sources.list && touch $@

# Checksums of generated/: newer only if regenerating changed something, so that the rest need not be done again.
build/generated.sum: build/generate.stamp
	@find generated -type f ! -name '*.pyc' -exec cksum {} + | LC_ALL=C sort -k 3 > $@.new; \
	if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

check: .venv/.run ## regenerate into a temporary folder and compare with generated/, byte by byte
	$(PY) -m orderode.derive --check

latex: build/generate.stamp ## compile generated/latex/*.tex to build/latex
	@command -v pdflatex >/dev/null || \
	    { echo "make latex needs pdflatex (Debian, Ubuntu: apt-get install texlive-latex-extra)"; exit 1; }
	@mkdir -p build/latex
	@for f in $$(grep -l '^ *\\documentclass' generated/latex/*.tex); do \
	    for pass in 1 2; do \
	        pdflatex -interaction=nonstopmode -halt-on-error -output-directory=build/latex $$f >build/latex/out.txt || \
	            { tail -n 30 build/latex/out.txt; echo "$$f does not compile"; exit 1; }; \
	    done; \
	    echo "build/latex/$$(basename $$f .tex).pdf"; \
	done

PREFIX := /usr/local
MODELS :=
install: ## the emitted C as a library for CMake and pkg-config; PREFIX=/usr/local, MODELS="fo_anil sgd" for these alone
	@sh scripts/install.sh "$(DESTDIR)$(PREFIX)" $(MODELS)

# --- the figures ------------------------------------------------------------------------------------------------------

# The C of a system is compiled when it is first used; without a compiler the runner computes in numpy, and says so.
results/%/.done: experiments/%.toml build/generated.sum $(RUNNER) requirements/run.txt | .venv/.run
	$(TIMED) $* $(BIN)/orderode compare experiments/$*.toml --out results/$*
	@touch $@

fig3: results/fig3/.done ## draw the theory of experiments/fig3_*.toml
	@echo "Theory only: see results/fig3"

results/fig3/.done: experiments/fig3_eta_w_3.toml experiments/fig3_eta_w_9.toml build/generated.sum $(RUNNER) | .venv/.run
	$(BIN)/orderode draw experiments/fig3_eta_w_3.toml experiments/fig3_eta_w_9.toml --out results/fig3/fig3.png
	@touch $@

SPREADS := fo_anil_spread dropout_keep continual_overlap structured_sgd_power phase_retrieval_escape giant_maml_rate
ATLAS := tanh_sgd sign_teacher phase_retrieval perceptron hebb feedback_alignment fo_anil_varied dropout spherical_retrieval continual
ATLAS += logistic adatron structured_sgd curriculum curriculum_reversed giant_step giant_maml mean_field proximal

atlas: $(ATLAS:%=results/%/.done) $(SPREADS:%=results/%/figure.png) ## compare the models of docs/atlas.md with simulations
	@echo "Theory against simulation: see $(ATLAS:%=results/%)"

SWEEPS := $(SPREADS) fig4_eta_w fig4_eta_J fig5 fig5_V100 shots

sweeps: $(SWEEPS:%=results/%/figure.png) ## compute and draw the sweeps of experiments/fig4_*.toml, fig5*.toml, shots.toml and of the atlas

# An interrupted sweep goes on where it was; one of other equations or kernels is refused, with what to do.
$(SWEEPS:%=results/%/figure.png): results/%/figure.png: experiments/%.toml build/generated.sum $(RUNNER) | .venv/.run
	$(BIN)/orderode sweep $< --out results/$*
	$(BIN)/orderode plot results/$*

# --- pages ---------------------------------------------------------------------------------------------------------------

report: build/generate.stamp ## pages for a browser in build/report: each model with its derivation, some integrated while sliders are dragged
	$(BIN)/orderode report --out build/report $(if $(wildcard results/*/comparison.json),--results results)

# An environment of its own, which nothing else needs; with it the site is built without a network.
build/docs-venv/.ready: requirements/docs.txt | .venv/.run
	$(PY) -m venv build/docs-venv
	build/docs-venv/bin/python -m pip install --quiet --no-deps --require-hashes --requirement requirements/docs.txt
	build/docs-venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

docs: build/docs-venv/.ready ## the site of docs/ and the reference of Python and of the command line, in build/site
	NO_MKDOCS_2_WARNING=1 build/docs-venv/bin/mkdocs build --quiet --strict
	@echo "open build/site/index.html"

# --- benchmarks -------------------------------------------------------------------------------------------------------

# The other solvers have an environment of their own. numbalsoda is built from source; where that fails, its rows say so.
build/bench-venv/.ready: benchmarks/rivals/requirements.txt | .venv/.ready
	$(PY) -m venv build/bench-venv
	build/bench-venv/bin/python -m pip install --quiet -r benchmarks/rivals/requirements.txt
	-build/bench-venv/bin/python -m pip install --quiet --no-build-isolation numbalsoda==0.3.4
	@touch $@

bench: build/bench-venv/.ready build/generated.sum ## measure this project against other solvers (some minutes; table in build/bench)
	$(PY) benchmarks/bench.py build/bench-venv/bin/python --out build/bench/table.md

# --- checks -----------------------------------------------------------------------------------------------------------

test: .venv/.ready ## run the tests but for the slow ones, with C compiled quickly, on all cores
	$(PY) -m pytest -q -n auto --dist worksteal -m "not slow"

certify: .venv/.ready ## run all tests
	$(PY) -m pytest -q -n auto --dist worksteal

SECONDS := 600
SEED := 0
soak: .venv/.ready ## campaigns with random problem files, losses and kills; SECONDS=600 each, SEED=0
	$(PY) -m pytest -q -s -m soak --seconds $(SECONDS) --campaign $(SEED)

lint: .venv/.ready ## ruff (rules and formatting), mypy, and the list of packages in pyproject.toml
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy orderode derive
	$(PY) scripts/check_packages.py

# --- the rest ---------------------------------------------------------------------------------------------------------

clean: ## remove build, results and caches
	rm -rf build results .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -path ./.venv -prune -o -type d -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## the same, and .venv
	rm -rf .venv *.egg-info

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile
