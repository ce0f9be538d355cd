import { Problems } from '../core/diagnostic.ts';
import type { EntityId, FactId, SourceId } from '../core/ids.ts';
import { nearest } from '../core/suggest.ts';
import type { Evidence, FactObject, Literal } from '../facts/facts.ts';
import { openProject } from '../files/openProject.ts';
import type { Knowledge, KnownEntity, KnownFact } from '../knowledge/knowledge.ts';
import { certaintyOf } from '../knowledge/merge.ts';
import { read, weave } from '../pipeline.ts';
import type { Call, Command } from './command.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import { reportProblems, toJson } from './report.ts';

export const explainCommand: Command = {
  name: 'explain',
  usage: 'explain ID [DIR] [options]',
  summary: 'print an entity, a fact or a source with its evidence',
  details: [
    'ID is an entity, such as rust, a fact, such as f-1a2b… (the first digits are enough), or a source. DIR is the',
    'project (default: this folder). Shows every fact about the entity, said by it or read in the source: status,',
    'source, quote and place.',
  ].join('\n'),
  options: [],
  words: [1, 2],
  run: runExplain,
};

function runExplain(call: Call, io: Io): number {
  const [id = '', folder = '.'] = call.words;
  const problems = new Problems();
  const project = openProject(folder, problems);
  const knowledge = project && weave(project, read(project, problems), problems);
  const json = call.switches.has('json');
  if (!knowledge || problems.errors > 0) {
    if (json) io.out(`${JSON.stringify(resultOf(problems, folder), undefined, 2)}\n`);
    else reportProblems(problems, io, { folder });
    return EXIT.refused;
  }
  const entity = knowledge.entities.get(id as EntityId); // a look-up only: the map holds parsed ids
  const source = entity ? undefined : knowledge.sources.get(id as SourceId); // as above
  const facts = entity
    ? factsAbout(knowledge, entity.id)
    : source
      ? factsFrom(knowledge, source.id)
      : factsCalled(knowledge, id);
  if (!entity && !source && facts.length === 0) throw unknownId(knowledge, id);
  if (json) {
    const result = {
      ...resultOf(problems, folder),
      entity: entity && { id, class: entity.class, name: entity.name, formerIds: entity.formerIds },
      source: source && { id, type: source.type, title: source.title },
      facts: facts.map((fact) => factToJson(fact)),
    };
    io.out(`${JSON.stringify(result, undefined, 2)}\n`);
    return EXIT.ok;
  }
  if (entity) io.out(`${showEntity(knowledge, entity)}\n`);
  if (source) io.out(`${source.title ?? id} — ${source.type} ${id}\n  ${source.url ?? 'without url'}\n\n`);
  for (const fact of facts) io.out(`${showFact(knowledge, fact)}\n`);
  return EXIT.ok;
}

function resultOf(problems: Problems, folder: string): object {
  return { ok: problems.errors === 0, problems: problems.diagnostics.map((one) => toJson(one, folder)) };
}

function factsAbout(knowledge: Knowledge, id: EntityId): KnownFact[] {
  return knowledge.facts.filter(
    (fact) =>
      fact.subject === id ||
      (fact.object.kind === 'entity' && fact.object.id === id) ||
      fact.evidence.some((piece) => piece.saidBy === id),
  );
}

function factsFrom(knowledge: Knowledge, id: SourceId): KnownFact[] {
  return knowledge.facts.filter((fact) => fact.evidence.some((piece) => piece.source === id));
}

function factsCalled(knowledge: Knowledge, start: string): KnownFact[] {
  return /^f-[0-9a-f]{4,32}$/.test(start) ? knowledge.facts.filter((fact) => fact.id.startsWith(start)) : [];
}

