/** From input files to placed graph: the stages in order, each a pure function that can be run alone. */
import type { Problems } from './core/diagnostic.ts';
import type { SourceId } from './core/ids.ts';
import type { SourceText } from './core/place.ts';
import { applyLock } from './facts/anchor/applyLock.ts';
import { type Lock, readLock } from './facts/anchor/lock.ts';
import { type Parsed, Parser } from './facts/parse.ts';
import { type InputFile, readFacts } from './facts/read.ts';
import { TEXT_LIMITS, type TextLimits } from './facts/text/limits.ts';
import { view } from './graph/build.ts';
import { reportKeptEvents } from './graph/flatten.ts';
import type { PlacedGraph, Placement } from './graph/view.ts';
import { buildKnowledge } from './knowledge/build.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { withPlain } from './knowledge/plain.ts';
import { checkKnowledge } from './knowledge/rules.ts';
import { arrange } from './layout/arrange.ts';
import type { EarlierPicture } from './layout/continuity.ts';
import { type EarlierLayout, keepLayout } from './layout/keep.ts';
import type { Ontology } from './ontology/ontology.ts';
import type { Limits, Settings } from './project/settings.ts';

/** A project with all its files in memory: what the stages work on. */
export interface Project {
  readonly settings: Settings;
  readonly ontology: Ontology;
  readonly inputs: readonly InputFile[];
  /** The text of `evidence.lock.json`, where there is one. */
  readonly lock: SourceText | undefined;
  /** Sources whose text at hand is not the one they declare: reported as such, so their quotes are not blamed. */
  readonly changedTexts?: ReadonlySet<SourceId>;
  /** How many inputs could not be opened. */
  readonly unopened?: number;
}

/** Hears how a run goes on, for progress and timing: the result does not depend on it. */
export interface StageListener {
  /** A stage has ended. */
  readonly end: (stage: string, detail: string) => void;
  /** A stage has done this much of its work. */
  readonly progress: (stage: string, done: number, total: number) => void;
}

const silent: StageListener = { end: () => {}, progress: () => {} };

/** Reads all fact files and types them by the ontology. */
export function read(project: Project, problems: Problems, listener = silent): Parsed {
  const parser = new Parser(project.ontology, project.settings.limits.facts, problems);
  const total = project.inputs.reduce((sum, input) => sum + input.bytes.length, 0);
  let before = 0;
  for (const input of project.inputs) {
    readFacts(input, parser, {
      problems,
      progress: (bytes) => listener.progress('read', before + bytes, total),
      limits: textLimits(project.settings.limits),
    });
    before += input.bytes.length;
  }
  listener.end('read', plural(project.inputs.length, 'file'));
  const parsed = parser.finish();
  listener.end(
    'parse',
    `${plural(parsed.counts.read, 'fact')}, ${plural(parsed.entities.size, 'entity')}, ${plural(parsed.sources.size, 'source')}`,
  );
  return parsed;
}

/** The limits of the readers, with those that the settings name. */
function textLimits({ fileBytes, depth, values, aliases }: Limits): TextLimits {
  return {
    ...TEXT_LIMITS,
    ...(fileBytes !== undefined && { fileBytes }),
    ...(depth !== undefined && { depth }),
    // A value of YAML has a few tokens: its key, colon, blanks and line end.
    ...(values !== undefined && { values, yamlTokens: Math.max(TEXT_LIMITS.yamlTokens, 8 * values) }),
    ...(aliases !== undefined && { aliasedValues: aliases }),
  };
}

/** Attaches anchors, merges what the files say, chooses what of it is plain, and checks the whole. */
export function weave(project: Project, parsed: Parsed, problems: Problems, listener = silent): Knowledge {
  const { ontology, settings } = project;
  const lock = project.lock && readLock(project.lock, problems);
  const anchored = anchorFacts(parsed, { lock, unblamed: project.changedTexts }, problems);
  const all = buildKnowledge(anchored, { ontology, dataset: settings.dataset, problems });
  const knowledge = withPlain(all, settings.plain);
  listener.end('merge', plural(knowledge.facts.length, 'distinct fact'));
  checkKnowledge({ knowledge, judgements: parsed.judgements, problems });
  listener.end('check', `${plural(problems.errors, 'error')}, ${plural(warningsOf(problems), 'warning')}`);
  return knowledge;
}

