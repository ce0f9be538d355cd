/** Facts put into words, and which of them to show of an entity, a relation or a path. */
import type { PayloadFact, ViewerPayload } from '../payload.ts';
import { listed, type Model } from './model.ts';
import { standingWord, WORDS } from './words.ts';

/** A heading that reads as a sentence: who, what, whom. */
export interface Sentence {
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  /** The entities at both ends, where they are entities. */
  readonly subjectNode: number;
  readonly objectNode: number | undefined;
  /** `(planned)` and the like; empty for a plain fact. */
  readonly suffix: string;
  readonly disputed: boolean;
  /** `[outcome: dismissed]`: what fairness wants beside it; empty where there is nothing. */
  readonly outcome: string;
}

export function labelOf({ payload }: Model, node: number): string {
  const label = payload.nodes.label[node] ?? '';
  return label === '' ? (payload.nodes.id[node] ?? '') : label;
}

/** Reads as the edge does where there is one, so that one thing has one name in picture, table and details. */
export function factSentence(model: Model, index: number, fact: PayloadFact): Sentence {
  const { object } = fact;
  const edge = model.edgeOf[index] ?? -1;
  const { edges } = model.payload;
  const subject = edges.source[edge] ?? fact.subject;
  const objectNode = edges.target[edge] ?? ('node' in object ? object.node : undefined);
  return {
    subject: labelOf(model, subject),
    relation: relationWord(model, index),
    object: objectNode === undefined ? valueText(object) : labelOf(model, objectNode),
    subjectNode: subject,
    objectNode,
    suffix: toSuffix(reasonsOf(fact)),
    disputed: fact.disputedBy !== undefined,
    outcome: bracketed(fact.showWith?.texts ?? []),
  };
}

function relationWord({ payload, edgeOf }: Model, index: number): string {
  const relation = payload.edges.relation[edgeOf[index] ?? -1];
  return payload.relations[relation ?? -1]?.label ?? payload.facts[index]?.relation ?? '';
}

function valueText(object: PayloadFact['object']): string {
  if ('node' in object) return '';
  return 'value' in object ? object.value : WORDS[object.missing];
}

/** Reads along the edge: «BondIt financed Rust» of the fact «Rust, financier, BondIt». */
export function edgeSentence(model: Model, edge: number): Sentence {
  const { edges, relations } = model.payload;
  const source = edges.source[edge] ?? 0;
  const target = edges.target[edge] ?? 0;
  return {
    subject: labelOf(model, source),
    relation: relations[edges.relation[edge] ?? -1]?.label ?? '',
    object: labelOf(model, target),
    subjectNode: source,
    objectNode: target,
    suffix: toSuffix(edgeReasons(model, edge)),
    disputed: edges.disputed[edge] === 1,
    outcome: bracketed(edgeOutcomes(model, edge)),
  };
}

/** Why an edge is not plain, each reason once; none of a plain one. */
export function edgeReasons({ payload }: Model, edge: number): readonly string[] {
  if (payload.edges.plain[edge] !== 0) return [];
  return [...new Set(factsOf(payload, edge).flatMap(reasonsOf))];
}

/** What has to be shown wherever the edge is, such as how a proceeding ended. */
export function edgeOutcomes({ payload }: Model, edge: number): readonly string[] {
  return [...new Set(factsOf(payload, edge).flatMap(({ showWith }) => showWith?.texts ?? []))];
}

function factsOf({ edges, facts }: ViewerPayload, edge: number): PayloadFact[] {
  return (edges.facts[edge] ?? []).flatMap((index) => facts[index] ?? []);
}

/** The words of an edge: what it is, `(planned)` and the like, the mark of a dispute, `[outcome: dismissed]`. */
export function edgeWords({
  relation,
  suffix,
  disputed,
  outcome,
}: Pick<Sentence, 'relation' | 'suffix' | 'disputed' | 'outcome'>): string {
  return joined([relation, suffix, disputed ? WORDS.disputedMark : '', outcome]);
}

/** Why a fact is not plain, all reasons; none of a plain one. */
export function reasonsOf({ notPlain, reasons }: PayloadFact): readonly string[] {
  return reasons ?? (notPlain === undefined ? [] : [notPlain]);
}

function toSuffix(reasons: readonly string[]): string {
  return reasons.length === 0 ? '' : `(${[...new Set(reasons)].map(standingWord).join(', ')})`;
}

function bracketed(texts: readonly string[]): string {
  return texts.length === 0 ? '' : `[${texts.join('; ')}]`;
}

export function toText({ subject, relation, object, suffix, disputed, outcome }: Sentence): string {
  return joined([subject, relation, object, suffix, disputed ? WORDS.disputedMark : '', outcome]);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

export interface FactGroup {
  readonly relation: string;
  readonly facts: readonly number[];
}

export interface FactList {
  /** By relation, in the order of the payload: links from the node, links to it, values. */
  readonly groups: readonly FactGroup[];
  /** Left out because of how they stand. */
  readonly withheld: number;
}

/** The facts of a node under the chosen statuses. */
export function nodeFacts(model: Model, node: number, hiddenStandings: ReadonlySet<number>): FactList {
  const all = [...listed(model.factsOf, node)];
  const shown = all.filter((fact) => !hiddenStandings.has(model.standingOf[fact] ?? 0));
  return { groups: grouped(model, node, shown), withheld: all.length - shown.length };
}

/** What is said of the node first, then what is said of others with it, then names and other values. */
function rankOf(fact: PayloadFact | undefined, node: number): 0 | 1 | 2 {
  if (fact === undefined || !('node' in fact.object)) return 2;
  return fact.subject === node ? 0 : 1;
}

function grouped(model: Model, node: number, facts: readonly number[]): FactGroup[] {
  const { payload } = model;
  const groups = new Map<string, number[]>();
  for (const fact of facts) {
    const relation = relationWord(model, fact);
    const known = groups.get(relation);
    if (known === undefined) groups.set(relation, [fact]);
    else known.push(fact);
  }
  const rank = (list: readonly number[]) =>
    list.reduce((best, fact) => Math.min(best, rankOf(payload.facts[fact], node)), 2);
  return [...groups]
    .map(([relation, list]) => ({ relation, facts: list }))
    .sort((a, b) => rank(a.facts) - rank(b.facts));
}

/** When a fact holds, as the source dates it: `2021-10`, `2019 to 2021`; empty without a date. */
export function dateText({ start, end }: PayloadFact): string {
  if (start !== undefined && end !== undefined && start !== end) return `${start} to ${end}`;
  return start ?? end ?? '';
}

/** A link that a page may follow, or undefined. */
export function safeLink(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
