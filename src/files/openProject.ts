import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Problems } from '../core/diagnostic.ts';
import type { Place, SourceText } from '../core/place.ts';
import { nearest } from '../core/suggest.ts';
import { type Document, treeDocument } from '../facts/document.ts';
import { type InputFile, isReadByLine } from '../facts/read.ts';
import { asMap } from '../facts/reading.ts';
import { decode } from '../facts/text/decode.ts';
import { TEXT_LIMITS } from '../facts/text/limits.ts';
import { readYaml } from '../facts/text/yaml.ts';
import { loadOntology } from '../ontology/load.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { importsOf } from '../ontology/turtle.ts';
import type { Project } from '../pipeline.ts';
import { parseSettings, SETTINGS_FILE, type Settings } from '../project/settings.ts';
import { attempt } from './errors.ts';
import { packagedOntologies, packagedOntology } from './packaged.ts';

/** The lock file of a project, written by `anchor`. */
export const LOCK_FILE = 'evidence.lock.json';

/** Bytes of a JSON lines file, unless the settings name a limit. */
const LINES_LIMIT = 2_000_000_000;

/** A project folder with all its files in memory. */
export interface OpenProject extends Project {
  readonly folder: string;
  /** Where the settings say where and under which name to write, or would. */
  readonly outputPlace: Place;
}

/**
 * Reads a project folder: `factweave.yaml`, and the ontology, fact and lock files that belong to it.
 *
 * Problems are added with the places where files are named, by their names in the folder, so that they are the same
 * wherever the folder lies. Undefined when the settings cannot be used.
 */
export function openProject(folder: string, problems: Problems): OpenProject | undefined {
  const opened = openSettings(folder, problems);
  if (!opened) return undefined;
  const { settings, document } = opened;
  const ontology = openOntology(folder, { settings, document }, problems);
  const inputs = settings.inputs.flatMap((name, i) => {
    const place = document.place(['inputs', i]);
    const limit = settings.limits.fileBytes ?? (isReadByLine(name) ? LINES_LIMIT : TEXT_LIMITS.fileBytes);
    return openInput(folder, { name, place, limit }, problems) ?? [];
  });
  const lockPath = join(folder, LOCK_FILE);
  const lock = isFile(lockPath) ? decode(LOCK_FILE, readBytes(lockPath), problems) : undefined;
  const unopened = settings.inputs.length - inputs.length;
  const outputPlace = document.place([asMap(document.value)?.output === undefined ? 'name' : 'output']);
  return ontology && { folder, outputPlace, settings, ontology, inputs, lock, unopened };
}

/** Reads only the settings of a project. */
export function openSettings(
  folder: string,
  problems: Problems,
): { settings: Settings; document: Document } | undefined {
  const path = join(folder, SETTINGS_FILE);
  if (!isFile(path)) {
    problems.add('no-project', undefined, { path });
    return undefined;
  }
  const source = decode(SETTINGS_FILE, readBytes(path), problems);
  const tree = source && readYaml(source, problems);
  if (!source || !tree) return undefined;
  const document = treeDocument(source, tree);
  const settings = parseSettings(document, { folderName: stemOf(folder) }, problems);
  return settings && { settings, document };
}

/** The name of the folder, fit for a file name. */
function stemOf(folder: string): string {
  return (
    basename(resolve(folder))
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '') || 'graph'
  );
}

function openOntology(
  folder: string,
  { settings, document }: { settings: Settings; document: Document },
  problems: Problems,
): Ontology | undefined {
  const named = settings.ontology.map((name, i) => ({ name, place: document.place(['ontology', i]) }));
  return loadNamed(named, (file) => openText(folder, file, problems), problems)?.ontology;
}

/** An ontology, and where its terms are described. */
export interface LoadedOntology {
  readonly ontology: Ontology;
  readonly placeOf: (iri: string) => Place | undefined;
}

/** Loads ontologies by name or `.ttl` path, the paths counting from the working folder. */
export function openOntologyFiles(names: readonly string[], problems: Problems): LoadedOntology | undefined {
  const named = names.map((name) => ({ name, place: { file: name, line: 1, column: 1 } }));
  const open = ({ name, place }: Named): SourceText | undefined => {
    if (existsSync(name)) return decode(name, readBytes(name), problems);
    problems.add('file-missing', place, { path: name });
    return undefined;
  };
  return loadNamed(named, open, problems);
}

/** Loads ontologies in order, after the tool's own vocabulary; packaged ones bring those that they import. */
function loadNamed(
  named: readonly Named[],
  open: (file: Named) => SourceText | undefined,
  problems: Problems,
): LoadedOntology | undefined {
  const before = problems.errors;
  const texts = new Map<string, SourceText>();
  addPackaged('factweave', texts, problems);
  for (const file of named) {
    if (!file.name.endsWith('.ttl')) {
      if (packagedOntology(file.name)) addPackaged(file.name, texts, problems);
      else
        problems.add('unknown-ontology', file.place, {
          value: file.name,
          allowed: packagedOntologies(),
          suggestion: nearest(file.name, packagedOntologies()),
        });
      continue;
    }
    const text = open(file);
    if (text) texts.set(file.name, text);
  }
  if (problems.errors > before) return undefined;
  const { ontology, diagnostics, placeOf } = loadOntology([...texts.values()]);
  problems.addAll(diagnostics);
  return problems.errors > before ? undefined : { ontology, placeOf };
}

function addPackaged(name: string, texts: Map<string, SourceText>, problems: Problems): void {
  const path = packagedOntology(name);
  const text =
    path && !texts.has(name) ? decode(`ontology/${name}.ttl`, readBytes(path), problems) : undefined;
  if (!text) return;
  texts.set(name, text);
  for (const iri of importsOf(text)) addPackaged(iri.replace(/^.*\//, ''), texts, problems);
}

interface Named {
  readonly name: string;
  readonly place: Place;
  readonly limit?: number;
}

function openInput(folder: string, named: Named, problems: Problems): InputFile | undefined {
  const path = join(folder, named.name);
  if (!isInside(folder, path, named, problems)) return undefined;
  const bytes = statSync(path).size;
  if (named.limit !== undefined && bytes > named.limit) {
    problems.add('file-too-large', named.place, { bytes, limit: named.limit });
    return undefined;
  }
  return { file: relative(folder, path).split(sep).join('/'), bytes: readBytes(path) };
}

/** Reads a UTF-8 text inside the project folder. */
function openText(folder: string, named: Named, problems: Problems): SourceText | undefined {
  const input = openInput(folder, named, problems);
  return input && decode(input.file, input.bytes, problems);
}

function isInside(folder: string, path: string, { name, place }: Named, problems: Problems): boolean {
  if (!isFile(path)) {
    problems.add('file-missing', place, { path: name });
    return false;
  }
  const way = relative(realpathSync(folder), realpathSync(path));
  if (way !== '..' && !way.startsWith(`..${sep}`)) return true;
  problems.add('outside-folder', place, { path: name, folder });
  return false;
}

function readBytes(path: string): Uint8Array {
  return attempt('read', path, () => readFileSync(path));
}

/** A regular file: reading a pipe or a device could go on for ever. */
function isFile(path: string): boolean {
  return existsSync(path) && attempt('read', path, () => statSync(path)).isFile();
}
