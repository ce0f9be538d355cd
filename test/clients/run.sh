#!/usr/bin/env bash
# Loads the exports into programs that share no code with factweave, and compares what they found: `npm run test:clients`.
# Prints the matrix, then `N passed, M failed`; the exit code is 1 when any failed. Options: see run.js.
set -euo pipefail
cd "$(dirname "$0")/../.."

npm run --silent compile </dev/null
exec node test/clients/run.js "$@" </dev/null
