/** What is known of an entity: its facts by relation, then those of others that name it. */
import type { KnownEntity, KnownFact } from '../knowledge/knowledge.ts';
import { type Html, html, joined, NOTHING } from './html.ts';
import { languageOf } from './page.ts';
import { type Desk, showSentence, showTerm } from './show.ts';
import { showFact } from './showFact.ts';
import { counted } from './words.ts';

/** `level` is that of the heading with the name: 1 on a page of its own. */
export function* showEntityPage(anyDesk: Desk, entity: KnownEntity): Generator<Html> {
  const desk = { ...anyDesk, self: entity.id };
  yield showHead(desk, entity);
  const own = desk.cross.about(entity.id);
  if (own.length > 0) yield html`<h2>${counted(own.length, 'fact')}</h2>\n`;
  let relation = '';
  for (const fact of own) {
    if (fact.relation !== relation) yield showRelation(desk, fact.relation);
    relation = fact.relation;
    yield showFact(desk, fact);
  }
  yield* showMentions(desk, 'Elsewhere', desk.cross.toward(entity.id));
  yield* showMentions(desk, `Said by ${entity.name}, as sources report`, desk.cross.saidBy(entity.id));
}

function showHead(desk: Desk, entity: KnownEntity): Html {
  const { dataset, ontology } = desk.knowledge;
  const iri = `${dataset.base}${entity.id}`;
  const lineage = ontology.classes.get(entity.class)?.lineage ?? [entity.class];
  const classes = lineage.map((name) => {
    const known = ontology.classes.get(name);
    return known ? showTerm(known) : html`${name}`;
  });
  const { formerIds = [] } = entity;
  const former =
    formerIds.length === 0 ? NOTHING : html`<p class="kind">Formerly ${formerIds.join(', ')}</p>\n`;
  return html`<h1${languageOf(entity.nameLanguage)}>${entity.name}</h1>
<p class="kind">${joined(classes, ' · ')}</p>
<p class="kind"><a href="${iri}"><code>${iri}</code></a></p>
${former}`;
}

function showRelation(desk: Desk, name: string): Html {
  const relation = desk.knowledge.ontology.relations.get(name);
  return html`<h3>${relation ? showTerm(relation) : name}</h3>\n`;
}

/** Facts of others, each with the places that state it; by relation as the knowledge has it, so by subject. */
function* showMentions(desk: Desk, heading: string, facts: readonly KnownFact[]): Generator<Html> {
  if (facts.length === 0) return;
  yield html`<h2>${heading}</h2>\n<ul>\n`;
  for (const fact of facts) yield html`<li>${showSentence(desk, fact)}${showSources(desk, fact)}</li>\n`;
  yield html`</ul>\n`;
}

function showSources(desk: Desk, fact: KnownFact): Html {
  const links = fact.evidence.map(({ source, id, quote }) => {
    const title = desk.knowledge.sources.get(source)?.title ?? source;
    return html`<a href="${desk.links.evidence(source, id)}" title="${title}">${quote === undefined ? source : quote}</a>`;
  });
  return html`<br><span class="where">«${joined(links, '», «')}»</span>`;
}
