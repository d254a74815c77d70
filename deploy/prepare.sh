#!/usr/bin/env bash
# prepare.sh [PREFIX]: what a container, Binder and a development container do once: set-up, the
# embedded corpus, and our kernel in the Jupyter at PREFIX where there is one.
set -euo pipefail
cd "$(dirname "$0")/.."
npm run setup
npm run --silent ser -- corpus --corpus data/synthetic
if [ -n "${1:-}" ]; then npm run --silent kernel -- --prefix "$1"; fi
