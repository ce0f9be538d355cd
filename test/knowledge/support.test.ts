/** Long chains and circles of sources: each source is looked at once. */
import { expect, it } from 'vitest';
import type { SourceId } from '../../src/core/ids.ts';
import { supportFinder } from '../../src/knowledge/support.ts';
import { evidence, fact, id, named, source } from '../formats/rdf/fixture.ts';

const LENGTH = 20_000;
const nameOf = (i: number) => `s-${String(i).padStart(5, '0')}`;
const said = (...from: readonly number[]) =>
  fact({
    subject: 'aurora',
    relation: 'name',
    object: named('Aurora'),
    evidence: from.map((i) => evidence(nameOf(i))),
  });

it.each(['copyOf', 'corrects'] as const)('a chain of 20,000 by %s', (link) => {
  const sources = Array.from({ length: LENGTH }, (_, i) =>
    source(nameOf(i), i === 0 ? {} : { [link]: id<SourceId>(nameOf(i - 1)) }),
  );
  const supportOf = supportFinder(new Map(sources.map((one) => [one.id, one])));
  const all = Array.from({ length: LENGTH }, (_, i) => supportOf(said(i)));
  expect(all.map(({ corrections }) => corrections)).toEqual(all.map((_, i) => (link === 'corrects' ? i : 0)));
  expect(supportOf(said(3, 9, LENGTH - 1)).witnesses).toBe(link === 'copyOf' ? 1 : 3);
});

it('sources that copy each other in a circle are one witness, with those that copy them', () => {
  const links = [1, 2, 0, 2, 3];
  const sources = links.map((to, i) => source(nameOf(i), { copyOf: id<SourceId>(nameOf(to)) }));
  for (const order of [
    [0, 1, 2, 3, 4],
    [4, 3, 2, 1, 0],
    [2, 4, 0, 3, 1],
  ]) {
    const supportOf = supportFinder(new Map(sources.map((one) => [one.id, one])));
    for (const i of order) expect(supportOf(said(i)).witnesses).toBe(1);
    expect(supportOf(said(...order)).witnesses).toBe(1);
  }
});
