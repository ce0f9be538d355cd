/** The committed exports are what the main command makes, byte for byte, and what other programs read back. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../src/cli/run.ts';
import { Problems } from '../src/core/diagnostic.ts';
import { verifyFolder } from '../src/files/verifyFolder.ts';
import type { ManifestFile } from '../src/formats/manifest.ts';
import { FORMATS } from '../src/formats/table.ts';

const scratch = mkdtempSync(join(tmpdir(), 'factweave-exports-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const COMMITTED = 'exports/rust';
const quiet = { out: () => {}, err: () => {}, terminal: false, now: () => 0 };

describe('exports/rust', () => {
  it('is rebuilt byte for byte', async () => {
    const out = join(scratch, 'rust');
    expect(await run(['build', 'data/rust', '--out', out], quiet)).toBe(0);
    expect(readdirSync(out).sort()).toEqual(readdirSync(COMMITTED).sort());
    for (const name of readdirSync(COMMITTED)) {
      const [made, committed] = [out, COMMITTED].map((folder) => readFileSync(join(folder, name)));
      // As text where it is text, for a readable difference.
      const encoding = name.endsWith('.png') ? 'base64' : 'utf8';
      expect(made?.toString(encoding), name).toBe(committed?.toString(encoding));
    }
  });

  it('is read back equal by programs that did not write it', async () => {
    const problems = new Problems();
    const verified = await verifyFolder(COMMITTED, problems);
    expect(problems.diagnostics).toEqual([]);
    expect(new Set(verified.map(({ reader }) => reader))).toEqual(
      new Set(['oxigraph', 'saxes', 'graphology', 'graphology-graphml', 'header', 'sha256']),
    );
  });

  it('keeps an account of every fact', () => {
    const manifest = JSON.parse(readFileSync(join(COMMITTED, 'manifest.json'), 'utf8'));
    for (const { facts, format } of manifest.files) {
      expect(facts === undefined, format).toBe(FORMATS.get(format)?.input === 'set');
      if (!facts) continue;
      const outside = Object.values<number>(facts.outside).reduce((sum, count) => sum + count, 0);
      expect(facts.written + facts.refused + outside).toBe(facts.read);
    }
  });

  it('carries the evidence in every format but the image, which says that it does not', () => {
    const quote = 'financed by BondIt Media Capital';
    const { files } = JSON.parse(readFileSync(join(COMMITTED, 'manifest.json'), 'utf8'));
    const formats = files
      .filter(({ facts, losses }: ManifestFile) => facts && !losses['evidence-left-out'])
      .map(({ name }: ManifestFile) => name);
    expect(files.length - formats.length).toBe(4);
    expect(
      formats.filter((name: string) => !readFileSync(join(COMMITTED, name), 'utf8').includes(quote)),
    ).toEqual([]);
  });
});

const SHARED = process.env.FACTWEAVE_SOURCES ?? '../shared/sources';

describe.skipIf(!existsSync(SHARED))('the quotes of data/rust', () => {
  it('stand in the article where the lock file says', async () => {
    const printed: string[] = [];
    const io = { ...quiet, out: (text: string) => void printed.push(text) };
    expect(await run(['check', 'data/rust', '--sources', SHARED], io)).toBe(0);
    expect(printed.join('')).toMatch(/^\d+ anchored quotes verified in their texts\n0 errors, 0 warnings\n$/);
  });
});
