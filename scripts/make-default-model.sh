#!/usr/bin/env bash
# make-default-model.sh EMODB_FOLDER: the model that ser serve and ser export take where none is named. The same bytes on every run on one machine.
set -euo pipefail
corpus=$(realpath "$1")
cd "$(dirname "$0")/.."
node scripts/ser.cjs train --corpus "$corpus" --features conditioned:egemaps-v02 --model svm-linear --out src/lib/loading/default-model
