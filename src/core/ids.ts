import { hash } from 'node:crypto';

declare const brand: unique symbol;
/** An entity id, `[A-Za-z0-9][A-Za-z0-9._-]*`: made only by {@link parseId}. */
export type EntityId = string & { readonly [brand]: 'EntityId' };
/** A source id, of the same shape. */
export type SourceId = string & { readonly [brand]: 'SourceId' };
/** `f-` and 32 hex digits: see {@link hashOf}. */
export type FactId = `f-${string}`;
/** `e-` and 32 hex digits, of a piece of evidence within its source. */
export type EvidenceId = `e-${string}`;

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** The text as an id of the kind asked for, or undefined when it is none. Ids have at most 200 characters. */
export function parseId<Id extends EntityId | SourceId>(text: string): Id | undefined {
  // The one place where an id brand is made.
  return text.length <= 200 && ID.test(text) ? (text as Id) : undefined;
}

/** An id near to a refused one, for the hint of its diagnostic: `Joel Souza` → `joel-souza`. */
export function suggestId(text: string): string | undefined {
  const id = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|-+$/g, '');
  return id === '' ? undefined : id;
}

/**
 * 32 hex digits of SHA-256 over the parts, each preceded by its UTF-8 byte length and a colon, so that
 * (`ab`, `c`) and (`a`, `bc`) differ. The same digest can be computed in SQL.
 */
export function hashOf(parts: readonly string[]): string {
  let message = '';
  for (const part of parts) message += `${Buffer.byteLength(part)}:${part}`;
  return hash('sha256', message, 'hex').slice(0, 32);
}
