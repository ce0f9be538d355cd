#!/usr/bin/env bash
# Loads the graph into a new database of Neo4j 5 or later, which must not be running:
#   bash neo4j-import.sh [DATABASE] [OPTION…]
# OPTION goes to neo4j-admin, such as --overwrite-destination=true. Then run constraints.cypher in the database.
set -euo pipefail
cd "$(dirname "$0")"
database="${1:-neo4j}"
[ $# -eq 0 ] || shift
exec "${NEO4J_ADMIN:-neo4j-admin}" database import full "$database" \
  --nodes=ships.nodes.csv \
  --relationships=ships.edges.csv \
  --delimiter=',' \
  --array-delimiter=';' \
  --quote='"' \
  --id-type=string \
  --trim-strings=false \
  --legacy-style-quoting=false \
  --multiline-fields=false \
  "$@"
