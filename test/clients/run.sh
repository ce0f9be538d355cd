#!/usr/bin/env bash
# Reads the exports with programs that share no code with factweave, and compares what they found: `npm run test:clients`.
# One line a check, then `N passed, M failed`; the exit code is 1 when any failed.
set -euo pipefail
cd "$(dirname "$0")/../.."

bash test/clients/install.sh
npm run --silent compile </dev/null
exec node test/clients/run.js </dev/null
