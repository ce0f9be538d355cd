import { Problems } from '../core/diagnostic.ts';
import type { SourceId } from '../core/ids.ts';
import { anchorEvidence } from '../facts/anchor/anchorEvidence.ts';
import { verifyLock } from '../facts/anchor/applyLock.ts';
import { readLock } from '../facts/anchor/lock.ts';
import type { Parsed } from '../facts/parse.ts';
import { openProject } from '../files/openProject.ts';
import { findSourceTexts } from '../files/sourceTexts.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Project, read, weave } from '../pipeline.ts';
import type { Call, Command } from './command.ts';
import { EXIT, type Io } from './io.ts';
import { reportProblems, summaryOf, toJson } from './report.ts';

export const checkCommand: Command = {
  name: 'check',
  usage: 'check [DIR] [options]',
  summary: 'report every problem of a project, write nothing',
  details: [
    'Reads and checks the project in DIR (default: this folder). Quotes are compared with the texts of their',
    'sources, as far as these lie in the project folder or in a folder given with --sources.',
  ].join('\n'),
  options: [{ name: 'sources', value: 'DIR', summary: 'a folder with source texts (may be repeated)' }],
  words: [0, 1],
  run: runCheck,
};

function runCheck(call: Call, io: Io): number {
  const folder = call.words[0] ?? '.';
  const problems = new Problems();
  const project = openProject(folder, problems);
  let verified = '';
  if (project) {
    const parsed = read(project, problems);
    const knowledge = weave(project, parsed, problems);
    const texts = findSourceTexts(parsed.sources.values(), [folder, ...(call.values.get('sources') ?? [])]);
    verified = verifyQuotes({ project, parsed, knowledge, texts }, problems);
  }
  if (call.switches.has('json')) {
    io.out(
      `${JSON.stringify({ ok: problems.errors === 0, problems: problems.diagnostics.map(toJson) }, undefined, 2)}\n`,
    );
  } else {
    reportProblems(problems, io);
    io.out(`${verified}${summaryOf(problems)}\n`);
  }
  return problems.errors > 0 ? EXIT.refused : EXIT.ok;
}

interface Quoted {
  readonly project: Project;
  readonly parsed: Parsed;
  readonly knowledge: Knowledge;
  readonly texts: ReadonlyMap<SourceId, Uint8Array>;
}

/** Looks for every quote in the texts at hand, and says how many could be verified. */
function verifyQuotes({ project, parsed, knowledge, texts }: Quoted, problems: Problems): string {
  const { sources } = parsed;
  const evidence = parsed.facts.flatMap((fact) => fact.evidence);
  const previous = project.lock && readLock(project.lock, new Problems());
  anchorEvidence(evidence, { sources, texts, previous }, problems);
  const found = new Problems();
  const { verified, notAtHand } = verifyLock(
    knowledge.evidence,
    { sources: knowledge.sources, texts },
    found,
  );
  // What is wrong with the texts themselves was reported when the quotes were looked for.
  problems.addAll(found.diagnostics.filter(({ code }) => code === 'quote-moved'));
  const hidden =
    notAtHand > 0 ? `, ${notAtHand} not verified here (their texts are not at hand: --sources DIR)` : '';
  return `${verified} anchored quotes verified in their texts${hidden}\n`;
}
