/** Values, entities and facts as short pieces of HTML. */

import type { EntityId } from '../core/ids.ts';
import { checkIri } from '../core/iri.ts';
import type { FactObject, Literal } from '../facts/facts.ts';
import type { CompanionFinder, Companions } from '../graph/companions.ts';
import type { Knowledge, KnownFact } from '../knowledge/knowledge.ts';
import type { CrossIndex } from './crossIndex.ts';
import { type Html, html, joined, NOTHING } from './html.ts';
import type { Anchors, Links } from './links.ts';
import { languageOf, showLink } from './page.ts';
import { REASON_WORDS } from './words.ts';

/** What is needed to write about a part of the knowledge on one page. */
export interface Desk {
  readonly knowledge: Knowledge;
  readonly cross: CrossIndex;
  readonly companions: CompanionFinder;
  readonly links: Links;
  readonly anchors: Anchors;
  /** The entity that the page is about: it needs no link to itself. */
  readonly self?: EntityId;
}

export function showName({ knowledge }: Desk, id: EntityId): Html {
  const entity = knowledge.entities.get(id);
  return html`<bdi${languageOf(entity?.nameLanguage)}>${entity?.name ?? id}</bdi>`;
}

/** The name of an entity with a link to its page. */
export function showEntity(desk: Desk, id: EntityId): Html {
  if (id === desk.self) return showName(desk, id);
  return html`<a href="${desk.links.entity(id)}">${showName(desk, id)}</a>`;
}

export function showObject(desk: Desk, object: FactObject): Html {
  switch (object.kind) {
    case 'entity':
      return showEntity(desk, object.id);
    case 'literal':
      return showLiteral(desk, object.literal);
    case 'unknown':
      return html`<em>not named</em> (there is one)`;
    case 'none':
      return html`<em>none</em>`;
  }
}

/** The object of a fact; a denial says so in front of it. */
export function showClaimed(desk: Desk, { negated, object }: KnownFact): Html {
  return html`${negated ? html`<strong class="mark">not</strong> ` : NOTHING}${showObject(desk, object)}`;
}

export function showLiteral({ knowledge }: Desk, { datatype, text, language, list }: Literal): Html {
  if (datatype === 'iri') return showLink(text);
  const concept = list === undefined ? undefined : knowledge.ontology.lists.get(list)?.concepts.get(text);
  if (concept) return showTerm(concept);
  return html`<span${languageOf(language)}>${text}</span>`;
}

/** A term of the ontology: its label, with its IRI as the link and its definition at hand. */
export function showTerm(term: {
  readonly iri: string;
  readonly label: string;
  readonly definition: string;
}): Html {
  const words = html`<span title="${term.definition}">${term.label}</span>`;
  return checkIri(term.iri) === undefined ? showLink(term.iri, words) : words;
}

export function relationLabel({ knowledge }: Desk, relation: string): string {
  return knowledge.ontology.relations.get(relation)?.label ?? relation;
}

/** What must be shown beside a fact, by the ontology's `showWith`. */
export function companionsOf(
  { knowledge, companions }: Desk,
  { relation, subject }: KnownFact,
): Companions | undefined {
  const link = knowledge.ontology.relations.get(relation);
  return link?.kind === 'link' ? companions(link, subject) : undefined;
}

/** «Aurora – home port – Malmö», with its marks and what must stand beside it, for lists; leads to the fact. */
export function showSentence(desk: Desk, fact: KnownFact): Html {
  const relation = html`<a href="${desk.links.fact(fact.subject, fact.id)}">${relationLabel(desk, fact.relation)}</a>`;
  const object = showClaimed(desk, fact);
  const claim = html`${showEntity(desk, fact.subject)} – ${relation} – ${object}`;
  const shown = fact.notPlain === undefined ? claim : html`<span class="off">${claim}</span>`;
  return html`${shown}${showMarks(fact)}${showBeside(desk, fact)}`;
}

/** Why it is not plain, and that it is disputed; nothing for a plain fact that nobody contradicts. */
export function showMarks({ reasons, disputed }: KnownFact): Html {
  const words = reasons.map((reason) => html`<strong class="mark">${REASON_WORDS[reason][0]}</strong>`);
  if (disputed && !reasons.includes('disputed')) words.push(html`<strong class="alarm">disputed</strong>`);
  return words.length === 0 ? NOTHING : html` (${joined(words, ', ')})`;
}

function showBeside(desk: Desk, fact: KnownFact): Html {
  const beside = companionsOf(desk, fact);
  return beside ? html` <span class="beside">[${beside.texts.join('; ')}]</span>` : NOTHING;
}

/** A list, or nothing where there is nothing to list. */
export function showList(items: readonly Html[]): Html {
  return items.length === 0 ? NOTHING : html`<ul>${items.map((item) => html`<li>${item}</li>\n`)}</ul>\n`;
}
