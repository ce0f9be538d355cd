/**
 * The test files of the W3C for RDF 1.1, out of the source package of rdflib: fetched by pip into a folder that is not
 * committed, checked by its hash.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, type Quad } from 'oxigraph';

const FOLDER = fileURLToPath(new URL('.fetched/', import.meta.url));
const PACKAGE = 'rdflib-7.6.0';
const REQUIREMENT =
  'rdflib==7.6.0 --hash=sha256:6c831288d5e4a5a7ece85d0ccde9877d512a3d0f02d7c06455d00d6d0ea379df\n';
const SUITES = {
  turtle: 'text/turtle',
  trig: 'application/trig',
  ntriples: 'application/n-triples',
  nquads: 'application/n-quads',
} as const;
const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

export interface TestFile {
  /** `turtle/IRI_subject.ttl` */
  readonly name: string;
  readonly quads: readonly Quad[];
}

/** Fetches the package unless it is there, and gives the suites' folder. */
function fetched(): string {
  const suites = join(FOLDER, PACKAGE, 'test/data/suites/w3c');
  if (existsSync(suites)) return suites;
  mkdirSync(FOLDER, { recursive: true });
  const requirements = join(FOLDER, 'requirements.txt');
  writeFileSync(requirements, REQUIREMENT);
  const python = join(FOLDER, 'venv/bin/python');
  const run = (program: string, args: readonly string[]) =>
    execFileSync(program, args, { cwd: FOLDER, stdio: ['ignore', 'pipe', 'pipe'] });
  run('python3', ['-m', 'venv', join(FOLDER, 'venv')]);
  const download = [
    'download',
    '--quiet',
    '--no-input',
    '--no-deps',
    '--no-binary',
    'rdflib',
    '--require-hashes',
  ];
  run(python, ['-m', 'pip', '--disable-pip-version-check', ...download, '-r', requirements, '-d', FOLDER]);
  run('tar', ['xzf', `${PACKAGE}.tar.gz`, `${PACKAGE}/test/data/suites/w3c`]);
  return suites;
}

/** Every file that a manifest calls the action of a positive test, as Oxigraph reads it. */
export function positiveFiles(): readonly TestFile[] {
  const suites = fetched();
  return Object.entries(SUITES).flatMap(([suite, format]) => {
    const folder = join(suites, suite);
    const base = `https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-${suite}/`;
    const actions = actionsOf(readFileSync(join(folder, 'manifest.ttl'), 'utf8'), base);
    return actions.map((name) => {
      // Given a text and no iterable, Oxigraph returns the list at once.
      const quads = parse(readFileSync(join(folder, name), 'utf8'), {
        format,
        base_iri: base + name,
      }) as Quad[];
      return { name: `${suite}/${name}`, quads };
    });
  });
}

function actionsOf(manifest: string, base: string): readonly string[] {
  const quads = parse(manifest, { format: 'text/turtle', base_iri: `${base}manifest.ttl` }) as Quad[]; // as above
  const positive = new Set(
    quads
      .filter(
        ({ predicate, object }) =>
          predicate.value === `${RDF}type` && /Positive|TestTurtleEval|TestTrigEval/.test(object.value),
      )
      .map(({ subject }) => subject.value),
  );
  const actions = quads.filter(
    ({ subject, predicate }) => predicate.value === `${MF}action` && positive.has(subject.value),
  );
  return [...new Set(actions.map(({ object }) => object.value.slice(base.length)))].sort();
}
