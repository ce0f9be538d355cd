import { escapeJson } from '../site/html.ts';
import type { ViewerPayload } from './payload.ts';

/** How many items of a list become one chunk. */
const ITEMS = 256;

/**
 * The payload as JSON that can stand in a script element (guards.md G18), in chunks: the whole of a large one is
 * longer than a text can be.
 */
export function* writePayload(payload: ViewerPayload): Generator<string> {
  for (const chunk of chunksOf(payload)) yield escapeJson(chunk);
}

/** A member that is undefined is left out. */
function* chunksOf(value: object): Generator<string> {
  if (Array.isArray(value)) {
    yield* listChunks(value);
    return;
  }
  let before = '{';
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${before}${JSON.stringify(key)}:`;
    before = ',\n';
    if (typeof member === 'object' && member !== null) yield* chunksOf(member);
    else yield JSON.stringify(member);
  }
  yield before === '{' ? '{}' : '}';
}

function* listChunks(items: readonly unknown[]): Generator<string> {
  yield '[';
  for (let start = 0; start < items.length; start += ITEMS) {
    const some = JSON.stringify(items.slice(start, start + ITEMS)).slice(1, -1);
    yield start === 0 ? some : `,\n${some}`;
  }
  yield ']';
}
