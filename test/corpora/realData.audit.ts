/** Public data through every format, read back equal. Skipped without the data. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { Problems } from '../../src/core/diagnostic.ts';
import { exportProject } from '../../src/files/exportProject.ts';
import { openOntologyFiles, openProject } from '../../src/files/openProject.ts';
import { verifyFolder } from '../../src/files/verifyFolder.ts';
import { isRdfFormat } from '../../src/formats/rdf/read.ts';
import { FORMATS } from '../../src/formats/table.ts';
import { build } from '../../src/pipeline.ts';
import { type Exported, exportAll, verify } from '../exporting.ts';
import { oxigraphLines } from '../formats/rdf/reading.ts';
import { READ_BACK } from '../formats/readBack.ts';
import { SETTINGS } from '../harbour.ts';
import { audited, counted } from './audited.ts';
import { films, hasFilms, hasOscars, oscars } from './realData.ts';

/** How many are compared in memory, format by format, unless these ask for more. */
const FILMS = Number(process.env.FACTWEAVE_FILMS ?? 100);
const NOMINATIONS = Number(process.env.FACTWEAVE_NOMINATIONS ?? 300);

function exported(text: string): Exported {
  const problems = new Problems();
  const loaded = openOntologyFiles(['film'], problems);
  if (!loaded) throw new Error(JSON.stringify(problems.diagnostics));
  const settings = { ...SETTINGS, view: { ...SETTINGS.view, communities: false } };
  return exportAll({ 'facts.jsonl': text }, { ontology: loaded.ontology, settings });
}

describe.each([
  [`${counted(NOMINATIONS)} nominations of oscar_data`, hasOscars, () => oscars(NOMINATIONS)],
  [`${counted(FILMS)} films of wikipedia-movie-data`, hasFilms, () => films(FILMS)],
])('%s', (name, isThere, convert) => {
  if (!isThere) {
    test.skip(`${name}: the data are not there`, () => {});
    return;
  }
  let all: Exported;
  beforeAll(() => {
    all = exported(convert());
  });

  audited('read, woven, written', '0 errors, every fact accounted for', () => {
    const { knowledge, problems, graph, written } = all;
    const faults = problems.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map((one) => JSON.stringify(one).slice(0, 300));
    for (const { format, facts } of written.values()) {
      const outside = Object.values(facts?.outside ?? {}).reduce((sum, count) => sum + count, 0);
      if (facts && facts.written + facts.refused + outside !== knowledge.counts.read)
        faults.push(`${format}: ${JSON.stringify(facts)}`);
    }
    const found =
      `${counted(knowledge.counts.read)} facts read, ${counted(knowledge.facts.length)} distinct, ` +
      `${counted(graph.view.nodes.count)} nodes, ${counted(graph.view.edges.count)} edges in ${written.size} formats`;
    return { found, faults };
  });

  audited('factweave verify', '0 differences', async () => {
    const { problems, verified } = await verify(all);
    const faults = problems.diagnostics.map((one) => JSON.stringify(one).slice(0, 300));
    return { found: `${verified.length} comparisons equal`, faults };
  });

  audited('RDF by Oxigraph', 'every format holds the same quads', async () => {
    const expected = (all.written.get('nquads')?.text ?? '').split('\n').slice(0, -1);
    const faults: string[] = [];
    let formats = 0;
    for (const [format, { text }] of all.written) {
      if (!isRdfFormat(format)) continue;
      formats++;
      const lines = await oxigraphLines(text, format);
      const known = new Set(lines);
      if (lines.length !== expected.length)
        faults.push(`${format}: ${lines.length} quads, not ${expected.length}`);
      for (const line of expected) if (!known.has(line)) faults.push(`${format}: missing ${line}`);
    }
    return { found: `${counted(expected.length)} quads in ${formats} formats`, faults };
  });

  audited('names in every format', 'each entity under its name', async () => {
    const faults: string[] = [];
    const entities = [...all.knowledge.entities.values()];
    let formats = 0;
    for (const format of FORMATS.keys()) {
      const reader = READ_BACK[format];
      const text = all.written.get(format)?.text;
      if (!reader || text === undefined) continue;
      formats++;
      const labels = await reader.labels(text, all.knowledge.dataset.base);
      for (const { id, name } of entities) {
        if (labels.get(id) !== reader.asWritten(name))
          faults.push(`${format}: ${id} is ${labels.get(id)}, not ${name}`);
      }
    }
    return { found: `${counted(entities.length)} entities in ${formats} formats`, faults };
  });
});

/** Written to the disk and verified there, as users do. There are 36,273 films; all of them verify in 2 GB and some minutes. */
const FILMS_ON_DISK = Number(process.env.FACTWEAVE_FILMS_ON_DISK ?? 5000);

describe.each([
  ['all nominations of oscar_data', hasOscars, () => oscars(Number.POSITIVE_INFINITY)],
  [`${counted(FILMS_ON_DISK)} films of wikipedia-movie-data`, hasFilms, () => films(FILMS_ON_DISK)],
])('%s, on disk', (name, isThere, convert) => {
  if (!isThere) {
    test.skip(`${name}: the data are not there`, () => {});
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'factweave-real-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  audited('build and verify, every format', '0 errors, 0 differences', async () => {
    writeFileSync(join(folder, 'facts.jsonl'), convert());
    writeFileSync(
      join(folder, 'factweave.yaml'),
      `factweave: 1\ntitle: Real data\nname: real\nbase: https://example.org/real/\nontology: [film]\ninputs: [facts.jsonl]\n` +
        `layout: { engine: none }\nview: { communities: false }\nformats: [${[...FORMATS.keys()].join(', ')}]\n`,
    );
    const problems = new Problems();
    const project = openProject(folder, problems);
    if (!project) throw new Error(JSON.stringify(problems.diagnostics));
    const { knowledge, graph } = build(project, problems);
    const out = join(folder, 'exports');
    const writing = {
      folder: out,
      keepGoing: false,
      listener: { end: () => {}, progress: () => {} },
      project,
    };
    exportProject({ knowledge, graph, settings: project.settings }, writing, problems);
    const verified = await verifyFolder(out, problems);
    const faults = problems.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map((one) => JSON.stringify(one).slice(0, 300));
    const found = `${counted(knowledge.counts.read)} facts in ${FORMATS.size} formats, ${verified.length} files or pairs equal`;
    return { found, faults };
  });
});
