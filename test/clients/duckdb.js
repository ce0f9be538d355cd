/** DuckDB: the Parquet tables, and what queries find in them. */
import { join } from 'node:path';
import { differJson, HERE, oncePer, outputOf, run } from './client.js';
import { differTables, expectedFindings, expectedTables } from './parquetTables.js';

/** @type {import('./client.js').Client} */
export const client = {
  id: 'duckdb',
  name: 'DuckDB',
  needs: { python: ['duckdb'] },
  version: (tools) => tools.pythonVersion('duckdb'),
  checks: [
    {
      format: 'parquet',
      title: 'same columns and types, lists as lists, same rows, every value equal',
      run: ({ set, tools }) => differTables(expectedTables(set.knowledge), read(set, tools).tables),
    },
    {
      format: 'parquet',
      title: 'queries over lists, joins, dates and relations find the same counts',
      run: ({ set, tools }) =>
        differJson('counts', expectedFindings(set.knowledge), read(set, tools).findings),
    },
  ],
};

const read = oncePer((set, { python }) =>
  JSON.parse(outputOf(run(python, [join(HERE, 'read_duckdb.py'), ...set.files('parquet')]))),
);
