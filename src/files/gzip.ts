import { gunzipSync } from 'node:zlib';
import { Gzip } from 'fflate';

/** Bytes given to the compressor at once. */
const PIECE = 1 << 18;

/**
 * The chunks as one gzip member (RFC 1952), without a name and with no time, in pieces as they come.
 *
 * Not by Node's zlib: what that writes differs between processors and versions, this is the same everywhere.
 */
export function* gzipped(chunks: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const gzip = new Gzip({ level: 6, mtime: 0 }, (piece) => void ready.push(piece));
  for (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
    for (let at = 0; at < bytes.length; at += PIECE) gzip.push(bytes.subarray(at, at + PIECE));
    yield* ready.splice(0);
  }
  gzip.push(new Uint8Array(0), true);
  yield* ready;
}

/** More than a text can be long, and no more than a machine has room for. */
const UNPACKED_LIMIT = 1 << 30;

/** What was compressed. Throws an Error beyond 1 GiB, so that a small file cannot take all memory. */
export function unpack(bytes: Uint8Array): Uint8Array {
  return gunzipSync(bytes, { maxOutputLength: UNPACKED_LIMIT });
}
