/** `verify` on pictures: each thing that it compares is told when it is wrong. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Exported, exportAll, verify } from '../../exporting.ts';
import { says, withFacts } from '../../harbour.ts';

const FACTS = withFacts(says('aurora: { homePort: malmo, sisterShip: borealis }'));
const made = exportAll(FACTS, {}, ['json', 'svg', 'png']);

/** The same set with other bytes in one file. */
function changed(name: string, change: (bytes: Buffer) => Buffer): Exported {
  const file = made.written.get(name);
  if (!file) throw new Error(`no ${name}`);
  const contents = new Map([...file.contents].map(([one, bytes]) => [one, change(bytes)]));
  return { ...made, written: new Map([...made.written, [name, { ...file, contents }]]) };
}

const inText = (from: RegExp | string, to: string) => (bytes: Buffer) => {
  const text = bytes.toString('utf8');
  expect(text).toMatch(from);
  return Buffer.from(text.replace(from, to));
};

it('finds them right', async () => {
  const { problems, verified } = await verify(made);
  expect(problems.diagnostics).toEqual([]);
  const of = (end: string) => verified.filter(({ file }) => file.endsWith(end)).map(({ what }) => what);
  expect(of('.svg')).toEqual([expect.stringContaining('ids, labels, kinds and places equal to')]);
  expect(of('.png')).toEqual([expect.stringMatching(/^1600 × \d+ pixels$/)]);
  expect(
    createHash('sha256')
      .update(made.written.get('png')?.contents.get('x.png') ?? '')
      .digest('hex'),
  ).toBe(made.written.get('png')?.sha256);
});

it.each([
  ['a label', /data-label="[^"]*"/, 'data-label="Other"', 'verify-differs'],
  ['a kind', /data-kind="[^"]*"/, 'data-kind="Other"', 'verify-differs'],
  ['a place', /data-left="/, 'data-left="1', 'verify-differs'],
  ['an edge', /<g class="e .*?<\/g>\n/s, '', 'verify-differs'],
  ['the end of an edge', / d="M/, ' d="M9', 'verify-unreadable'],
] as const)('tells of %s that is another', async (_, from, to, code) => {
  const { problems } = await verify(changed('svg', inText(from, to)));
  expect([...problems.counts.keys()]).toContain(code);
});

it('tells of pixels that are cut off', async () => {
  const { problems } = await verify(changed('png', (bytes) => bytes.subarray(0, bytes.length - 4)));
  expect([...problems.counts.keys()]).toEqual(['verify-unreadable']);
});
