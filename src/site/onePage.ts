/** The site of a base with a `#`: one page with everything, and the export as it is. */
import { turtle } from '../formats/rdf/turtle.ts';
import { companionFinder } from '../graph/companions.ts';
import { CrossIndex } from './crossIndex.ts';
import { showEntityPage } from './entityPage.ts';
import { type Html, html } from './html.ts';
import { showIndexPage } from './indexPage.ts';
import { LinkedData } from './linkedData.ts';
import { linksOnOnePage } from './links.ts';
import type { Plan } from './plan.ts';
import { type FormerIds, writeResolverRulesOfOnePage } from './redirects.ts';
import type { Desk } from './show.ts';
import { headOf, helpers, notFound, page, type SiteFile, TURTLE } from './siteFile.ts';
import { showSourcePage } from './sourcePage.ts';

export function* filesOfOnePage(plan: Plan): Generator<SiteFile> {
  const { knowledge, former, addresses, context } = plan;
  const data = LinkedData.open(knowledge, context);
  if (!data) return;
  const desk: Desk = {
    knowledge,
    cross: new CrossIndex(knowledge),
    companions: companionFinder(knowledge),
    ...linksOnOnePage(addresses.base),
  };
  const head = headOf(knowledge, { title: knowledge.dataset.title, home: desk.links.home });
  const iri = addresses.base.slice(0, addresses.base.indexOf('#'));
  const more = { iri, turtle: 'index.ttl', data: data.jsonOfNames() };
  yield page('index.html', { ...head, ...more }, showAll(desk, former));
  yield { name: 'index.ttl', mediaType: TURTLE, chunks: turtle.write(knowledge, context) };
  yield notFound(knowledge);
  yield* helpers(writeResolverRulesOfOnePage(addresses));
}

function* showAll(desk: Desk, former: FormerIds): Generator<Html> {
  const { anchors, knowledge, links } = desk;
  yield* showIndexPage(desk);
  for (const entity of knowledge.entities.values()) {
    yield html`<section id="${anchors.entity(entity.id)}">\n`;
    yield* showEntityPage(desk, entity);
    yield html`</section>\n`;
  }
  for (const source of knowledge.sources.values()) {
    yield html`<section id="${anchors.source(source.id)}">\n`;
    yield* showSourcePage(desk, source);
    yield html`</section>\n`;
  }
  for (const [id, current] of former) {
    const start = anchors.entity(current)?.slice(0, -current.length) ?? '';
    yield html`<p id="${start}${id}" class="kind">${id} is now <a href="${links.entity(current)}">${current}</a></p>\n`;
  }
}
