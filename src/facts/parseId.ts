import type { Problems } from '../core/diagnostic.ts';
import { type EntityId, parseId, type SourceId, suggestId } from '../core/ids.ts';
import type { Origin } from '../core/place.ts';

/** The text as an id; one that is none is reported (`bad-id`), with an id near to it. */
export function parseIdAt<Id extends EntityId | SourceId>(
  text: string,
  at: { readonly origin: Origin; readonly part?: string },
  problems: Problems,
): Id | undefined {
  const id = parseId<Id>(text);
  if (id === undefined) {
    const suggestion = suggestId(text);
    const isId = suggestion !== undefined && parseId(suggestion) !== undefined;
    problems.add('bad-id', at, { value: text, suggestion: isId ? suggestion : undefined });
  }
  return id;
}
