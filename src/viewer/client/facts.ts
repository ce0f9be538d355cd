/** Facts put into words, and which of them to show of an entity, a relation or a path. */
import type { PayloadFact } from '../payload.ts';
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
}

export function labelOf({ payload }: Model, node: number): string {
  const label = payload.nodes.label[node] ?? '';
  return label === '' ? (payload.nodes.id[node] ?? '') : label;
}

export function factSentence(model: Model, fact: PayloadFact): Sentence {
  const { object } = fact;
  return {
    subject: labelOf(model, fact.subject),
    relation: fact.relation,
    object: objectText(model, object),
    subjectNode: fact.subject,
    objectNode: 'node' in object ? object.node : undefined,
    suffix: toSuffix(reasonsOf(fact)),
    disputed: fact.disputedBy !== undefined,
  };
}

function objectText(model: Model, object: PayloadFact['object']): string {
  if ('node' in object) return labelOf(model, object.node);
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
    suffix: edgeSuffix(model, edge),
    disputed: edges.disputed[edge] === 1,
  };
}

/** What an edge that is not plain is: «(planned)», «(alleged, denied)». */
export function edgeSuffix(model: Model, edge: number): string {
  const { edges, facts } = model.payload;
  if (edges.plain[edge] !== 0) return '';
  const reasons = (edges.facts[edge] ?? []).flatMap((index) => {
    const fact = facts[index];
    return fact === undefined ? [] : reasonsOf(fact);
  });
  return toSuffix(reasons);
}

/** Why a fact is not plain, all reasons; none of a plain one. */
export function reasonsOf({ notPlain, reasons }: PayloadFact): readonly string[] {
  return reasons ?? (notPlain === undefined ? [] : [notPlain]);
}

function toSuffix(reasons: readonly string[]): string {
  return reasons.length === 0 ? '' : `(${[...new Set(reasons)].map(standingWord).join(', ')})`;
}

export function toText({ subject, relation, object, suffix, disputed }: Sentence): string {
  const parts = [subject, relation, object, suffix, disputed ? WORDS.disputedMark : ''];
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
  return { groups: grouped(model, { node, facts: shown }), withheld: all.length - shown.length };
}

/** What is said of the node first, then what is said of others with it, then names and other values. */
function rankOf(fact: PayloadFact | undefined, node: number): 0 | 1 | 2 {
  if (fact === undefined || !('node' in fact.object)) return 2;
  return fact.subject === node ? 0 : 1;
}

function grouped(
  { payload }: Model,
  { node, facts }: { node: number; facts: readonly number[] },
): FactGroup[] {
  const groups = new Map<string, number[]>();
  for (const fact of facts) {
    const relation = payload.facts[fact]?.relation ?? '';
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
