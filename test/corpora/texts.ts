/** Texts that break writers: a list made by hand, and as many more as wanted, the same on every run. */
import { randomFrom } from '../../src/core/random.ts';
import { illegalInXml, nasty } from '../formats/hostile.ts';
import { PAYLOADS } from './payloads.ts';

/** Pieces that some syntax gives a meaning; a text is a few of them one after the other. */
const PIECES = [
  ...'<>"\'\\&;,|{}[]()^@#$%*+-=?!/.:~`_\t\n\r ',
  '"""',
  "'''",
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '&amp;',
  '&#0;',
  '&#x10FFFF;',
  '\\u0022',
  '\\U0001F6A2',
  '\\n',
  '\\\\',
  '^^<',
  '"@',
  '> .',
  '<<(',
  ')>>',
  '@context',
  '@id',
  '\\u{41}',
  '\u0024{x}',
  '$(x)',
  '`x`',
  '\0',
  '\u0001',
  '\u0008',
  '\u000b',
  '\u000c',
  '\u001f',
  '\u007f',
  '\u0080',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u0301',
  '\u061c',
  '\u200b',
  '\u200d',
  '\u200e',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u2066',
  '\ud7ff',
  '\ud800',
  '\udbff',
  '\udc00',
  '\udfff',
  '\ue000',
  '\ufdd0',
  '\ufeff',
  '\ufff9',
  '\ufffd',
  '\ufffe',
  '\uffff',
  '\u{10000}',
  '\u{1f468}\u200d\u{1f469}',
  '\u{1fffe}',
  '\u{10ffff}',
  'é',
  'ß',
  'İ',
  'ﬁ',
  '漢',
  'ש',
  'a',
  'Z',
  '0',
  '7b',
  'true',
  'NaN',
  '1e5',
  '__proto__',
];

/** Any code units, so that pairs are broken as often as not. */
const RANGES = [
  [0, 0x20],
  [0x20, 0x7f],
  [0x7f, 0xa0],
  [0x2000, 0x2070],
  [0xd7f0, 0xe010],
  [0xfdd0, 0xfdf0],
  [0xfff0, 0x10000],
  [0, 0x10000],
] as const;

/** What was made by hand, then generated texts up to the number asked for; distinct. */
export function hostileTexts(count: number, seed = 1): readonly string[] {
  const random = randomFrom(seed);
  const below = (end: number) => Math.floor(random() * end);
  const texts = new Set<string>([...nasty, ...illegalInXml, ...PAYLOADS, '', ' ', '\n', '\t', '\r', '\r\n']);
  for (const piece of PIECES) texts.add(piece).add(`a${piece}`).add(`${piece}b`).add(`a ${piece} b`);
  while (texts.size < count) {
    const length = 1 + below(8);
    const fromPieces = random() < 0.7;
    const parts = Array.from({ length }, () => (fromPieces ? PIECES[below(PIECES.length)] : unitFrom(below)));
    texts.add(parts.join(''));
  }
  return [...texts].slice(0, count);
}

function unitFrom(below: (end: number) => number): string {
  const [from, to] = RANGES[below(RANGES.length)] ?? [0, 1];
  return String.fromCharCode(from + below(to - from));
}
