/** A small payload by hand: ships, ports and companies, with an alleged and a disputed fact, a loop and parallels. */
import type { PayloadFact, ViewerPayload } from '../../../src/viewer/payload.ts';

const NODES: readonly (readonly [id: string, label: string, kind: number, x: number, y: number])[] = [
  ['aurora', 'Aurora', 0, 0, 0],
  ['bergen', 'Bergen', 1, 0, 100],
  ['company', 'Ørsted & Søn', 2, 100, 0],
  ['dover', 'Dover', 1, 0, -100],
  ['echo', 'Écho du Nord', 0, -100, 0],
  ['lonely', 'Lonely Rock', 1, 300, 300],
  ['ghost', 'Ghost', 0, 200, 0],
];

function fact(
  id: string,
  subject: number,
  object: PayloadFact['object'],
  more: Partial<PayloadFact> = {},
): PayloadFact {
  return {
    id,
    subject,
    relation: 'calls at',
    object,
    status: 'asserted',
    negated: false,
    certainty: 'certain',
    qualifiers: [],
    evidence: [{ source: 0, quote: `Quote of ${id}`, certainty: 'certain' }],
    ...more,
  };
}

const term = (name: string, label: string) => ({
  name,
  label,
  iri: `https://example.org/${name}`,
  colour: '#336699',
});

/** Edges by index: 0 aurora–bergen 1905, 1 the same later, 2 company–aurora, 3 bergen–dover, 4 alleged aurora–ghost, 5 echo loop. */
export function smallPayload(): ViewerPayload {
  return {
    version: 1,
    title: 'Ships',
    creators: [],
    layout: { algorithm: 'by hand', byLevels: false },
    classes: [term('Ship', 'ship'), term('Port', 'port'), term('Company', 'company')],
    relations: [term('CALLS', 'calls at'), term('OWNS', 'owns')],
    statuses: ['asserted', 'alleged'],
    sources: [
      { id: 'log', title: 'Log book' },
      { id: 'press', title: 'Press' },
    ],
    nodes: {
      id: NODES.map(([id]) => id),
      label: NODES.map(([, label]) => label),
      iri: NODES.map(([id]) => `https://example.org/${id}`),
      class: NODES.map(([, , kind]) => kind),
      x: NODES.map(([, , , x]) => x),
      y: NODES.map(([, , , , y]) => y),
      size: NODES.map(() => 10),
      community: [0, 0, 1, 0, 1, 2, 1],
      hidden: [0, 0, 0, 0, 0, 0, 1],
    },
    edges: {
      id: ['e0', 'e1', 'e2', 'e3', 'e4', 'e5'],
      source: [0, 1, 2, 1, 0, 4],
      target: [1, 0, 0, 3, 6, 4],
      relation: [0, 0, 1, 0, 0, 0],
      facts: [[0], [1], [2, 3], [4], [5], [6]],
      plain: [1, 1, 1, 1, 0, 1],
      disputed: [0, 0, 1, 0, 0, 0],
    },
    facts: [
      fact('f0', 0, { node: 1 }, { start: '1905', years: [1905, 1905] }),
      fact('f1', 1, { node: 0 }, { years: [1910, 1920], start: '1910', end: '1920' }),
      fact('f2', 0, { node: 2 }, { relation: 'owner', disputedBy: [3] }),
      fact('f3', 0, { node: 2 }, { relation: 'owner', evidence: [{ source: 1, certainty: 'certain' }] }),
      fact('f4', 1, { node: 3 }),
      fact(
        'f5',
        0,
        { node: 6 },
        { status: 'alleged', notPlain: 'alleged', reasons: ['alleged', 'negated'], negated: true },
      ),
      fact('f6', 4, { node: 4 }),
      fact('f7', 0, { value: 'Aurora' }, { relation: 'name' }),
      fact('f8', 0, { missing: 'none' }, { relation: 'captain', notPlain: 'no-value' }),
    ],
    leftOut: [],
    shown: [],
  };
}
