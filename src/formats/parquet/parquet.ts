/** Parquet: entities, facts, evidence and sources as tables with real lists, for DuckDB, PyArrow, Spark and the like. */
import type { Knowledge, KnownFact } from '../../knowledge/knowledge.ts';
import type { FormatFile, KnowledgeFilesFormat, WriteContext } from '../formats.ts';
import { countLoss } from '../losses.ts';
import type { Row } from './cells.ts';
import { inOrder, type PlacedColumn } from './columns.ts';
import { entityColumns } from './entities.ts';
import { evidenceColumns } from './evidence.ts';
import { factColumns } from './facts.ts';
import { createTextGate, type TextGate } from './gate.ts';
import { openScope } from './scope.ts';
import { sourceColumns } from './sources.ts';
import { writeTable } from './table.ts';

export const parquet: KnowledgeFilesFormat = {
  name: 'parquet',
  title: 'Parquet',
  extension: '.entities.parquet',
  mediaType: 'application/vnd.apache.parquet',
  input: 'knowledge',
  files: writeParquet,
};

/**
 * Yields the files `{stem}.entities.parquet`, `{stem}.facts.parquet`, `{stem}.evidence.parquet` and
 * `{stem}.sources.parquet`, a row for each entity, fact, piece of evidence and source, in the order of the knowledge.
 *
 * The columns are those of {@link entityColumns}, {@link factColumns}, {@link evidenceColumns} and
 * {@link sourceColumns}: all of the model but places in input files. All ids are text and join the files. Lists are
 * lists, empty ones too; null is what is absent. The key-value metadata has the data set as JSON, under `dataset`.
 * What UTF-8 cannot hold is left out and reported as `refused-term`; a fact whose value it is, as a whole (loss
 * `fact-refused`).
 */
export function* writeParquet(
  knowledge: Knowledge,
  context: WriteContext,
  stem: string,
): Generator<FormatFile> {
  const gate = createTextGate(context);
  const scope = openScope(knowledge, context.losses);
  const metadata = [{ key: 'dataset', value: datasetText(knowledge) }];
  const file = <R extends Row>(
    name: string,
    columns: readonly PlacedColumn<R>[],
    rows: Iterable<R>,
  ): FormatFile => ({
    name: `${stem}.${name}.parquet`,
    mediaType: parquet.mediaType,
    chunks: writeTable({ columns, rows, gate, metadata }),
  });
  yield file('entities', inOrder(entityColumns(scope)), knowledge.entities.values());
  yield file('facts', inOrder(factColumns(scope)), writableFacts(knowledge, gate, context));
  yield file('evidence', inOrder(evidenceColumns(scope)), knowledge.evidence);
  yield file('sources', inOrder(sourceColumns(scope)), knowledge.sources.values());
}

/** Without its value a fact would say something else: so it is refused as a whole. */
function* writableFacts(
  { facts }: Knowledge,
  gate: TextGate,
  { losses }: WriteContext,
): Generator<KnownFact> {
  for (const fact of facts) {
    const { object, origin } = fact;
    if (object.kind !== 'literal' || gate.holds(object.literal.text)) {
      yield fact;
      continue;
    }
    gate.refuse(object.literal.text, { origin, part: 'object' });
    countLoss(losses, 'fact-refused', fact.readings);
  }
}

function datasetText({ dataset }: Knowledge): string {
  return JSON.stringify(Object.fromEntries(Object.entries(dataset).sort(([a], [b]) => (a < b ? -1 : 1))));
}
