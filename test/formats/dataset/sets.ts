/** Sets of exports in memory: knowledge of several kinds, its files, and the descriptions written after them. */
import { createHash } from 'node:crypto';
import { Problems } from '../../../src/core/diagnostic.ts';
import { openProject } from '../../../src/files/openProject.ts';
import { packagedAsset } from '../../../src/files/packaged.ts';
import { checkProfile, type ExportSet, type Format, filesOf } from '../../../src/formats/formats.ts';
import type { Losses } from '../../../src/formats/losses.ts';
import { type ManifestFile, manifestOf } from '../../../src/formats/manifest.ts';
import type { ProfileName, WriteOptions } from '../../../src/formats/options.ts';
import { isRdfFormat } from '../../../src/formats/rdf/read.ts';
import { FORMATS } from '../../../src/formats/table.ts';
import type { DatasetInfo, Knowledge } from '../../../src/knowledge/knowledge.ts';
import { draw, read, weave } from '../../../src/pipeline.ts';
import { know, OPTIONS, SETTINGS, says, withFacts } from '../../harbour.ts';
import { fullKnowledge } from '../rdf/fixture.ts';

/** All that a data set can say of itself. */
export const INFO: Partial<DatasetInfo> = {
  description: 'Ships and ports, and "who" says so.',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  creators: [{ name: 'Carberry, Josiah', orcid: '0000-0002-1825-0097' }, { name: 'The harbour office' }],
  version: '1.2.0',
  doi: '10.5281/zenodo.1234567',
  issued: '2026-11-22',
  publisher: 'Ports & Sons',
  homepage: 'https://example.org/ships',
  download: 'https://example.org/files/',
  keywords: ['ships', 'ports'],
  language: 'en-GB',
};

export function harbourKnowledge(): Knowledge {
  return know(
    withFacts(
      says(
        'aurora: { homePort: { object: malmo, season: [winter, spring], berth: 7b, startDate: 1912-03 } }',
        'quote: left for Malmö',
      ),
      says(
        'aurora: { name: [Aurora, { object: Norrsken, language: sv }], launched: 1912~, tonnage: 3.10, crew: 12 }',
        'row: "17", column: names',
      ),
      says(
        'borealis: { escorts: { object: aurora, status: planned }, sisterShip: aurora }',
        'quote: sisters, saidBy: aurora, note: n',
      ),
      says(
        'borealis: { homePort: { none: true }, register: "https://example.org/r?x=1#y", retired: true }',
        'withoutPlace: hearsay',
      ),
      says(
        'aurora: { homePort: { object: visby, negated: true }, flagState: panama }',
        'quote: q, certainty: possible',
      ),
      says(
        'aurora: { sisterShip: borealis, crew: 13, scrapped: 1950/1951 }',
        'quote: other, source: paper, certainty: probable, confidence: "0.5"',
      ),
      says(
        'aurora: { launched: 1913-05-06 }, borealis: { launched: 1913-05, crew: { unknown: true } }',
        'quote: more, source: paper',
      ),
    ),
  ).knowledge;
}

export function rustKnowledge(): Knowledge {
  const problems = new Problems();
  const project = openProject('data/rust', problems);
  if (!project) throw new Error('data/rust cannot be opened');
  return weave(project, read(project, problems), problems);
}

function renamedKnowledge(): Knowledge {
  const { knowledge } = know({
    'facts.json': {
      sources: { log: { type: 'Article' } },
      entities: { aurora: { class: 'Ship', formerIds: ['zephyr', 'con'] }, borealis: 'Ship' },
      facts: [{ subject: 'borealis', relation: 'sisterShip', object: 'aurora', source: 'log', row: '1' }],
    },
  });
  return knowledge;
}

export const KNOWLEDGES: readonly (readonly [name: string, knowledge: () => Knowledge])[] = [
  ['harbour', harbourKnowledge],
  ['ships', () => fullKnowledge()],
  ['ships on a base that ends in #', () => fullKnowledge('https://example.org/data#')],
  ['rust', rustKnowledge],
  ['a ship that had other ids', renamedKnowledge],
  ['nothing', () => know({ 'facts.yaml': 'facts: []\n' }).knowledge],
];

export function withInfo(knowledge: Knowledge, info: Partial<DatasetInfo>): Knowledge {
  return { ...knowledge, dataset: { ...knowledge.dataset, ...info } };
}

export interface WrittenSet extends ExportSet {
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: Problems;
  readonly losses: ReadonlyMap<string, number>;
}

/** Writes the formats of these names as far as they can hold the profile, one after the other. */
export function writeSet(
  knowledge: Knowledge,
  names: readonly string[],
  { profile = 'statements', changes = {} }: { profile?: ProfileName; changes?: Partial<ManifestFile> } = {},
): WrittenSet {
  const problems = new Problems();
  const losses: Losses = new Map();
  const graph = draw(knowledge, SETTINGS);
  let set: ExportSet = {
    knowledge,
    graph,
    manifest: manifestOf({ knowledge, graph }, { name: 'ships', version: '9.8.7', options: OPTIONS }),
  };
  const texts = new Map<string, string>();
  const options: Partial<WriteOptions> = { profile };
  for (const format of names.flatMap((name): readonly Format[] => [FORMATS.get(name) ?? []].flat())) {
    if (checkProfile(format, profile)) continue;
    for (const { name, mediaType, chunks } of filesOf(format, set, {
      options,
      problems,
      losses,
      asset: packagedAsset,
      stem: 'ships',
    })) {
      const bytes = Buffer.concat([...chunks].map((chunk) => Buffer.from(chunk)));
      texts.set(name, bytes.toString());
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const own = isRdfFormat(format.name) ? { profile } : {};
      const file = {
        name,
        format: format.name,
        mediaType,
        bytes: bytes.length,
        sha256,
        losses: {},
        ...own,
        ...changes,
      };
      set = { ...set, manifest: { ...set.manifest, files: [...set.manifest.files, file] } };
    }
  }
  return { ...set, texts, problems, losses };
}
