/** Parquet files as tables of plain values, read by hyparquet. */
import { type FileMetaData, parquetMetadata, parquetReadObjects } from 'hyparquet';

/** Null is what is absent; whole numbers are bigints, days are dates at midnight UTC. */
export type Row = Readonly<Record<string, unknown>>;

export interface Table {
  readonly rows: readonly Row[];
  readonly metadata: FileMetaData;
}

export async function readTable(bytes: Uint8Array): Promise<Table> {
  const file = new Uint8Array(bytes).buffer;
  return { rows: await parquetReadObjects({ file }), metadata: parquetMetadata(file) };
}

/** By the word before `.parquet`: `facts`. */
export async function readTables(contents: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Table>> {
  const tables = new Map<string, Table>();
  for (const [name, bytes] of contents) {
    tables.set(name.replace(/^.*?([a-z]+)\.parquet$/, '$1'), await readTable(bytes));
  }
  return tables;
}
