/** The widths in `advances.ts` are those of the fonts; `vitest -u` makes the file anew from another version of them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { readWidths } from './trueType.ts';

const fontFile = (name: string) =>
  readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
const LINE = 100;

/** Runs of characters of one width: the gap before the run, `:`, the width, and `*` with the length of a longer run. */
function runsOf(name: string): string[] {
  const { advances } = readWidths(fontFile(name));
  const tokens: string[] = [];
  let end = 0;
  let run: { from: number; width: number; length: number } | undefined;
  const close = () => {
    if (!run) return;
    const gap = run.from - end;
    const times = run.length > 1 ? `*${run.length.toString(36)}` : '';
    tokens.push(`${gap ? gap.toString(36) : ''}:${run.width.toString(36)}${times}`);
    end = run.from + run.length;
  };
  for (const [code, width] of [...advances].sort(([a], [b]) => a - b)) {
    if (run && run.width === width && run.from + run.length === code) {
      run.length++;
      continue;
    }
    close();
    run = { from: code, width, length: 1 };
  }
  close();
  return tokens;
}

function inLines(tokens: readonly string[]): string {
  const lines: string[] = [];
  for (const token of tokens) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + token.length < LINE) lines[lines.length - 1] = `${last} ${token}`;
    else lines.push(token);
  }
  return lines.join('\n');
}

it('holds the widths of the fonts', async () => {
  const fonts = [
    ['REGULAR', 'DejaVuSansCondensed'],
    ['BOLD', 'DejaVuSansCondensed-Bold'],
  ] as const;
  const constants = fonts.map(
    ([name, font]) => `\n/** Of ${font}. */\nexport const ${name} = \`\n${inLines(runsOf(font))}\n\`;\n`,
  );
  const head = [
    '/**',
    ' * Made by test/formats/picture/advances.test.ts from the fonts: do not edit.',
    ' *',
    ' * Advance widths of all characters with a glyph, in 1/2048 of the font size, as runs of one width: the gap since',
    ' * the run before, `:`, the width, and `*` with the number of characters of a longer run; base 36.',
    ' */',
    '',
  ];
  for (const [, font] of fonts) expect(readWidths(fontFile(font)).unitsPerEm).toBe(2048);
  await expect(head.join('\n') + constants.join('')).toMatchFileSnapshot(
    '../../../src/formats/picture/advances.ts',
  );
});
