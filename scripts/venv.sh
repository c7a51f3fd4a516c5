#!/bin/sh
# Makes .venv: the packages of requirements/run.txt, and this checkout as an editable install; then those of
# requirements/lock.txt, which are all of them, the ones for tests and lint too.
#
#     sh scripts/venv.sh            (`make` calls it when something it depends on has changed)
#     sh scripts/venv.sh all        (`make test` and others call this afterwards)
#     PYTHON=python3.12 make        (to choose the interpreter)
#
# An environment that is complete, of this lock file and of this folder is kept; any other one (half-made, moved,
# of another lock file) is made anew, since pip cannot remove what a lock file no longer has. pip's own
# configuration (mirrors, proxies, certificates) is respected.
set -eu
cd "$(dirname "$0")/.."

venv=.venv
lock=requirements/lock.txt
run=requirements/run.txt
log=$(mktemp)
trap 'rm -f "$log"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_USER=0
unset PYTHONHOME PYTHONPATH 2>/dev/null || true

say() { printf '%s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

# --- the interpreter ---------------------------------------------------------------------------------------------

# accepts COMMAND NEWEST: is COMMAND a Python from 3.11 up to NEWEST?
accepts() {
    "$1" -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, $2))" >/dev/null 2>&1
}

version_of() { "$1" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null; }

find_python() {
    candidates=${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}
    for newest in 14 99; do # the releases that the lock file was made for; then anything newer
        for candidate in $candidates; do
            if accepts "$candidate" "$newest"; then
                # From inside a virtual environment (perhaps the very one that is about to be replaced), its base.
                base=$("$candidate" -c \
                    'import sys; print("" if sys.prefix == sys.base_prefix else sys._base_executable)')
                python=${base:-$candidate}
                return
            fi
        done
    done
    say "orderode needs Python 3.11 or newer; none was found."
    for candidate in $candidates; do
        if version=$(version_of "$candidate"); then say "  $candidate is Python $version"; fi
    done
    say "Install one (Debian, Ubuntu: apt-get install python3 python3-venv) or name one: make PYTHON=/path/to/python3"
    exit 1
}

# --- an empty environment ----------------------------------------------------------------------------------------

# attempt COMMAND...: run it on an empty place; does a working interpreter come out?
attempt() {
    rm -rf "$venv"
    "$@" >>"$log" 2>&1 && "$venv/bin/python" -c '' >>"$log" 2>&1
}

has_pip() { "$1" -m pip --version >/dev/null 2>&1; }

# pip of the base interpreter can serve an environment without pip from release 22.3 on.
without_pip() { "$python" -m venv --without-pip "$venv" && "$python" -m pip --python "$venv/bin/python" --version; }

create() {
    : >"$log"
    # Debian and Ubuntu leave ensurepip, which `-m venv` needs, to a package of its own: hence the other ways.
    if attempt "$python" -m venv "$venv" && has_pip "$venv/bin/python"; then return; fi
    if attempt "$python" -m virtualenv "$venv" && has_pip "$venv/bin/python"; then return; fi
    if attempt without_pip; then return; fi
    if attempt uv venv --quiet --python "$python" "$venv"; then return; fi
    rm -rf "$venv"
    say "No virtual environment could be made with $python (Python $(version_of "$python"))."
    say "Install what it needs, then run make again:"
    say "  Debian, Ubuntu:  apt-get install python3-venv"
    say "  elsewhere:       virtualenv or uv, with any package manager"
    say "What was tried, and what came of it:"
    sed 's/^/  | /' "$log" >&2
    exit 1
}

# --- what goes into it -------------------------------------------------------------------------------------------

install() {
    if has_pip "$venv/bin/python"; then
        "$venv/bin/python" -m pip install --quiet --no-compile "$@"
    elif has_pip "$python"; then
        "$python" -m pip --python "$venv/bin/python" install --quiet --no-compile "$@"
    else
        uv pip install --quiet --python "$venv/bin/python" "$@"
    fi
}

install_packages() {
    if install --no-deps --require-hashes --requirement "$1" 2>"$log"; then return; fi
    cat "$log" >&2
    say ""
    if grep -q -i -E 'connect|name resolution|timed? ?out|retrying|no matching distribution|dns error' "$log"; then
        say "The packages could not be downloaded. Is this machine online? If it sits behind a mirror or a proxy,"
        say "tell pip (pip config set global.index-url ..., or the variable https_proxy), then run make again."
    elif grep -q -i 'hash' "$log"; then
        say "A downloaded package is not the one that $1 names. Run make again; if it happens again,"
        say "the index in use serves other files than the one the lock file was made with."
    else
        say "Installing the packages of $1 failed; pip's words are above. Run make again when that is mended."
    fi
    exit 1
}

up_to_date() {
    cmp -s "$lock" "$venv/.lock" && [ "$(cat "$venv/.checkout" 2>/dev/null)" = "$(pwd -P)" ] &&
        "$venv/bin/python" -c '' 2>/dev/null
}

find_python
if [ "${1:-}" = all ]; then
    if [ ! -e "$venv/.run" ]; then sh scripts/venv.sh; fi
    install_packages "$lock"
    touch "$venv/.ready"
    exit
fi
if ! up_to_date; then
    if [ -e "$venv" ] && [ ! -e "$venv/pyvenv.cfg" ] && [ -n "$(ls -A "$venv")" ]; then
        die "$venv exists and is not a virtual environment: move it away, then run make again."
    fi
    say "Setting up $venv with Python $(version_of "$python"): some 100 MB of packages, a quarter of a minute."
    create
    install_packages "$run"
    cp "$lock" "$venv/.lock"
    pwd -P >"$venv/.checkout"
fi
install --no-deps --no-build-isolation --editable .
touch "$venv/.run" # last: without it, or with another .lock, the next run starts over
