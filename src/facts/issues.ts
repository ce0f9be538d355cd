import type { z } from 'zod';
import type { Problems } from '../core/diagnostic.ts';
import { nearest } from '../core/suggest.ts';
import type { Document, Path } from './document.ts';
import { Refused } from './text/tree.ts';

/** Where a value stands: for the places of its problems. */
export interface At {
  readonly document: Document;
  readonly path: Path;
}

/**
 * Checks a value against a schema of its file form; every issue becomes a diagnostic at its own place.
 *
 * What was reported when the file was read is refused here without another diagnostic.
 */
export function checkForm<T>(
  schema: z.ZodType<T>,
  value: unknown,
  at: At,
  problems: Problems,
): T | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) report(schema, issue, at, problems);
  return undefined;
}

function report(schema: z.ZodType, issue: z.core.$ZodIssue, at: At, problems: Problems): void {
  const path = [...at.path, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysOf(schema, issue.path);
    if (valueAt(at.document.value, path) instanceof Refused) return;
    for (const key of issue.keys) {
      if (valueAt(at.document.value, [...path, key]) instanceof Refused) continue;
      const origin = { place: () => at.document.place([...path, key], 'key') };
      problems.add('unknown-key', { origin }, () => ({ key, allowed, suggestion: nearest(key, allowed) }));
    }
    return;
  }
  const value = valueAt(at.document.value, path);
  if (value instanceof Refused) return;
  const last = path.at(-1);
  if (value === undefined && last !== undefined) {
    problems.add('missing-key', at.document.place(path.slice(0, -1)), { key: String(last) });
    return;
  }
  if (issue.code === 'invalid_value' && typeof value === 'string') {
    const allowed = issue.values.map(String);
    const params = {
      value,
      list: String(path.findLast((key) => typeof key === 'string')),
      allowed,
      suggestion: nearest(value, allowed),
    };
    problems.add('unknown-value', at.document.place(path), params);
    return;
  }
  problems.add('wrong-shape', at.document.place(path), { expected: wanted(issue), found: shapeOf(value) });
}

/** The keys of the object schema at the path of an issue. */
function keysOf(schema: z.ZodType, path: Path): readonly string[] {
  let current: unknown = schema;
  for (const key of path)
    current = typeof key === 'number' ? elementOf(current) : shapeBelow(current)?.[String(key)];
  return Object.keys(shapeBelow(current) ?? {});
}

/** zod's own record of an object's keys, seen through `optional()` and `preprocess()`; its schema types cannot be told apart otherwise. */
function shapeBelow(schema: unknown): Record<string, unknown> | undefined {
  const s = schema as { shape?: Record<string, unknown>; out?: unknown; unwrap?: () => unknown } | undefined;
  if (s?.shape) return s.shape;
  if (s?.out) return shapeBelow(s.out);
  return s?.unwrap ? shapeBelow(s.unwrap()) : undefined;
}

/** What a list is made of, seen through `optional()`. */
function elementOf(schema: unknown): unknown {
  const s = schema as { element?: unknown; unwrap?: () => unknown } | undefined;
  return s?.element ?? (s?.unwrap ? elementOf(s.unwrap()) : undefined);
}

function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    // Values are null-prototype objects and arrays, so any own key can be read.
    current = (current as Record<PropertyKey, unknown>)[key];
  }
  return current;
}

function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return SHAPES[issue.expected] ?? issue.expected;
  if (issue.code === 'too_small') return `at least ${issue.minimum} item${issue.minimum === 1 ? '' : 's'}`;
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_format' || issue.code === 'custom') return issue.message;
  return issue.code === 'invalid_union' ? 'a text or a list of texts' : 'a map';
}

const SHAPES: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

/** What a value is, in the words of the file formats. */
export function shapeOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return `the text "${value.length > 40 ? `${value.slice(0, 39)}…` : value}"`;
  const what = Array.isArray(value) ? 'list' : 'map';
  return isEmpty(value) ? `an empty ${what}` : `a ${what}`;
}

/** Whether a list or map has nothing in it. */
export function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
