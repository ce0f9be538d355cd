/** The legend: classes and relations with their numbers, and the marks in use. */
import { compareUtf8 } from '../../core/order.ts';
import type { GraphView, LegendEntry } from '../../graph/view.ts';
import { type Frame, grouped, type Place, type Setting, type Sign, type TextLine } from './frame.ts';
import type { Anchor } from './labels.ts';
import { DETAILED_EDGES } from './routes.ts';
import { standings } from './standing.ts';
import { inOneLine, type Words } from './words.ts';
import { oneLine, type Style } from './wrap.ts';

const ROW = 21;
const LEGEND_FONT = 13;
const SIGN_WIDTH = 34;

/** The classes and relations with their numbers, most first, and the marks in use; `rows` bounds how many there are. */
export function legendOf(
  view: GraphView,
  words: Words,
  place: Place & { rows: number },
  setting: Setting,
): Frame {
  const { x, y, width, rows } = place;
  const { measure, unit } = setting;
  const lines: TextLine[] = [];
  const signs: Sign[] = [];
  let top = y;
  const style: Style = { measure, weight: 'regular', fontSize: LEGEND_FONT * unit };
  const base = (anchor: Anchor, tone: TextLine['tone']) => ({ fontSize: style.fontSize, anchor, tone });
  const row = (
    text: string,
    { sign, colour, count }: { sign?: Sign['kind']; colour?: string; count?: number },
  ) => {
    const middle = top + (ROW * unit) / 2;
    const baseline = middle + style.fontSize * 0.36;
    const numbers = count === undefined ? '' : grouped(count);
    const room =
      width -
      SIGN_WIDTH * unit -
      (numbers ? measure(numbers, 'regular').width * style.fontSize + 10 * unit : 0);
    const shown = oneLine(text, style, room).lines[0] ?? '';
    lines.push({
      ...base('start', 'text'),
      x: x + SIGN_WIDTH * unit,
      y: baseline,
      text: shown,
      weight: 'regular',
    });
    if (numbers)
      lines.push({ ...base('end', 'muted'), x: x + width, y: baseline, text: numbers, weight: 'regular' });
    if (sign) signs.push({ kind: sign, colour, x, y: middle });
    top += ROW * unit;
  };
  const heading = (text: string) => {
    if (top > y) top += 10 * unit;
    lines.push({ ...base('start', 'text'), x, y: top + ROW * unit * 0.7, text, weight: 'bold' });
    top += ROW * unit * 1.1;
  };
  const symmetric = symmetricKinds(view);
  const marks = marksOf(view);
  const room = Math.max(4, rows - marks.length - 4);
  const kindRows = Math.min(view.kinds.length, Math.max(Math.floor(room / 2), room - view.relations.length));
  const section = (
    title: string,
    entries: readonly LegendEntry[],
    { most, sign }: { most: number; sign: (entry: LegendEntry) => Sign['kind'] },
  ) => {
    if (entries.length === 0) return;
    heading(title);
    const sorted = [...entries].sort((a, b) => b.count - a.count);
    const shown = sorted.length <= most ? sorted : sorted.slice(0, most - 1);
    for (const entry of shown) {
      const text = inOneLine(words.legal(entry.label) ?? words.legal(entry.name) ?? '');
      row(text, { sign: sign(entry), colour: entry.colour, count: entry.count });
    }
    const rest = sorted.slice(shown.length);
    if (rest.length > 0)
      row(`and ${grouped(rest.length)} more`, { count: rest.reduce((sum, { count }) => sum + count, 0) });
  };
  section('Entities', view.kinds, { most: kindRows, sign: () => 'node' });
  section('Relations', view.relations, {
    most: Math.max(2, room - kindRows),
    sign: ({ name }) => (view.edges.count > DETAILED_EDGES || symmetric.has(name) ? 'line' : 'arrow'),
  });
  if (marks.length > 0) heading('Marks');
  for (const { text, sign, count } of marks) row(text, { sign, count });
  return { lines, signs, height: top - y };
}

function symmetricKinds({ edges }: GraphView): ReadonlySet<string> {
  return new Set(edges.kind.filter((_, i) => edges.symmetric[i]));
}

interface Mark {
  readonly text: string;
  readonly sign: Sign['kind'];
  readonly count: number;
}

/** What is not a plain, undisputed edge of a fact. */
function marksOf({ edges }: GraphView): Mark[] {
  const standing = standings(edges);
  const reasons = new Set<string>();
  let [notPlain, disputed, derived] = [0, 0, 0];
  for (let i = 0; i < edges.count; i++) {
    const one = standing(i);
    for (const reason of one.notPlain) reasons.add(reason);
    if (one.notPlain.length > 0) notPlain++;
    if (one.disputed) disputed++;
    if (one.derived) derived++;
  }
  const marks: Mark[] = [
    { text: `not plain: ${[...reasons].sort(compareUtf8).join(', ')}`, sign: 'dashed', count: notPlain },
    { text: 'disputed', sign: 'disputed', count: disputed },
    { text: 'by way of an event', sign: 'dotted', count: derived },
  ];
  return marks.filter(({ count }) => count > 0);
}
