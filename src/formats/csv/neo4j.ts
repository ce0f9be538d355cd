/** What goes with the CSV pair to load it into Neo4j: a script for the admin import, and constraints. */
import { compareUtf8 } from '../../core/order.ts';
import { countLoss, type Losses } from '../losses.ts';

/**
 * A shell script that loads both files into a new database: `bash neo4j-import.sh [DATABASE] [OPTION…]`.
 *
 * The file names must need no quotes in a shell.
 */
export function importScript(
  files: { readonly nodes: string; readonly edges: string },
  lineBreaks: boolean,
): string {
  const options = [
    `--nodes=${files.nodes}`,
    `--relationships=${files.edges}`,
    "--delimiter=','",
    "--array-delimiter=';'",
    "--quote='\"'",
    '--id-type=string',
    '--trim-strings=false',
    '--legacy-style-quoting=false',
    `--multiline-fields=${lineBreaks}`,
  ];
  return `#!/usr/bin/env bash
# Loads the graph into a new database of Neo4j 5 or later, which must not be running:
#   bash neo4j-import.sh [DATABASE] [OPTION…]
# OPTION goes to neo4j-admin, such as --overwrite-destination=true. Then run constraints.cypher in the database.
set -euo pipefail
cd "$(dirname "$0")"
database="\${1:-neo4j}"
[ $# -eq 0 ] || shift
exec "\${NEO4J_ADMIN:-neo4j-admin}" database import full "$database" \\
  ${options.join(' \\\n  ')} \\
  "$@"
`;
}

/** What is a name in Cypher also inside of other statements; nothing else is pasted into one. */
const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/**
 * One constraint a class: ids are unique, which also makes the index that finds them. A class whose name could
 * break out of the statement has none (loss `constraint-left-out`).
 */
export function constraints(labels: Iterable<string>, losses: Losses): string {
  const statements: string[] = [];
  for (const label of [...new Set(labels)].sort(compareUtf8)) {
    if (!NAME.test(label)) countLoss(losses, 'constraint-left-out');
    else
      statements.push(
        `CREATE CONSTRAINT \`${label}_id\` IF NOT EXISTS FOR (n:\`${label}\`) REQUIRE n.id IS UNIQUE;\n`,
      );
  }
  return statements.join('');
}
