import { readFileSync } from 'node:fs';
import { SourceText } from '../../src/core/place.ts';
import { loadOntology } from '../../src/ontology/load.ts';
import type { Ontology } from '../../src/ontology/ontology.ts';

/** A file of the folder `ontology/` of the project. */
export function shipped(name: string): SourceText {
  const path = `ontology/${name}`;
  return new SourceText(path, readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
}

/** A file of `test/ontology/cases/`. */
export function caseFile(name: string): SourceText {
  return new SourceText(name, readFileSync(new URL(`cases/${name}`, import.meta.url), 'utf8'));
}

/** Loads files after `factweave.ttl`; a problem fails the test. */
export function loadClean(...files: readonly SourceText[]): Ontology {
  const { ontology, diagnostics } = loadOntology([shipped('factweave.ttl'), ...files]);
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return ontology;
}

export function loadFilm(): Ontology {
  return loadClean(shipped('film.ttl'), shipped('lists.ttl'));
}
