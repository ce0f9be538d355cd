/** Writes the rows of a table as the bytes of a Parquet file, one row group at a time. */
import { cellsOf, type Row } from './cells.ts';
import type { PlacedColumn } from './columns.ts';
import type { TextGate } from './gate.ts';
import { loadLibrary } from './library.ts';
import { schemaOf } from './schema.ts';

/**
 * How many rows a row group has; all of them are in memory at a time.
 *
 * Programs read row groups in parallel and skip those that statistics rule out, but are slow with very small ones. V8
 * keeps arrays of more than 16,000 values apart, and collects them late: that costs a third more time and memory.
 */
const GROUP_ROWS = 15_000;
/** The largest chunk that is handed on, in bytes. */
const CHUNK = 1 << 16;

export interface Table<R> {
  readonly columns: readonly PlacedColumn<R>[];
  readonly rows: Iterable<R>;
  readonly gate: TextGate;
  /** What the file says of itself, by key. */
  readonly metadata: readonly { readonly key: string; readonly value: string }[];
}

/** Yields Snappy pages with statistics, and no clock: the same rows give the same bytes. */
export function* writeTable<R extends Row>(table: Table<R>, groupRows = GROUP_ROWS): Generator<Uint8Array> {
  const { ByteWriter, ParquetWriter } = loadLibrary();
  const bytes = new ByteWriter();
  const file = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(table.columns.map(({ column }) => column)),
    kvMetadata: [...table.metadata],
    createdBy: 'factweave',
  });
  for (const rows of inGroups(table.rows, groupRows)) {
    const columnData = table.columns.map((one) => ({
      name: one.column.name,
      data: cellsOf(one, rows, table.gate),
    }));
    file.write({ columnData, rowGroupSize: groupRows });
    yield* taken(bytes);
  }
  file.finish();
  yield* taken(bytes);
}

function* inGroups<R>(rows: Iterable<R>, size: number): Generator<R[]> {
  let group: R[] = [];
  for (const row of rows) {
    group.push(row);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** Takes what was written so far out of the buffer, which goes on from its start; offsets count on. */
function* taken(writer: { getBytes(): Uint8Array; index: number }): Generator<Uint8Array> {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  for (let start = 0; start < bytes.length; start += CHUNK) yield bytes.subarray(start, start + CHUNK);
}
