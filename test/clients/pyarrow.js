/** PyArrow: the Parquet tables, and what filters find in them. */
import { join } from 'node:path';
import { differJson, HERE, oncePer, outputOf, run } from './client.js';
import { differTables, expectedFindings, expectedTables } from './parquetTables.js';

/** @type {import('./client.js').Client} */
export const client = {
  id: 'pyarrow',
  name: 'PyArrow',
  needs: { python: ['pyarrow'] },
  version: (tools) => tools.pythonVersion('pyarrow'),
  checks: [
    {
      format: 'parquet',
      title: 'same columns and types, lists as lists, same rows, every value equal',
      run: ({ set, tools }) => differTables(expectedTables(set.knowledge), read(set, tools).tables),
    },
    {
      format: 'parquet',
      title: 'filters over lists, joins, dates and relations find the same counts',
      run: ({ set, tools }) =>
        differJson('counts', expectedFindings(set.knowledge), read(set, tools).findings),
    },
  ],
};

const read = oncePer((set, { python }) =>
  JSON.parse(outputOf(run(python, [join(HERE, 'read_pyarrow.py'), ...set.files('parquet')]))),
);
