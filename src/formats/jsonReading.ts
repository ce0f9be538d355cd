/** Parts of the readers of JSON formats: unknown values taken as what they must be, else an Error that says where. */

/** The members of an object; own names only, so that `__proto__` is a name like any other. */
export function membersIn(value: unknown, what: string): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${what} is no object`);
  return new Map(Object.entries(value));
}

export function listIn(members: ReadonlyMap<string, unknown>, name: string): readonly unknown[] {
  const value = members.get(name);
  if (!Array.isArray(value)) throw new Error(`${name} is no list`);
  return value;
}

/** Takes a text out of the members. */
export function takeText(members: Map<string, unknown>, name: string, what: string): string {
  const value = members.get(name);
  if (typeof value !== 'string') throw new Error(`${what}: ${name} is no text`);
  members.delete(name);
  return value;
}

/** Remembers ids of nodes and edges together. Throws where one stands twice. */
export function uniqueIds(): (id: string) => string {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) throw new Error(`a second element with the id ${id}`);
    seen.add(id);
    return id;
  };
}
