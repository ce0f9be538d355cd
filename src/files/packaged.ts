import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AssetName } from '../formats/formats.ts';
import type { Client } from '../viewer/page.ts';
import { attempt, FileError } from './errors.ts';

/** The folder `ontology` that comes with factweave; `src` and `dist` lie beside it alike. */
export const ONTOLOGY_FOLDER = fileURLToPath(new URL('../../ontology/', import.meta.url));

/** The example project that `init` copies. */
export const STARTER_FOLDER = fileURLToPath(new URL('../../data/starter/', import.meta.url));

/** The version of factweave, from its package.json. */
export function packageVersion(): string {
  const text = readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8');
  const { version }: { version?: unknown } = JSON.parse(text);
  return String(version);
}

/** Files that the others bring along: the tool's own vocabulary, and value lists. */
const PARTS: readonly string[] = ['factweave', 'lists'];

/** The names of the ontologies that come with factweave. */
export function packagedOntologies(): string[] {
  const files = readdirSync(ONTOLOGY_FOLDER).filter((file) => file.endsWith('.ttl'));
  const names = files.map((file) => file.replace(/\.ttl$/, ''));
  return names.filter((name) => !PARTS.includes(name)).sort();
}

/** The file of a packaged ontology, or undefined when there is none of that name. */
export function packagedOntology(name: string): string | undefined {
  const path = `${ONTOLOGY_FOLDER}${name}.ttl`;
  return /^[a-z][a-z0-9-]*$/.test(name) && existsSync(path) ? path : undefined;
}

/** The bundled scripts of the viewer, which `npm run compile` makes: `dist` lies beside both `src` and itself. */
const VIEWER_FOLDER = fileURLToPath(new URL('../../dist/viewer/', import.meta.url));

/** A bundled script of the viewer with its stylesheet: the viewer itself, or what keeps a served page up to date. */
export function packagedViewer(part: 'client' | 'live'): Client {
  const read = (name: string): string => {
    const path = VIEWER_FOLDER + name;
    if (!existsSync(path))
      throw new FileError('read', path, 'it is not built yet, `npm run compile` makes it');
    return attempt('read', path, () => readFileSync(path, 'utf8'));
  };
  return { script: read(`${part}.js`), style: read(`${part}.css`) };
}

/** Reads a file of one of the packages that pictures are drawn with. */
export function packagedAsset(name: AssetName): Uint8Array {
  const require = createRequire(import.meta.url);
  switch (name) {
    case 'resvg':
      return readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm'));
    case 'font':
      return readFileSync(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'));
    case 'boldFont':
      return readFileSync(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'));
  }
}