function unknownId(knowledge: Knowledge, id: string): UsageError {
  const { entities, sources } = knowledge;
  const renamed = [...entities.values()].find(({ formerIds = [] }) => formerIds.some((one) => one === id));
  const suggestion = renamed?.id ?? nearest(id, [...entities.keys(), ...sources.keys()]);
  const hint = suggestion === undefined ? '' : `: did you mean ${suggestion}?`;
  return new UsageError(`no entity, fact or source is called ${JSON.stringify(id)}${hint}`);
}

function showEntity({ dataset }: Knowledge, { id, name, class: kind, formerIds = [] }: KnownEntity): string {
  const former = formerIds.length === 0 ? '' : `  formerly ${formerIds.join(', ')}\n`;
  return `${name} — ${kind} ${id}\n  ${dataset.base}${id}\n${former}`;
}

function showFact(knowledge: Knowledge, fact: KnownFact): string {
  const marks = [
    ...(fact.reasons.length === 0 ? ['plain'] : fact.reasons),
    certaintyOf(fact.evidence),
    fact.disputed ? 'DISPUTED' : '',
  ];
  const said = [...new Set(marks.filter((mark) => mark !== '' && mark !== 'certain'))].join(', ');
  const lines = [
    `${nameOf(knowledge, fact.subject)} – ${fact.relation} – ${showObject(knowledge, fact.object)}   [${said}]  ${fact.id}`,
  ];
  for (const [name, values] of fact.qualifiers)
    lines.push(`    ${name}: ${values.map(showLiteral).join(', ')}`);
  if (fact.rejected) lines.push(`    rejected by ${fact.rejected.by}: ${fact.rejected.why}`);
  for (const id of fact.disputedBy) lines.push(`    contradicted by ${showShort(knowledge, id)}`);
  for (const piece of fact.evidence) lines.push(...showEvidence(knowledge, piece));
  return `${lines.join('\n')}\n`;
}

function showEvidence(knowledge: Knowledge, piece: Evidence): string[] {
  const source = knowledge.sources.get(piece.source);
  const by = [source?.publisher, source?.published].filter((part) => part !== undefined).join(', ');
  const lines = [`    ${placeOf(piece)}  — ${source?.title ?? piece.source}${by === '' ? '' : ` (${by})`}`];
  if (piece.saidBy) lines.push(`      said by ${nameOf(knowledge, piece.saidBy)}`);
  if (piece.dateExpression) lines.push(`      in the words of the source: ${piece.dateExpression}`);
  if (piece.note) lines.push(`      note: ${piece.note.trim()}`);
  return lines;
}

function placeOf(piece: Evidence): string {
  if (piece.quote !== undefined) {
    const at = piece.anchor
      ? `, characters ${piece.anchor.start}–${piece.anchor.end}`
      : ', place not anchored';
    return `«${piece.quote}»${at}`;
  }
  if (piece.row !== undefined)
    return `row ${piece.row}${piece.column === undefined ? '' : `, column ${piece.column}`}`;
  return `without a place: ${piece.withoutPlace ?? ''}`;
}

function showShort(knowledge: Knowledge, id: FactId): string {
  const fact = knowledge.facts.find((known) => known.id === id);
  return fact ? `${fact.negated ? 'not ' : ''}${showObject(knowledge, fact.object)} (${id})` : id;
}

function showObject(knowledge: Knowledge, object: FactObject): string {
  if (object.kind === 'entity') return nameOf(knowledge, object.id);
  return object.kind === 'literal' ? showLiteral(object.literal) : object.kind;
}

function showLiteral({ text, language }: Literal): string {
  return language === undefined ? text : `${text} @${language}`;
}

function nameOf(knowledge: Knowledge, id: EntityId): string {
  const entity: KnownEntity | undefined = knowledge.entities.get(id);
  return entity && entity.name !== id ? `${entity.name} (${id})` : id;
}

/** A fact without the parts that only diagnostics need. */
function factToJson({ origin: _, qualifiers, evidence, ...fact }: KnownFact): object {
  return {
    ...fact,
    qualifiers: Object.fromEntries(qualifiers),
    evidence: evidence.map(({ origin: __, ...piece }) => piece),
  };
}
