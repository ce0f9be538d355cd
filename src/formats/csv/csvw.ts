/** The metadata of the CSV pair by CSV on the Web (W3C Recommendation, tabular metadata). */
import type { DatasetInfo } from '../../knowledge/knowledge.ts';
import { type JsonObject, type JsonValue, jsonObject, toJsonText } from '../jsonText.ts';
import { LIST_SEPARATOR } from './cells.ts';
import type { CellType, Field } from './fields.ts';

export interface Table {
  readonly url: string;
  readonly fields: readonly Field[];
}

/** The text of `csv-metadata.json`: both tables with their columns, keys and the references between them. */
export function csvMetadata(dataset: DatasetInfo, nodes: Table, edges: Table): string {
  const end = (column: string) =>
    jsonObject([
      ['columnReference', column],
      [
        'reference',
        jsonObject([
          ['resource', nodes.url],
          ['columnReference', 'id'],
        ]),
      ],
    ]);
  const { title, description, licence, creators } = dataset;
  const metadata = jsonObject([
    ['@context', 'http://www.w3.org/ns/csvw'],
    ['dc:title', wellFormed(title)],
    ['dc:description', wellFormed(description)],
    ['dc:license', wellFormed(licence)],
    ['dc:creator', creators.flatMap(({ name }) => wellFormed(name) ?? [])],
    ['dialect', jsonObject([['lineTerminators', '\n']])],
    ['tables', [table(nodes, []), table(edges, [['foreignKeys', [end('source'), end('target')]]])]],
  ]);
  return `${toJsonText(metadata)}\n`;
}

function table({ url, fields }: Table, keys: readonly (readonly [string, JsonValue])[]): JsonObject {
  const schema = jsonObject([['columns', fields.map(column)], ['primaryKey', 'id'], ...keys]);
  return jsonObject([
    ['url', url],
    ['tableSchema', schema],
  ]);
}

function column({ name, header, type }: Field): JsonObject {
  return jsonObject([
    ['name', variableName(name)],
    ['titles', header],
    ['datatype', DATATYPES[type]],
    ['separator', type === 'string[]' ? LIST_SEPARATOR : undefined],
    ['required', REQUIRED.has(header) ? true : undefined],
  ]);
}

const REQUIRED: ReadonlySet<string> = new Set(['id:ID', 'id:string', ':START_ID', ':END_ID']);

const DATATYPES: Record<CellType, string> = {
  string: 'string',
  'string[]': 'string',
  int: 'int',
  long: 'long',
  double: 'double',
  boolean: 'boolean',
};

/** Names of columns are variables of URI templates (RFC 6570), and none begins with `_`. */
function variableName(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /[-.!~*'()]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return encoded.replace(/^_/, '%5F');
}

function wellFormed(text: string | undefined): string | undefined {
  return text === undefined || /\p{Surrogate}/u.test(text) ? undefined : text;
}
