/** The texts of the picture, checked: each passes the gate of XML once, whatever it is written for. */
import type { GraphView } from '../../graph/view.ts';
import type { XmlGate } from '../xmlGate.ts';

export interface Words {
  /** A text that XML can hold; undefined where it was refused, absent or empty. */
  readonly legal: (text: string | undefined) => string | undefined;
  /** The label of each node as it is, and as it is drawn: in one line. */
  readonly label: (node: number) => string;
  readonly drawn: (node: number) => string;
}

const BLANKS = /[\s\u0085\u2028\u2029]+/g;

/** A text in one line without blanks at its ends. */
export function inOneLine(text: string): string {
  return text.replace(BLANKS, ' ').trim();
}

const RIGHT_TO_LEFT = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;
const MARK = '\u200f';

/** The line with marks that keep signs at its ends where they belong, if its first letter is of a script from right to left. */
export function inDirection(line: string): string {
  return RIGHT_TO_LEFT.test(line) ? MARK + line + MARK : line;
}

export function wordsOf({ nodes }: GraphView, gate: Pick<XmlGate, 'legal'>): Words {
  const known = new Map<string, string | undefined>();
  const legal = (text: string | undefined): string | undefined => {
    if (text === undefined || text === '') return undefined;
    if (!known.has(text)) known.set(text, gate.legal(text));
    return known.get(text);
  };
  const labels = nodes.label.map((label) => legal(label) ?? '');
  return { legal, label: (node) => labels[node] ?? '', drawn: (node) => inOneLine(labels[node] ?? '') };
}
