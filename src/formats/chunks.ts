/** About the size of one chunk, in UTF-16 units: large enough for cheap writes, small enough to stream. */
const CHUNK = 65_536;

/** Gathers small parts of a text into chunks of about 64 kB; nothing is yielded for an empty text. */
export function* inChunks(parts: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const part of parts) {
    chunk += part;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** The same as UTF-8, each part encoded by itself: a letter beyond U+00FF slows down its own part only. */
export function* inByteChunks(parts: Iterable<string>): Generator<Uint8Array> {
  let buffer = Buffer.allocUnsafe(CHUNK);
  let end = 0;
  for (const part of parts) {
    // A UTF-16 unit takes three bytes at most.
    const space = end + part.length * 3;
    if (space > buffer.length) {
      if (end > 0) yield buffer.subarray(0, end);
      buffer = Buffer.allocUnsafe(Math.max(CHUNK, part.length * 3));
      end = 0;
    }
    end += buffer.write(part, end, 'utf8');
  }
  if (end > 0) yield buffer.subarray(0, end);
}
