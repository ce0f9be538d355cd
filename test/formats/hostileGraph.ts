/** Graphs full of texts that break writers, for every graph format. */
import fc from 'fast-check';
import type { AttributeColumn, PlacedGraph } from '../../src/graph/view.ts';
import { rawText } from './hostile.ts';
import { placedGraph } from './shipsAndPorts.ts';

/** One node and one edge a text; the texts stand in labels, kinds, values, lists and, with a number, in names. */
export function hostileGraph(texts: readonly string[]): PlacedGraph {
  const column = (name: string, values: AttributeColumn['values']): AttributeColumn => ({
    name,
    type: typeof values[0] === 'object' ? 'strings' : 'string',
    values,
  });
  return placedGraph({
    sized: true,
    title: texts[0] ?? 'empty',
    nodes: texts.map((label, i) => ({
      id: `n${i}`,
      label,
      kind: `K${label}`,
      at: [i / 3, -i / 7] as const,
      size: 4 + i,
    })),
    edges: texts.map((label, i) => ({
      id: `e-${i}`,
      from: `n${i}`,
      to: 'n0',
      label,
      kind: label,
      symmetric: i % 3 === 2,
    })),
    nodeColumns: [
      column('plain', texts),
      column(
        'list',
        texts.map((text) => [text, 'second']),
      ),
      column(
        'single',
        texts.map((text) => [text]),
      ),
      column('start', ['1912-03', ...texts.slice(1)]),
      ...texts.slice(0, 3).map((text, i) => column(`${i}${text.slice(0, 50)}`, [`named ${i}`])),
    ],
    edgeColumns: [
      column(
        'evidence',
        texts.map((text) => JSON.stringify(text)),
      ),
      column('end', texts),
    ],
  });
}

/** Any hostile graph of a few nodes. */
export const anyHostileGraph: fc.Arbitrary<PlacedGraph> = fc
  .array(rawText, { minLength: 1, maxLength: 4 })
  .map(hostileGraph);

/** Whether XML 1.0 can hold the text. */
export function isLegalXml(text: string): boolean {
  return !/\p{Surrogate}/u.test(text) && !/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/u.test(text);
}
