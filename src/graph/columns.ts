import { compareUtf8, sortedBy } from '../core/order.ts';
import { toScalar } from '../ontology/datatypes.ts';
import type { DatatypeName } from '../ontology/ontology.ts';
import type { AttributeColumn, AttributeValue } from './view.ts';

/**
 * Names that a client gives a meaning of its own, or that the formats write themselves. A word of the ontology
 * that is among them gets `_` appended: `type` would make sigma throw, `__proto__` would lose its value.
 */
const RESERVED = new Set(
  [
    'id key label labels name kind uri iri lineage x y z size color colour r g b type timeset degree community',
    'weightedDegree source target weight interaction predicate symmetric directed undirected facts status',
    'notPlain negated certainty disputed start end start_year end_year sources evidence showWith showWithFacts',
    'alias derived via viaLabel viaFacts viaNotPlain viaPredicates __proto__',
  ]
    .join(' ')
    .split(' ')
    .map((name) => name.toLowerCase()),
);

/** Whose word a column's name is; in a clash of names the former stays and the latter gives way. */
type Owner = 'tool' | 'ontology' | 'derived';

/** What a column would be called, and what tells it from others that would be called the same. */
export interface ColumnName {
  readonly name: string;
  readonly key: string;
}

interface Draft extends ColumnName {
  readonly owner: Owner;
  /** Undefined for values that are typed already. */
  readonly datatype: DatatypeName | undefined;
  many: boolean;
  readonly values: (AttributeValue | undefined)[];
}

/** Gathers the attributes of nodes or edges; a column exists from its first value on. */
export class Columns {
  readonly #count: number;
  readonly #drafts = new Map<string, Draft>();

  /** @param count the number of nodes or edges */
  constructor(count: number) {
    this.#count = count;
  }

  /** Sets a value of an attribute of the tool's own, such as `evidence`. */
  put(name: string, index: number, value: AttributeValue): void {
    this.#draft('tool', { name, key: name }, undefined).values[index] = value;
  }

  /** Sets a value computed from one of the ontology's, such as `built_year`. */
  putDerived(name: ColumnName, index: number, value: AttributeValue): void {
    this.#draft('derived', name, undefined).values[index] = value;
  }

  /**
   * Sets the values of an attribute named by the ontology. They are typed by `datatype` at the end, unless some
   * node or edge has several or `list` says that it might: then all become lists of text.
   */
  putTexts(
    name: ColumnName,
    index: number,
    given: { texts: readonly string[]; datatype: DatatypeName; list?: boolean },
  ): void {
    const { texts, datatype, list } = given;
    const [first] = texts;
    if (first === undefined) return;
    const draft = this.#draft('ontology', name, datatype);
    if (texts.length > 1 || list === true) draft.many = true;
    draft.values[index] = texts.length > 1 ? texts : first;
  }

  /** The finished columns by name. */
  finish(): AttributeColumn[] {
    const drafts = [...this.#drafts.values()];
    const taken = new Set<string>();
    const columns: AttributeColumn[] = [];
    for (const owner of ['tool', 'ontology', 'derived'] as const) {
      const here = drafts
        .filter((draft) => draft.owner === owner)
        .sort((a, b) => compareUtf8(a.name, b.name) || compareUtf8(a.key, b.key));
      for (const draft of here) {
        const name = owner === 'tool' ? draft.name : freeName(draft.name, taken);
        taken.add(name);
        columns.push({ name, ...typed(draft) });
      }
    }
    return sortedBy(columns, (column) => column.name);
  }

  #draft(owner: Owner, { name, key }: ColumnName, datatype: DatatypeName | undefined): Draft {
    const owned = `${owner} ${key}`;
    const known = this.#drafts.get(owned);
    if (known) return known;
    const values = new Array<AttributeValue | undefined>(this.#count).fill(undefined);
    const draft = { owner, name, key, datatype, many: false, values };
    this.#drafts.set(owned, draft);
    return draft;
  }
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  while (RESERVED.has(name.toLowerCase()) || taken.has(name)) name += '_';
  return name;
}

function typed(draft: Draft): Pick<AttributeColumn, 'type' | 'values'> {
  const { datatype, many, values } = draft;
  if (datatype === undefined) return settled(values);
  if (many)
    return { type: 'strings', values: values.map((value) => (typeof value === 'string' ? [value] : value)) };
  return settled(values.map((value) => (typeof value === 'string' ? toScalar(value, datatype) : value)));
}

/** The narrowest type that holds all values; a number among texts becomes its text. */
function settled(values: readonly (AttributeValue | undefined)[]): Pick<AttributeColumn, 'type' | 'values'> {
  const type = typeOf(values);
  if (type !== 'string') return { type, values };
  return { type, values: values.map((value) => (value === undefined ? undefined : String(value))) };
}

function typeOf(values: readonly (AttributeValue | undefined)[]): AttributeColumn['type'] {
  const seen = new Set<AttributeColumn['type']>();
  for (const value of values) if (value !== undefined) seen.add(typeOfValue(value));
  const [only] = seen;
  if (seen.size === 1 && only !== undefined) return only;
  if (seen.has('string') || seen.has('strings') || seen.has('boolean')) return 'string';
  return seen.has('double') ? 'double' : 'long';
}

function typeOfValue(value: AttributeValue): AttributeColumn['type'] {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value !== 'number') return 'strings';
  if (!Number.isInteger(value)) return 'double';
  return Math.abs(value) < 2 ** 31 ? 'int' : 'long';
}
