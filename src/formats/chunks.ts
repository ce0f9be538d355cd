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
