/** The loss report of every format: one graph and one knowledge that lose whatever can be lost, and what is counted,
 * which is what docs/formats.md says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/core/diagnostic.ts';
import { packagedAsset } from '../../src/files/packaged.ts';
import { type Format, filesOf } from '../../src/formats/formats.ts';
import { LOSSES, type LossName } from '../../src/formats/losses.ts';
import { manifestOf } from '../../src/formats/manifest.ts';
import type { WriteOptions } from '../../src/formats/options.ts';
import { FORMATS } from '../../src/formats/table.ts';
import type { DatasetInfo } from '../../src/knowledge/knowledge.ts';
import { OPTIONS } from '../harbour.ts';
import { entity, evidence, fact, knowledgeOf, named, source, toEntity, toLiteral } from './rdf/fixture.ts';
import { type NodeSpec, placedGraph } from './shipsAndPorts.ts';

const PAGE = readFileSync('docs/formats.md', 'utf8');

const NODES: readonly NodeSpec[] = [
  { id: 'a', label: 'two\nlines', lineage: ['Ship:of the line', 'Thing'] },
  { id: 'b', label: '=1+1' },
  { id: 'c', label: 'c\ufffe' },
  // The second use of an id is refused, and with it the edges that end there.
  { id: 'd', label: 'd' },
  { id: 'd', label: 'd' },
  // In a picture: no room beside the others, which stand in the same place.
  ...Array.from({ length: 30 }, (_, i) => ({ id: `f${i}`, label: `港 ${'of the long name '.repeat(12)}` })),
];

/** Column by column: what it makes a format lose. */
const graph = placedGraph({
  sized: true,
  nodes: NODES,
  edges: [
    { id: 'e-1', from: 'a', to: 'b' },
    { id: 'e-2', from: 'b', to: 'a' },
    { id: 'e-3', from: 'a', to: 'd' },
  ],
  nodeColumns: [
    { name: 'evidence', type: 'string', values: ['[{"quote":"q"}]', undefined, undefined, undefined] },
    { name: 'blank', type: 'string', values: ['', 'x', undefined, undefined] },
    { name: 'flags', type: 'strings', values: [['one;1', 'two'], undefined, undefined, undefined] },
    { name: 'large', type: 'int', values: [3_000_000_000, 1, undefined, undefined] },
    { name: 'Size', type: 'string', values: ['long', undefined, undefined, undefined] },
  ],
  edgeColumns: [
    { name: 'end', type: 'string', values: ['1900-01-01', undefined, undefined] },
    { name: 'start', type: 'string', values: ['1950-01-01', undefined, undefined] },
  ],
});

const piece = evidence('log', { quote: 'half \udc00' });
const knowledge = knowledgeOf({
  entities: [entity('aurora'), entity('borealis')],
  sources: [source('log')],
  facts: [
    fact({ subject: 'aurora', relation: 'name', object: named('half \ud800'), evidence: [piece] }),
    fact({ subject: 'aurora', relation: 'homePort', object: toEntity('borealis'), evidence: [piece] }),
    fact({ subject: 'aurora', relation: 'built', object: toLiteral({ datatype: 'date', text: 'Y17000' }) }),
    fact({
      subject: 'aurora',
      relation: 'tonnage',
      object: toLiteral({ datatype: 'integer', text: '9'.repeat(20) }),
    }),
    fact({ subject: 'aurora', relation: 'sisterShip', object: toEntity('borealis'), notPlain: 'planned' }),
  ],
});

/** What is told of the set as a whole, and cannot be by each format. */
const INFOS: readonly Partial<DatasetInfo>[] = [
  {},
  { description: 'half \ud800' },
  {
    creators: [{ name: 'A. Mate' }],
    publisher: 'Harbour office',
    licence: 'in words',
    doi: '10.1000/a<b',
    homepage: 'urn:x:1',
  },
];

function lossesOf(
  format: Format,
  options: Partial<WriteOptions> = {},
  info: Partial<DatasetInfo> = {},
): readonly LossName[] {
  const losses = new Map<LossName, number>();
  const told = { ...knowledge, dataset: { ...knowledge.dataset, ...info } };
  const manifest = manifestOf({ knowledge, graph }, { name: 'x', version: '0', options: OPTIONS });
  const context = { problems: new Problems(), losses, options, asset: packagedAsset, stem: 'x' };
  for (const { chunks } of filesOf(format, { knowledge: told, graph, manifest }, context))
    for (const _ of chunks);
  return [...losses.keys()].sort();
}

/** With the options under which more is lost than without any. */
const LOSSY: readonly Partial<WriteOptions>[] = [
  {},
  { profile: 'plain' },
  { formulas: 'prefix' },
  { illegalCharacters: 'replace' },
];

/** The names after «Losses:» in the section of each format, up to the next blank line. */
function documented(name: string): string[] {
  const [, section = ''] =
    new RegExp(`^## \`${name}\`$([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(PAGE) ?? [];
  const [, losses = ''] = /^\*\*Losses:\*\*([\s\S]*?)\n\n/m.exec(section) ?? [];
  return [...losses.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map((match) => match[1] ?? '').sort();
}

describe('the loss report', () => {
  it.each([...FORMATS.values()])('of $name counts what the format forces, and nothing else', (format) => {
    const infos = format.input === 'set' ? INFOS : [{}];
    const found = new Set(
      LOSSY.flatMap((options) => infos.flatMap((info) => lossesOf(format, options, info))),
    );
    expect(documented(format.name)).toEqual([...found].sort());
  });

  it('has words for each loss, and each occurs here', () => {
    const all = new Set([...FORMATS.keys()].flatMap(documented));
    expect([...all].sort()).toEqual(Object.keys(LOSSES).sort());
  });
});
