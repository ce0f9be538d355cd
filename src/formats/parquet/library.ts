/** The one door to hyparquet-writer, which is loaded only when a Parquet file is written: that takes about 30 ms. */
import { createRequire } from 'node:module';
import type * as Library from 'hyparquet-writer';

export type { ColumnSource, SchemaElement } from 'hyparquet-writer';

/** Loads the library, at once; Node keeps it. */
export function loadLibrary(): Pick<typeof Library, 'ByteWriter' | 'ParquetWriter'> {
  // `require` gives `any`; what it finds is what the types above are of.
  return createRequire(import.meta.url)('hyparquet-writer') as typeof Library;
}
