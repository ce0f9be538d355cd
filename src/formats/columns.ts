/** The domain attributes of a graph view as every graph format writes them: names, types, values in use. */
import { sortedBy } from '../core/order.ts';
import type { AttributeColumn, AttributeValue } from '../graph/view.ts';
import type { WriteContext } from './formats.ts';
import { countLoss, type LossName } from './losses.ts';
import { xmlReason } from './xml.ts';

/**
 * Names that no domain attribute may have, lower-cased: those the formats write themselves, and those that a
 * client takes for something else (Gephi `timeset`, sigma `type`, NetworkX `key`, Cytoscape `suid` and `parent`,
 * D3 `fx` and `index`, graphology `__proto__`). An attribute of such a name is written as `fact_…`, the same in every format.
 */
const RESERVED_EVERYWHERE = ['__proto__', 'color', 'id', 'key', 'kind', 'label', 'name', 'r', 'g', 'b'];
const RESERVED_BY_CLIENTS = [
  'index',
  'parent',
  'selected',
  'shared interaction',
  'shared name',
  'suid',
  'timeset',
  'type',
];
const RESERVED_ON_NODES = [
  'labels',
  'uri',
  'x',
  'y',
  'z',
  'size',
  'degree',
  'weighteddegree',
  'community',
  'fx',
  'fy',
  'vx',
  'vy',
];
const RESERVED_ON_EDGES = ['source', 'target', 'weight', 'interaction', 'predicate', 'symmetric', 'directed'];
const common = [...RESERVED_EVERYWHERE, ...RESERVED_BY_CLIENTS];
export const RESERVED_NODE_NAMES: ReadonlySet<string> = new Set([...common, ...RESERVED_ON_NODES]);
export const RESERVED_EDGE_NAMES: ReadonlySet<string> = new Set([...common, ...RESERVED_ON_EDGES]);

/**
 * Makes the columns ready to be written: only those with a value, in byte order of their new names, which are
 * unique also when lower-cased and none of the reserved ones (given in lower case).
 *
 * Numbers that do not fit the type of their column widen it, int → long → double → string (loss
 * `integer-widened`, counted in values). A number that is not finite, and a column whose name no XML file could
 * hold, are left out as `refused-term`. Throws a TypeError when a value is not of its column's type, since the
 * graph stage makes both.
 */
export function prepareColumns(
  columns: readonly AttributeColumn[],
  reserved: ReadonlySet<string>,
  report: WriteContext & { readonly format: string },
): AttributeColumn[] {
  const writable = columns.filter((column) => {
    const reason = xmlReason(column.name) ?? (column.name === '' ? 'an attribute needs a name' : undefined);
    if (reason)
      report.problems.add('refused-term', undefined, { value: column.name, format: report.format, reason });
    return reason === undefined;
  });
  const inUse = writable.map((column) => widen(column, report)).filter(hasValue);
  return withNames(inUse, reserved, report);
}

function hasValue(column: AttributeColumn): boolean {
  return column.values.some((value) => value !== undefined);
}

function countLossIf(context: WriteContext, what: LossName, times: number): void {
  if (times > 0) countLoss(context.losses, what, times);
}

/** Gives names in byte order: first to the columns that keep theirs, then to those that need another. */
function withNames(
  columns: readonly AttributeColumn[],
  reserved: ReadonlySet<string>,
  context: WriteContext,
): AttributeColumn[] {
  const taken = new Set(reserved);
  const kept = sortedBy(columns, (column) => column.name).map((column) => {
    const free = !taken.has(column.name.toLowerCase());
    if (free) taken.add(column.name.toLowerCase());
    return { column, free };
  });
  const named = kept.map(({ column, free }) => {
    if (free) return column;
    const wanted = reserved.has(column.name.toLowerCase()) ? `fact_${column.name}` : column.name;
    return { ...column, name: freeName(wanted, taken) };
  });
  countLossIf(context, 'attribute-renamed', kept.filter(({ free }) => !free).length);
  return sortedBy(named, (column) => column.name);
}

/** The name, or the name with the first free number from 2; marked as taken, lower-cased. */
export function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted}_${n}`;
  taken.add(name.toLowerCase());
  return name;
}

/** From narrow to wide; a column of another type holds no numbers. */
const NUMBER_TYPES = ['int', 'long', 'double', 'string'] as const;
const RANKS: ReadonlyMap<AttributeColumn['type'], number> = new Map([
  ['int', 0],
  ['long', 1],
  ['double', 2],
]);

function widen(column: AttributeColumn, report: WriteContext & { readonly format: string }): AttributeColumn {
  const declared = RANKS.get(column.type);
  if (declared === undefined) {
    for (const value of column.values) checkType(column, value);
    return column;
  }
  let widest = declared;
  let widened = 0;
  const values = column.values.map((value) => {
    checkType(column, value);
    if (typeof value !== 'number') return undefined;
    if (!Number.isFinite(value)) {
      const reason = `${column.name} is not a finite number`;
      report.problems.add('refused-term', undefined, { value: String(value), format: report.format, reason });
      return undefined;
    }
    const needed = column.type === 'double' ? declared : rankOf(value);
    if (needed > declared) widened++;
    widest = Math.max(widest, needed);
    return value;
  });
  countLossIf(report, 'integer-widened', widened);
  const type = NUMBER_TYPES[widest] ?? 'string';
  return { name: column.name, type, values: type === 'string' ? values.map(digits) : values };
}

/** The rank of the narrowest type that holds a number exactly. */
function rankOf(value: number): number {
  if (!Number.isInteger(value)) return 2;
  if (!Number.isSafeInteger(value)) return 3;
  return value >= -(2 ** 31) && value < 2 ** 31 ? 0 : 1;
}

function digits(value: number | undefined): string | undefined {
  if (value === undefined) return undefined;
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

function checkType(column: AttributeColumn, value: AttributeValue | undefined): void {
  if (value === undefined) return;
  if (typeof value === JS_TYPE[column.type]) return;
  throw new TypeError(`a ${typeof value} in the column ${column.name}, which is ${column.type}`);
}

const JS_TYPE: Record<AttributeColumn['type'], string> = {
  string: 'string',
  strings: 'object',
  int: 'number',
  long: 'number',
  double: 'number',
  boolean: 'boolean',
};

/** Two decimals, never -0: coordinates, sizes and other computed numbers in every graph format. */
export function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

const COLOUR = /^#[0-9a-f]{6}$/i;

/** Whether a text is `#rrggbb`, the one form of colours that graph formats can turn into their own. */
export function isColour(text: string): boolean {
  return COLOUR.test(text);
}

/** An attribute's value as text, by a gate that has its own form for texts and lists. */
export function valueText(
  value: AttributeValue | undefined,
  gate: {
    readonly text: (text: string) => string | undefined;
    readonly list: (items: readonly string[]) => string | undefined;
  },
): string | undefined {
  switch (typeof value) {
    case 'undefined':
      return undefined;
    case 'string':
      return gate.text(value);
    case 'object':
      return gate.list(value);
    default:
      return String(value);
  }
}
