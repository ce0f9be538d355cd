/** Pages of the viewer on disk, as `factweave view` writes them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { type Client, writeViewer } from '../../src/viewer/page.ts';
import type { ViewerPayload } from '../../src/viewer/payload.ts';
import { know, SETTINGS, says, withFacts } from '../harbour.ts';
import { payloadOf } from '../viewer/voyages.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The compiled program. */
const DIST = resolve(process.env.FACTWEAVE_DIST ?? join(ROOT, 'dist'));
export const MAIN = join(DIST, 'cli/main.js');

export const CLIENT: Client = {
  script: readFileSync(join(DIST, 'viewer/client.js'), 'utf8'),
  style: readFileSync(join(DIST, 'viewer/client.css'), 'utf8'),
};

export interface Pages {
  /** The page of data/rust, by the command. */
  readonly rust: () => string;
  readonly write: (name: string, payload: ViewerPayload) => string;
  readonly writeText: (name: string, text: string) => string;
}

/** A folder of pages, deleted after the tests of the file. */
export function pages(): Pages {
  const folder = mkdtempSync(join(tmpdir(), 'factweave-browser-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const writeText = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  let rust: string | undefined;
  return {
    rust() {
      if (rust !== undefined) return rust;
      rust = join(folder, 'rust.html');
      execFileSync(process.execPath, [MAIN, 'view', 'data/rust', '--quiet', '--out', rust], {
        cwd: ROOT,
        stdio: 'pipe',
      });
      return rust;
    },
    write: (name, payload) => writeText(name, pageText(payload)),
    writeText,
  };
}

export function pageText(payload: ViewerPayload): string {
  return [...writeViewer(payload, CLIENT)].join('');
}

/** The payload that a page carries. */
export function payloadIn(file: string): ViewerPayload {
  const found = /id="payload">(.*?)<\/script>/s.exec(readFileSync(file, 'utf8'))?.[1];
  if (found === undefined) throw new Error(`no payload in ${file}`);
  return JSON.parse(found);
}

/** Ships with all that filters look at: two sources, years, a dispute, planned, alleged and denied facts. */
export function harbour(): ViewerPayload {
  const files = withFacts(
    says('aurora: { name: Aurora, homePort: malmo }', 'quote: the Aurora of Malmö'),
    says('aurora: { homePort: visby }', 'source: paper, quote: is based at Visby'),
    says('borealis: { name: Borealis, sisterShip: aurora }', 'source: paper, quote: built to the same plans'),
    says('borealis: { trader: { object: malmo, startDate: 1920, endDate: 1924 } }', 'quote: traded at Malmö'),
    says('aurora: { trader: { object: visby, startDate: 1930, endDate: 1931 } }', 'quote: then at Visby'),
    '{ quote: never came to Visby, says: { borealis: { homePort: { object: visby, negated: true } } } }',
    '{ quote: will call at Visby, status: planned, says: { borealis: { trader: visby } } }',
    '{ quote: may belong to Malmö, status: alleged, saidBy: visby, says: { borealis: { homePort: malmo } } }',
  );
  const dataset = { ...SETTINGS.dataset, description: 'Ships and ports', creators: [{ name: 'A. Keeper' }] };
  const { knowledge, problems } = know(files, { settings: { ...SETTINGS, dataset } });
  if (problems.errors > 0) throw new Error(JSON.stringify(problems.diagnostics));
  return payloadOf(knowledge);
}
