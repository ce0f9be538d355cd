/**
 * A pair of CSV files, nodes and edges, with the headers of Neo4j's admin import; beside it an import script,
 * constraints and CSV on the Web metadata.
 */
import type { PlacedGraph } from '../../graph/view.ts';
import { inChunks } from '../chunks.ts';
import { writableElements } from '../elements.ts';
import type { FormatFile, GraphFilesFormat, WriteContext } from '../formats.ts';
import { createCellGate, toField } from './cells.ts';
import { csvMetadata } from './csvw.ts';
import { edgeFields, type Field, nodeFields } from './fields.ts';
import { constraints, importScript } from './neo4j.ts';

export const csv: GraphFilesFormat = {
  name: 'csv',
  title: 'CSV for Neo4j',
  extension: '.nodes.csv',
  mediaType: 'text/csv',
  input: 'graph',
  files: writeCsv,
};

/**
 * Yields the files: `{stem}.nodes.csv`, `{stem}.edges.csv` (the stem of letters, digits, «.», «_», «-»), `neo4j-import.sh`, `constraints.cypher` and
 * `csv-metadata.json`, the last three under the names that their readers look for.
 *
 * Fields are quoted as RFC 4180 says; lines end in `\n`; nothing stands for what is absent or empty. Rows are in the
 * order of the view, positions with two decimals, y pointing up. What CSV cannot hold is left out and reported as
 * `refused-term`, an id used twice as `id-collision`.
 */
export function* writeCsv(graph: PlacedGraph, context: WriteContext, stem: string): Generator<FormatFile> {
  const gate = createCellGate(context);
  const { view } = graph;
  const writable = writableElements(view, 'csv', context);
  const nodes = { url: `${stem}.nodes.csv`, fields: nodeFields(graph, gate) };
  const edges = { url: `${stem}.edges.csv`, fields: edgeFields(view, gate) };
  const table = { mediaType: 'text/csv' };
  yield { ...table, name: nodes.url, chunks: inChunks(rows(nodes.fields, writable.nodes)) };
  yield { ...table, name: edges.url, chunks: inChunks(rows(edges.fields, writable.edges)) };
  const script = importScript({ nodes: nodes.url, edges: edges.url }, gate.hasLineBreaks());
  yield { name: 'neo4j-import.sh', mediaType: 'application/x-sh', chunks: [script] };
  const labels = new Set(view.nodes.lineage.flat());
  yield {
    name: 'constraints.cypher',
    mediaType: 'application/x-cypher-query',
    chunks: [constraints(labels, context.losses)],
  };
  const metadata = csvMetadata(view.dataset, nodes, edges);
  yield { name: 'csv-metadata.json', mediaType: 'application/csvm+json', chunks: [metadata] };
}

function* rows(fields: readonly Field[], written: Uint8Array): Generator<string> {
  yield `${fields.map(({ header }) => toField(header)).join(',')}\n`;
  for (let i = 0; i < written.length; i++) {
    if (!written[i]) continue;
    let row = '';
    for (const { cell } of fields) row += `,${cell(i) ?? ''}`;
    yield `${row.slice(1)}\n`;
  }
}
