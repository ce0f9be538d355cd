import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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
