/** `verify` finds facts that one format shows and another does not, whatever the checksums say. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { FORMATS } from '../../src/formats/table.ts';
import { PROJECT, scratchFolders } from './scratch.ts';

const folderWith = scratchFolders('verify-facts');
const RDF = 'turtle,nquads';

async function call(...args: readonly string[]): Promise<string> {
  let printed = '';
  const out = (text: string) => {
    printed += text;
  };
  const code = await run(args, { out, err: out, terminal: false, now: () => 0 });
  return `${printed}exit ${code}`;
}

async function built(formats: string): Promise<string> {
  const folder = folderWith(PROJECT);
  await call('build', folder, '--formats', formats);
  return join(folder, 'out');
}

/** Changes a file and its checksum in the manifest. */
function forge(out: string, name: string, change: (text: string) => string): void {
  const text = change(readFileSync(join(out, name), 'utf8'));
  writeFileSync(join(out, name), text);
  const path = join(out, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  for (const file of manifest.files)
    if (file.name === name) file.sha256 = createHash('sha256').update(text).digest('hex');
  writeFileSync(path, JSON.stringify(manifest));
}

/** Changes the graph of the laid-out JSON. */
type Graph = {
  nodes: { attributes: Record<string, unknown> }[];
  edges: { attributes: Record<string, unknown> }[];
};
const inGraph = (change: (graph: Graph) => void) => (text: string) => {
  const graph = JSON.parse(text);
  change(graph);
  return JSON.stringify(graph);
};

describe('verify', () => {
  it.each([...FORMATS.keys(), RDF, 'csv,json'])('passes %s by itself', async (formats) => {
    expect(await call('verify', await built(formats))).toMatch(
      /: all equal(; \d by checksum alone)?\nexit 0$/,
    );
  });

  it.each(['graphml', 'gexf', 'json', 'cytoscape', 'nodelink'])('compares %s with RDF', async (format) => {
    const printed = await call('verify', await built(`nquads,${format}`));
    expect(printed).toMatch(/2 facts of ships\..* stand in it as statements; its 2 plain facts stand in/);
    expect(printed).toMatch(/exit 0$/);
  });

  it('finds a triple of a relation that no fact has', async () => {
    const out = await built(RDF);
    const { relations } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    const used = readFileSync(join(out, 'ships.nq'), 'utf8');
    const unused = relations.find((iri: string) => !used.includes(`<${iri}>`));
    expect(unused).toBeDefined();
    const rogue = `<https://example.org/id/aurora> <${unused}> <https://example.org/id/malmo> .\n`;
    for (const name of ['ships.ttl', 'ships.nq']) forge(out, name, (text) => text + rogue);
    const printed = await call('verify', out);
    expect(printed).toContain(`error verify-differs: ${join(out, 'ships.nq')} differs from the manifest`);
    expect(printed).toMatch(/exit 1$/);
  });

  it('finds a name that the graph does not give evidence of', async () => {
    const out = await built('nquads,json');
    forge(
      out,
      'ships.json',
      inGraph(({ nodes }) => {
        for (const { attributes } of nodes) delete attributes.evidence;
      }),
    );
    const printed = await call('verify', out);
    expect(printed).toContain(`${join(out, 'ships.json')} differs from the manifest in facts: 1, expected 2`);
    expect(printed).toMatch(/plain facts of <https:\/\/example.org\/id\/aurora>: nothing, expected f-/);
  });

  it('finds that without RDF too', async () => {
    const out = await built('json');
    forge(
      out,
      'ships.json',
      inGraph(({ edges }) => {
        for (const { attributes } of edges) attributes.facts = [];
      }),
    );
    expect(await call('verify', out)).toContain('differs from the manifest in facts: 1, expected 2');
  });

  it('finds a fact of an edge that is no statement', async () => {
    const out = await built('nquads,json');
    const other = `f-${'0'.repeat(32)}`;
    forge(
      out,
      'ships.json',
      inGraph(({ edges }) => {
        for (const { attributes } of edges) attributes.facts = [other];
      }),
    );
    expect(await call('verify', out)).toContain(`no such statement, expected ${other}`);
  });

  it('takes the output folder of a project', async () => {
    const folder = folderWith(PROJECT);
    await call('build', folder);
    expect(await call('verify', folder)).toContain(`${join(folder, 'out')}: all equal`);
  });
});
