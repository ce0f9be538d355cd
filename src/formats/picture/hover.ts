/** What is told of a node or an edge when it is pointed at: its facts, each with quote and source. */
import type { GraphView } from '../../graph/view.ts';
import { columnOf, standings } from './standing.ts';
import { inOneLine, type Words } from './words.ts';

export interface Hover {
  readonly node: (index: number) => string;
  readonly edge: (index: number) => string;
}

/** With more nodes and edges than this, their names and relations alone are told. */
export const QUOTED_ELEMENTS = 10_000;

/** Makes the texts, one fact a line. */
export function hoverOf(view: GraphView, words: Words): Hover {
  const { nodes, edges, sources, kinds } = view;
  const quoted = nodes.count + edges.count <= QUOTED_ELEMENTS;
  const kindLabels = new Map(kinds.map(({ name, label }) => [name, label]));
  const titles = new Map(sources.map((note) => [note.get('id'), note.get('title') ?? note.get('id')]));
  const [ofNode, ofEdge] = [columnOf(nodes, 'evidence'), columnOf(edges, 'evidence')];
  const standing = standings(edges);
  const legal = (text: string | undefined) => inOneLine(words.legal(text) ?? '');
  const factLines = (evidence: unknown): string[] =>
    quoted ? piecesOf(evidence).map((piece) => legal(lineOf(piece, titles))) : [];
  const lines = (all: readonly string[]) => all.filter((line) => line !== '').join('\n');
  return {
    node: (i) => {
      const kind = nodes.kind[i] ?? '';
      const name = words.drawn(i) || (nodes.id[i] ?? '');
      return lines([`${name} (${legal(kindLabels.get(kind) ?? kind)})`, ...factLines(ofNode(i))]);
    },
    edge: (i) => {
      const name = (node: number | undefined) => words.drawn(node ?? -1) || (nodes.id[node ?? -1] ?? '');
      const ends = [name(edges.source[i]), legal(edges.label[i]), name(edges.target[i])];
      const { disputed, showWith } = standing(i);
      return lines([
        edges.symmetric[i] ? ends.join(' – ') : `${ends[0]} – ${ends[1]} → ${ends[2]}`,
        disputed ? 'disputed' : '',
        legal(showWith.join('; ')),
        ...factLines(ofEdge(i)),
      ]);
    },
  };
}

/** How many pieces of evidence the nodes and edges have. */
export function evidenceCount({ nodes, edges }: GraphView): number {
  const [ofNode, ofEdge] = [columnOf(nodes, 'evidence'), columnOf(edges, 'evidence')];
  let count = 0;
  for (let i = 0; i < nodes.count; i++) count += piecesOf(ofNode(i)).length;
  for (let i = 0; i < edges.count; i++) count += piecesOf(ofEdge(i)).length;
  return count;
}

type Piece = Readonly<Record<string, unknown>>;

/** The pieces in the attribute `evidence`, which is JSON text of the graph stage; none where it is something else. */
function piecesOf(evidence: unknown): Piece[] {
  if (typeof evidence !== 'string') return [];
  let pieces: unknown;
  try {
    pieces = JSON.parse(evidence);
  } catch {
    return []; // an attribute of this name that is no evidence
  }
  if (!Array.isArray(pieces)) return [];
  return pieces.flatMap((piece: unknown) =>
    typeof piece === 'object' && piece !== null ? { ...piece } : [],
  );
}

/** «berth: 7b — «quote» (source, said by …)». */
function lineOf(piece: Piece, titles: ReadonlyMap<string | undefined, string | undefined>): string {
  const text = (key: string) => (piece[key] === undefined ? '' : String(piece[key]));
  const value = [text('relation'), text('value')].filter((part) => part !== '').join(': ');
  const quote = text('quote') && `«${text('quote')}»`;
  const row = text('row') && `row ${text('row')}${text('column') && `, column ${text('column')}`}`;
  const marks = [text('status'), piece.negated === true ? 'negated' : '', text('withoutPlace')];
  const said = text('saidBy') && `said by ${text('saidBy')}`;
  const source = titles.get(text('source')) ?? text('source');
  const where = [...marks, said, source].filter((part) => part !== '').join(', ');
  return [value, [quote, row].filter((part) => part !== '').join(' ') + (where && ` (${where})`)]
    .filter((part) => part.trim() !== '')
    .join(' — ')
    .trim();
}
