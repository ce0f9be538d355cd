/** JSON text with one fixed form: sorted keys, finite numbers, no blanks. */
import { sortedBy } from '../core/order.ts';

/** An object is a Map, so that `__proto__` and `constructor` are names like any other. */
export type JsonValue = string | number | boolean | readonly JsonValue[] | JsonObject;
export type JsonObject = ReadonlyMap<string, JsonValue>;

/** The members of an object that have a value. */
export function jsonObject(members: readonly (readonly [string, JsonValue | undefined])[]): JsonObject {
  const object = new Map<string, JsonValue>();
  for (const [name, value] of members) if (value !== undefined) object.set(name, value);
  return object;
}

/** Writes a value with the keys of its objects in byte order. Throws a RangeError for a number that is not finite. */
export function toJsonText(value: JsonValue): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} in JSON`);
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(toJsonText).join(',')}]`;
  return `{${membersOf(value).join(',')}}`;
}

/** The members of an object as `"name":value`, in byte order of the names. */
export function membersOf(object: JsonObject): string[] {
  const sorted = sortedBy(object, ([name]) => name);
  return sorted.map(([name, value]) => `${JSON.stringify(name)}:${toJsonText(value)}`);
}

function isList(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value);
}
