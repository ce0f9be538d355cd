/** What stands above and below the graph: title, origin, what is not shown. */
import { isolated } from '../../core/bidi.ts';
import { compareUtf8 } from '../../core/order.ts';
import type { GraphView } from '../../graph/view.ts';
import type { Anchor } from './labels.ts';
import type { Measure } from './measure.ts';
import { inOneLine, type Words } from './words.ts';
import { type Block, LEADING, type Style, wrap } from './wrap.ts';

/** A line of text; y is that of its baseline. */
export interface TextLine {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly fontSize: number;
  readonly weight: 'regular' | 'bold';
  readonly tone: 'text' | 'muted';
  readonly anchor: Anchor;
}

/** A sign in the legend, y down to its middle. */
export interface Sign {
  readonly kind: 'node' | 'arrow' | 'line' | 'dashed' | 'dotted' | 'disputed';
  readonly colour: string | undefined;
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly lines: readonly TextLine[];
  readonly signs: readonly Sign[];
  readonly height: number;
}

export interface Setting {
  readonly measure: Measure;
  readonly unit: number;
}

/** From the top of a line to its baseline, in font sizes. */
export const ASCENT = 0.92;

/** Lines of a block below each other, from the top; left aligned. */
export function linesOf(
  block: Block,
  { x, y }: { x: number; y: number },
  tone: TextLine['tone'],
): TextLine[] {
  const { fontSize, weight, lines } = block;
  return lines.map((text, i) => ({
    x,
    y: y + (i * LEADING + ASCENT) * fontSize,
    text,
    fontSize,
    weight,
    tone,
    anchor: 'start' as const,
  }));
}

/** Title and description. */
export function headOf(
  { dataset }: GraphView,
  words: Words,
  { x, y, width }: Place,
  setting: Setting,
): Frame {
  const { measure, unit } = setting;
  const lines: TextLine[] = [];
  let top = y;
  const put = (text: string | undefined, style: Style, tone: TextLine['tone']) => {
    const shown = inOneLine(words.legal(text) ?? '');
    if (shown === '') return;
    const block = wrap(shown, style, { width, most: 2 });
    lines.push(...linesOf(block, { x, y: top }, tone));
    top += block.height + 6 * unit;
  };
  put(dataset.title, { measure, weight: 'bold', fontSize: 27 * unit }, 'text');
  put(dataset.description, { measure, weight: 'regular', fontSize: 15 * unit }, 'muted');
  return { lines, signs: [], height: top - y };
}

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** What was left out of the drawing. */
export interface LeftOut {
  /** Nodes with a name, and how many of them show none. */
  readonly named: number;
  readonly nodeLabels: number;
  /** The edges without words that have something to be shown with them, as sentences with it. */
  readonly must: readonly string[];
  /** The other edges of a labelled picture without room for their words, as sentences. */
  readonly edges: readonly string[];
}

/** Sources, licence, creators, and what the picture does not show. */
export function footOf(
  view: GraphView,
  words: Words,
  { x, y, width, leftOut }: Place & { leftOut: LeftOut },
  { measure, unit }: Setting,
): Frame {
  const style: Style = { measure, weight: 'regular', fontSize: 12 * unit };
  const lines: TextLine[] = [];
  let top = y;
  const fits = (most: number) => (text: string) => !wrap(text, style, { width, most }).cut;
  const parts = [
    { text: countsLine(view, leftOut), most: 2 },
    { text: listLine('To be read with it', leftOut.must, fits(MUST_LINES)), most: MUST_LINES },
    { text: listLine('Without room for words', leftOut.edges, fits(2)), most: 2 },
    { text: sourceLine(view, words), most: 2 },
    { text: originLine(view, words), most: 2 },
  ];
  for (const { text, most } of parts) {
    if (text === '') continue;
    const block = wrap(text, style, { width, most });
    lines.push(...linesOf(block, { x, y: top }, 'muted'));
    top += block.height + 2 * unit;
  }
  return { lines, signs: [], height: top - y };
}

/** For what has to be shown with edges that bear no words. */
const MUST_LINES = 4;
/** The height of the foot at most, as paper reserves it: 12 lines and the gaps between its five parts. */
export const FOOT_HEIGHT = 12 * 12 * LEADING + 10;

/** As many of the edges as fit, at least one, and how many more there are. */
function listLine(title: string, edges: readonly string[], fits: (text: string) => boolean): string {
  // Never more than fit: a few letters each.
  for (let shown = Math.min(edges.length, 60); shown > 0; shown--) {
    const more = edges.length - shown;
    const rest = more === 0 ? '' : `; and ${counted(more, 'edge')} more`;
    const text = `${title}: ${edges.slice(0, shown).join('; ')}${rest}.`;
    if (shown === 1 || fits(text)) return text;
  }
  return '';
}

function countsLine({ nodes, edges, facts }: GraphView, { named, nodeLabels }: LeftOut): string {
  const outside = [...facts.outside].filter(([, count]) => count > 0).sort(([a], [b]) => compareUtf8(a, b));
  const hidden = outside.reduce((sum, [, count]) => sum + count, 0);
  const parts = [
    `${counted(nodes.count, 'entity')} and ${counted(edges.count, 'edge')} of ${counted(facts.written, 'fact')}.`,
  ];
  if (hidden > 0)
    parts.push(
      `${counted(hidden, 'fact')} not shown: ${outside.map(([reason, count]) => `${reason} ${grouped(count)}`).join(', ')}.`,
    );
  if (nodeLabels > 0)
    parts.push(
      named === nodeLabels
        ? 'No names shown.'
        : `${grouped(named - nodeLabels)} of ${counted(named, 'name')} shown: those of the largest that have room.`,
    );
  return parts.join(' ');
}

const SOURCES = 3;

function sourceLine({ sources }: GraphView, words: Words): string {
  if (sources.length === 0) return '';
  const shown = sources.slice(0, SOURCES).map((note) => {
    const [title, publisher] = [note.get('title') ?? note.get('id'), note.get('publisher')].map((text) =>
      isolated(inOneLine(words.legal(text) ?? '')),
    );
    return publisher ? `${title} (${publisher})` : title;
  });
  const more = sources.length - shown.length;
  return `${sources.length === 1 ? 'Source' : 'Sources'}: ${shown.join('; ')}${more > 0 ? `; and ${grouped(more)} more` : ''}`;
}

function originLine({ dataset }: GraphView, words: Words): string {
  const legal = (text: string | undefined) => isolated(inOneLine(words.legal(text) ?? ''));
  const creators = dataset.creators.map(({ name }) => legal(name)).filter((name) => name !== '');
  const licence = legal(dataset.licence);
  return [
    creators.length > 0 ? `By ${creators.join(', ')}` : '',
    licence === '' ? '' : `Licence: ${licence}`,
    'Laid out by factweave',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return `${grouped(count)} ${noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

/** Digits in groups of three. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
