import { Problems } from '../core/diagnostic.ts';
import type { SourceId } from '../core/ids.ts';
import { anchorEvidence, sha256Of } from '../facts/anchor/anchorEvidence.ts';
import { type AnchorCheck, verifyLock } from '../facts/anchor/applyLock.ts';
import { readLock } from '../facts/anchor/lock.ts';
import type { Parsed } from '../facts/parse.ts';
import { openProject } from '../files/openProject.ts';
import { findSourceTexts } from '../files/sourceTexts.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Project, read, weave } from '../pipeline.ts';
import type { Call, Command } from './command.ts';
import type { Io } from './io.ts';
import { askedProblems, exitCodeOf, MAX_PROBLEMS, reportProblems, summaryOf, toJson } from './report.ts';

export const checkCommand: Command = {
  name: 'check',
  usage: 'check [DIR] [options]',
  summary: 'report every problem of a project, write nothing',
  details: [
    'Reads and checks the project in DIR (default: this folder). Quotes are compared with the texts of their',
    'sources, as far as these lie in the project folder or in a folder given with --sources.',
  ].join('\n'),
  options: [
    { name: 'sources', value: 'DIR', summary: 'a folder with source texts (may be repeated)' },
    MAX_PROBLEMS,
  ],
  words: [0, 1],
  run: runCheck,
};

function runCheck(call: Call, io: Io): number {
  const folder = call.words[0] ?? '.';
  const { problems, shown } = askedProblems(call);
  const project = openProject(folder, problems);
  let result: AnchorCheck | undefined;
  if (project) {
    const parsed = read(project, problems);
    const texts = findSourceTexts(parsed.sources.values(), [folder, ...(call.values.get('sources') ?? [])]);
    const knowledge = weave({ ...project, changedTexts: changedTexts(parsed, texts) }, parsed, problems);
    result = verifyQuotes({ project, parsed, knowledge, texts }, problems);
  }
  if (call.switches.has('json')) {
    io.out(
      `${JSON.stringify({ ok: problems.errors === 0, ...result, problems: problems.diagnostics.map((one) => toJson(one, folder)) }, undefined, 2)}\n`,
    );
  } else {
    reportProblems(problems, io, { shown, folder });
    io.out(`${result ? showCheck(result) : ''}${summaryOf(problems)}\n`);
  }
  return exitCodeOf(problems);
}

interface Quoted {
  readonly project: Project;
  readonly parsed: Parsed;
  readonly knowledge: Knowledge;
  readonly texts: ReadonlyMap<SourceId, Uint8Array>;
}

/** The sources whose text is there with another sha256 than the one that was read. */
function changedTexts({ sources }: Parsed, texts: Quoted['texts']): Set<SourceId> {
  const changed = new Set<SourceId>();
  for (const [id, bytes] of texts) {
    const declared = sources.get(id)?.sha256;
    if (declared !== undefined && declared !== sha256Of(bytes)) changed.add(id);
  }
  return changed;
}

/** Looks for every quote in the texts at hand, and says how many could be verified. */
function verifyQuotes({ project, parsed, knowledge, texts }: Quoted, problems: Problems): AnchorCheck {
  const { sources } = parsed;
  const evidence = parsed.facts.flatMap((fact) => fact.evidence);
  const previous = project.lock && readLock(project.lock, new Problems());
  anchorEvidence(evidence, { sources, texts, previous }, problems);
  const found = new Problems();
  const result = verifyLock(knowledge.evidence, { sources: knowledge.sources, texts }, found);
  // What is wrong with the texts themselves was reported when the quotes were looked for.
  problems.addAll(found.diagnostics.filter(({ code }) => code === 'quote-moved'));
  return result;
}

function showCheck({ verified, notAtHand }: AnchorCheck): string {
  const hidden =
    notAtHand > 0 ? `, ${notAtHand} not verified here (their texts are not at hand: --sources DIR)` : '';
  return `${verified} anchored quotes verified in their texts${hidden}\n`;
}
