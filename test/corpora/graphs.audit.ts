/** Hostile graphs through every graph format: each text is read back as it was, or refused. */

import { describe } from 'vitest';
import { Problems } from '../../src/core/diagnostic.ts';
import type { Format } from '../../src/formats/formats.ts';
import { FORMATS } from '../../src/formats/table.ts';
import type { PlacedGraph } from '../../src/graph/view.ts';
import { hostileGraph, isLegalXml } from '../formats/hostileGraph.ts';
import { audited, counted } from './audited.ts';
import { type Found, GRAPH_READERS, NEXT_FILE, type Row } from './graphReaders.ts';
import { hostileTexts } from './texts.ts';

const GRAPHS = 600;
const TEXTS_EACH = 4;

/** Texts of a usual length; one graph more has the long ones. */
const TEXTS = hostileTexts(GRAPHS * TEXTS_EACH + 1, 5).filter((text) => text.length < 10_000);
const CASES: readonly (readonly string[])[] = [
  ...Array.from({ length: Math.ceil(TEXTS.length / TEXTS_EACH) }, (_, i) =>
    TEXTS.slice(i * TEXTS_EACH, (i + 1) * TEXTS_EACH),
  ),
  ['x'.repeat(200_000), ' & '.repeat(50_000)],
];

/** What a format does to texts, all of it stated in `formats.md` and counted as a loss. */
interface Manner {
  readonly holds: (text: string) => boolean;
  /** Whether an empty text is left out. */
  readonly dropsEmpty: boolean;
  readonly label: (text: string) => string;
  readonly list: (items: readonly string[]) => unknown;
}

const asItIs = (text: string) => text;
const oneLine = (text: string) => text.replace(/\r\n|[\t\n\r]/g, ' ');
const joined = (items: readonly string[]) => items.map((item) => item.replaceAll(';', ',')).join(';');
const isText = (text: string) => !/\p{Surrogate}/u.test(text);
const XML: Manner = { holds: isLegalXml, dropsEmpty: true, label: oneLine, list: joined };
const GEXF: Manner = { ...XML, list: (items) => items };
const JSON_TEXT: Manner = { holds: isText, dropsEmpty: false, label: asItIs, list: (items) => items };
const CSV: Manner = {
  holds: (text) => isText(text) && !text.includes('\0'),
  dropsEmpty: true,
  label: asItIs,
  list: (items) => joined(items.filter((item) => item !== '')),
};

const MANNERS: Readonly<Record<string, Manner>> = {
  graphml: XML,
  gexf: GEXF,
  json: JSON_TEXT,
  cytoscape: JSON_TEXT,
  nodelink: JSON_TEXT,
  csv: CSV,
};

function write(format: Format, graph: PlacedGraph) {
  const problems = new Problems(Number.POSITIVE_INFINITY);
  const context = { problems, losses: new Map() };
  if (format.input !== 'graph') throw new Error(`${format.name} is no graph format`);
  if ('write' in format) return { text: [...format.write(graph, context)].join(''), problems };
  const texts = [...format.files(graph, context, 'x')].map(({ name, chunks }) => ({
    name,
    text: [...chunks].join(''),
  }));
  const tables = texts.filter(({ name }) => name.endsWith('.csv')).map(({ text }) => text);
  return { text: tables.join(NEXT_FILE), problems };
}

interface Comparison {
  readonly format: string;
  readonly manner: Manner;
  readonly refused: readonly string[];
  /** What the reader itself makes of a text. */
  readonly alters: (text: string) => string;
  readonly differ: (what: string) => void;
}

/** Labels, kinds, plain values, lists and evidence of each node and edge. */
function compare(texts: readonly string[], { nodes, edges }: Found, to: Comparison): void {
  const { manner, refused, differ } = to;
  const asRead = (value: unknown) => (typeof value === 'string' ? to.alters(value) : value);
  if (nodes.size !== texts.length) differ(`${nodes.size} nodes of ${texts.length}`);
  for (const [i, text] of texts.entries()) {
    const holds = manner.holds(text);
    const check = (row: Row | undefined, name: string, expected: unknown, fallback?: unknown) => {
      const value = row?.get(name);
      const wanted = holds ? (expected === '' && manner.dropsEmpty ? undefined : expected) : fallback;
      if (!same(value, wanted) && !same(value, asRead(wanted)))
        differ(`${name} ${shown(text)}: ${shown(value)}, not ${shown(wanted)}`);
    };
    if (!holds && !refused.some((value) => value.includes(text)))
      differ(`${shown(text)} vanished without a report`);
    const node = nodes.get(`n${i}`);
    check(node, 'plain', text);
    const label = node?.get('label');
    const wanted = holds ? manner.label(text) : undefined;
    if (
      wanted
        ? label !== wanted && label !== asRead(wanted)
        : label !== undefined && label !== '' && label !== `n${i}`
    )
      differ(`label ${shown(text)}: ${shown(label)}`);
    const edge = edges.get(`e-${i}`);
    const evidence = manner.holds(JSON.stringify(text)) ? JSON.stringify(text) : undefined;
    if (edge) check(edge, 'evidence', evidence, evidence);
    else if (holds && text !== '') differ(`the edge of ${shown(text)} is missing`);
    const list = node?.get('list');
    const wantedList = manner.list(holds ? [text, 'second'] : ['second']);
    // GraphML has a list as one text, which is refused as a whole.
    if (
      !holds && to.format === 'graphml'
        ? list !== undefined
        : !same(list, wantedList) && !same(list, asRead(wantedList))
    )
      differ(`list ${shown(text)}: ${shown(list)}, not ${shown(wantedList)}`);
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 200);
}

describe('hostile graphs', () => {
  for (const [name, manner] of Object.entries(MANNERS)) {
    audited(name, '≥ 500 graphs: 0 ill-formed, 0 changed', async () => {
      const format = FORMATS.get(name);
      const faults: string[] = [];
      if (!format) throw new Error(`no format ${name}`);
      const exports = CASES.map((texts) => ({ texts, ...write(format, hostileGraph(texts)) }));
      let illFormed = 0;
      const readers = GRAPH_READERS[name] ?? [];
      for (const { name: reader, read, alters = asItIs } of readers) {
        const results = await read(exports.map(({ text }) => text));
        for (const [i, found] of results.entries()) {
          const { texts = [], problems } = exports[i] ?? {};
          if (found instanceof Error) {
            illFormed++;
            faults.push(`${reader}: ${shown(texts)} is ill-formed: ${found.message}`);
            continue;
          }
          const refused = (problems?.diagnostics ?? []).flatMap((one) =>
            one.code === 'refused-term' ? [one.params.value] : [],
          );
          compare(texts, found, {
            format: name,
            manner,
            refused,
            alters,
            differ: (what) => faults.push(`${reader}: ${what}`),
          });
        }
      }
      const errors = exports.reduce((sum, { problems }) => sum + problems.errors, 0);
      if (CASES.length < 500) faults.push(`only ${CASES.length} graphs`);
      const found =
        `${counted(CASES.length)} graphs, ${counted(TEXTS.length)} texts by ${readers.map((one) => one.name).join(', ')}: ` +
        `${illFormed} ill-formed, ${faults.length - illFormed} changed, ${counted(errors)} values refused with code`;
      return { found, faults };
    });
  }
});
