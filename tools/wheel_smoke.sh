#!/usr/bin/env sh
# Builds the wheel, installs it with the locked dependencies in a clean environment, and writes a brief far from
# the project's folder: what the wheel lacks, a user would lack.
set -eu
project=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

"$project/.venv/bin/python" -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir "$work/wheel" "$project"
"${PYTHON:-python3}" -m venv "$work/venv"
pip="$work/venv/bin/python -m pip --disable-pip-version-check --quiet"
$pip install --require-hashes -r "$project/requirements/run.txt"
$pip install --no-deps "$work"/wheel/ceasefire-*.whl

mkdir "$work/desk"
cp "$project/examples/energy-pause/dispatches/2025-03-18-call.txt" "$work/desk/dispatch.txt"
cd "$work/desk"
"$work/venv/bin/ceasefire" --version
"$work/venv/bin/ceasefire" brief dispatch.txt --out out < /dev/null > brief.txt

for written in html md json pdf; do
    found=$(find out -name "*.$written" -size +0c | head -n 1)
    [ -n "$found" ] || { echo "the wheel wrote no .$written: $(ls -R out)" >&2; exit 1; }
done
grep -q Russia brief.txt || { echo "the brief does not name Russia" >&2; cat brief.txt >&2; exit 1; }

"$work/venv/bin/ceasefire" init talks --title Talks
"$work/venv/bin/ceasefire" read talks dispatch.txt
"$work/venv/bin/ceasefire" verify talks
"$work/venv/bin/ceasefire" export talks --to exported --quiet
"$work/venv/bin/ceasefire" init again --title Talks
"$work/venv/bin/ceasefire" import again exported
"$work/venv/bin/ceasefire" verify again
echo "the wheel works in a clean environment"
