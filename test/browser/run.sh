#!/usr/bin/env bash
# Opens the viewer's pages in Chromium: `npm run test:browser`. Words after it are those of vitest: names of files.
# Ends with `N passed, M failed`; the exit code is 1 when any failed, and when there is no browser and none can be had.
#   CHROMIUM=FILE            another browser than Debian's
#   FACTWEAVE_DIST=FOLDER    a compiled program elsewhere, which is not compiled here
#   FACTWEAVE_GOLDENS=new    makes the pictures in goldens/ anew
#   FACTWEAVE_SEEN=FOLDER    takes the pictures that differ from those
set -euo pipefail
cd "$(dirname "$0")/../.."

install_browser() {
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo -n)
  local apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 -qq)
  # The letters of the pictures in goldens/ are those of fonts-dejavu-core.
  "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends chromium fonts-dejavu-core
}

if [ ! -x "${CHROMIUM:-/usr/bin/chromium}" ]; then
  if [ -n "${CHROMIUM:-}" ] || ! install_browser </dev/null; then
    echo "there is no browser at ${CHROMIUM:-/usr/bin/chromium}, and none could be installed" >&2
    echo '0 passed, 1 failed'
    exit 1
  fi
fi
[ -n "${FACTWEAVE_DIST:-}" ] || npm run --silent compile </dev/null
exec npx --no-install vitest run --config test/browser/vitest.config.ts "$@" </dev/null
