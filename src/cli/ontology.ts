import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problems } from '../core/diagnostic.ts';
import { attempt } from '../files/errors.ts';
import { makeFolder } from '../files/makeFolder.ts';
import { openOntologyFiles } from '../files/openProject.ts';
import { ONTOLOGY_FOLDER } from '../files/packaged.ts';
import { knownVocabularies } from '../files/vocabularies.ts';
import { generateOntologyFiles } from '../ontology/generate.ts';
import { lintOntology } from '../ontology/lint.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { Call, Command } from './command.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import { reportProblems, summaryOf, toJson } from './report.ts';

export const ontologyCommand: Command = {
  name: 'ontology',
  usage: 'ontology check|generate [NAME|FILE.ttl …] [options]',
  summary: 'check an ontology, or make its JSON Schema and reference page',
  details: [
    'Loads the ontologies in order (default: film); a later one extends the earlier. `check` reports what is',
    'incomplete or does not exist in the vocabulary it is taken from. `generate` writes the JSON Schema that lets',
    'an editor complete fact files, and a reference page in Markdown.',
  ].join('\n'),
  options: [
    { name: 'out', value: 'DIR', summary: 'where `generate` writes (default: the folder of the ontology)' },
  ],
  words: [1, 99],
  run: runOntology,
};

function runOntology(call: Call, io: Io): number {
  const [action = '', ...named] = call.words;
  if (action !== 'check' && action !== 'generate')
    throw new UsageError(`ontology check or ontology generate, not ${JSON.stringify(action)}`);
  const problems = new Problems();
  const names = named.length > 0 ? named : ['film'];
  const loaded = openOntologyFiles(names, problems);
  const ontology = loaded?.ontology;
  if (loaded && action === 'check') {
    const { vocabularies, unchecked } = knownVocabularies();
    problems.addAll(lintOntology(loaded.ontology, vocabularies, loaded.placeOf));
    if (unchecked.length > 0)
      io.err(`not checked, since their packages are not installed: ${unchecked.join(', ')}\n`);
  }
  const written =
    ontology && action === 'generate' && problems.errors === 0 ? generate(ontology, call, names) : [];
  if (call.switches.has('json')) {
    io.out(
      `${JSON.stringify({ ok: problems.errors === 0, written, problems: problems.diagnostics.map((one) => toJson(one)) }, undefined, 2)}\n`,
    );
  } else {
    reportProblems(problems, io);
    for (const path of written) io.out(`${path}\n`);
    if (ontology) io.out(`${describe(ontology)}; ${summaryOf(problems)}\n`);
  }
  return problems.errors > 0 ? EXIT.refused : EXIT.ok;
}

function describe({ classes, relations, qualifiers, lists }: Ontology): string {
  return `${classes.size} classes, ${relations.size} relations, ${qualifiers.size} qualifiers, ${lists.size} value lists`;
}

/** Writes the generated files that differ from what is there, and returns the paths of all. */
function generate(ontology: Ontology, call: Call, names: readonly string[]): string[] {
  const own = names.find((name) => name.endsWith('.ttl'));
  const folder = call.values.get('out')?.at(-1) ?? (own ? dirname(own) : join(ONTOLOGY_FOLDER, 'generated'));
  const paths: string[] = [];
  for (const [name, text] of generateOntologyFiles(ontology)) {
    const path = join(folder, name);
    attempt('write', path, () => {
      makeFolder(dirname(path));
      if (textOf(path) !== text) writeFileSync(path, text);
    });
    paths.push(path);
  }
  return paths;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