/** Reads and weaves. `unreadable` inputs hold an unknown number of facts, so that no account of the run can be given. */
export function gather(
  project: Project,
  problems: Problems,
  listener = silent,
): { knowledge: Knowledge; unreadable: number } {
  const parsed = read(project, problems, listener);
  const knowledge = weave(project, parsed, problems, listener);
  return { knowledge, unreadable: parsed.unreadable + (project.unopened ?? 0) };
}

/** Makes the graph view and places its nodes; with an earlier picture, much where they were. */
export function draw(
  knowledge: Knowledge,
  settings: Settings,
  {
    listener = silent,
    earlier,
  }: { readonly listener?: StageListener; readonly earlier?: EarlierPicture } = {},
): PlacedGraph {
  const graph = view(knowledge, settings.view);
  listener.end('view', `${plural(graph.nodes.count, 'node')}, ${plural(graph.edges.count, 'edge')}`);
  const placed = arrange(graph, {
    ...settings.layout,
    ...(earlier && { earlier }),
    progress: (part) => listener.progress('layout', part, 1),
  });
  listener.end('layout', layoutText(placed.placement));
  return placed;
}

/** `forceatlas2-linlog, 130 iterations`; from an earlier picture also how far it moved. */
function layoutText({ algorithm, iterations, movement }: Placement): string {
  const steps = `${algorithm}, ${plural(iterations, 'iteration')}`;
  if (!movement) return steps;
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  return `${steps}; ${movement.added} new; moved ${percent(movement.mean)}, at most ${percent(movement.largest)}`;
}

/** Makes the graph view with the layout of an earlier build; gives the nodes that have no place, if there are any. */
export function redraw(
  knowledge: Knowledge,
  settings: Settings,
  { layout, listener = silent }: { readonly layout: EarlierLayout; readonly listener?: StageListener },
): PlacedGraph | { readonly unplaced: readonly string[] } {
  const graph = view(knowledge, settings.view);
  listener.end('view', `${plural(graph.nodes.count, 'node')}, ${plural(graph.edges.count, 'edge')}`);
  return keepLayout(graph, layout);
}

/** A whole run in memory, as {@link gather} and {@link draw}: everything but the files it reads and writes. */
export function build(
  project: Project,
  problems: Problems,
  listener = silent,
): { knowledge: Knowledge; graph: PlacedGraph; unreadable: number } {
  const { knowledge, unreadable } = gather(project, problems, listener);
  const graph = draw(knowledge, project.settings, { listener });
  reportKeptEvents({ notes: graph.view.events, entities: knowledge.entities }, problems);
  return { knowledge, graph, unreadable };
}

/** Gives each piece of evidence its anchor; the facts of a block go on sharing theirs. */
function anchorFacts(
  parsed: Parsed,
  { lock, unblamed }: { lock: Lock | undefined; unblamed: ReadonlySet<SourceId> | undefined },
  problems: Problems,
): Parsed {
  const { sources, facts } = parsed;
  const stored = [...sources.values()].some((source) => source.sha256 !== undefined);
  if (!stored) return parsed;
  const pieces = [...new Set(facts.flatMap((fact) => fact.evidence))];
  const anchored = applyLock(pieces, { lock, sources, unblamed }, problems);
  const anchoredOf = new Map(pieces.map((piece, i) => [piece, anchored[i] ?? piece]));
  return {
    ...parsed,
    facts: facts.map((fact) => ({
      ...fact,
      evidence: fact.evidence.map((piece) => anchoredOf.get(piece) ?? piece),
    })),
  };
}

function warningsOf(problems: Problems): number {
  return [...problems.counts.values()].reduce((sum, count) => sum + count, 0) - problems.errors;
}

function plural(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return `${count.toLocaleString('en-US')} ${noun.replace(/y$/, 'ie')}s`;
}
