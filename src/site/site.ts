/** A static linked-data site: an HTML page and a Turtle file for every entity and source, at their IRIs. */
import type { EntityId } from '../core/ids.ts';
import { inChunks } from '../formats/chunks.ts';
import type { WriteContext } from '../formats/formats.ts';
import { companionFinder } from '../graph/companions.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { CrossIndex } from './crossIndex.ts';
import { showEntityPage } from './entityPage.ts';
import { showIndexPage } from './indexPage.ts';
import { LinkedData } from './linkedData.ts';
import { linksFrom, PAGE_ANCHORS, type SiteNames } from './links.ts';
import { filesOfOnePage } from './onePage.ts';
import { namePages } from './pageNames.ts';
import type { Plan } from './plan.ts';
import { formerIdsIn, pathOnHost, writeRedirects, writeResolverRules } from './redirects.ts';
import type { Desk } from './show.ts';
import { formerPage, headOf, helpers, notFound, PLAIN, page, type SiteFile, TURTLE } from './siteFile.ts';
import { writeSitemaps } from './sitemap.ts';
import { showSourcePage } from './sourcePage.ts';
import { counted } from './words.ts';

export interface SiteOptions {
  /** Where the site lies, ending in `/`, when that is not the base of its IRIs. */
  readonly address?: string | undefined;
}

/** A site to be written. */
export interface Site {
  /** Rules in `_redirects`. */
  readonly redirects: number;
  /** The path on the host that they begin with; undefined when there are none. */
  readonly redirectsFrom: string | undefined;
  readonly files: () => Iterable<SiteFile>;
}

/**
 * Plans a site. A base that ends in `/` has a page for each entity and source, one with a `#` a single page.
 *
 * A page that cannot be called by its id is reported (`site-page-renamed`); what RDF refuses is a `refused-term`.
 */
export function planSite(knowledge: Knowledge, options: SiteOptions, context: WriteContext): Site {
  const { base } = knowledge.dataset;
  const former = formerIdsIn(knowledge);
  const addresses = { base, address: options.address ?? knownAddress(base) };
  const plan = { knowledge, former, addresses, context };
  if (base.includes('#'))
    return { redirects: 0, redirectsFrom: undefined, files: () => filesOfOnePage(plan) };
  const names = namesOf(plan);
  const redirects = writeRedirects(names, former, addresses);
  return {
    redirects: redirects.length,
    redirectsFrom: redirects.length > 0 ? pathOnHost(addresses) : undefined,
    files: () => filesOfPages(plan, names, redirects),
  };
}

/** Hosts that only lead on to others. */
const RESOLVER = /^https?:\/\/(?:w3id\.org|purl\.org|doi\.org)\//i;

/** A base is where the site lies, unless it belongs to a resolver. */
function knownAddress(base: string): string | undefined {
  if (RESOLVER.test(base) || !/^https?:/i.test(base)) return undefined;
  const page = base.includes('#') ? base.slice(0, base.indexOf('#')) : base;
  return page.endsWith('/') ? page : `${page}/`;
}

function namesOf({ knowledge, former, context }: Plan): SiteNames {
  const entities = namePages([...knowledge.entities.keys(), ...former.keys()]);
  const sources = namePages(knowledge.sources.keys());
  for (const { id, stem, reason } of entities.renamed) {
    const named = id as EntityId; // a look-up only: the maps hold parsed ids
    const origin = knowledge.entities.get(former.get(named) ?? named)?.origin;
    context.problems.add('site-page-renamed', origin && { origin }, { id, page: `${stem}.html`, reason });
  }
  for (const { id, stem, reason } of sources.renamed) {
    context.problems.add('site-page-renamed', undefined, {
      id: `source/${id}`,
      page: `source/${stem}.html`,
      reason,
    });
  }
  return { entities, sources };
}

/** Every page and its Turtle, then what holds the site together. */
function* filesOfPages(plan: Plan, names: SiteNames, redirects: readonly string[]): Generator<SiteFile> {
  const { knowledge, former, addresses, context } = plan;
  const data = LinkedData.open(knowledge, context);
  if (!data) return;
  const cross = new CrossIndex(knowledge);
  const shared = { knowledge, cross, companions: companionFinder(knowledge), anchors: PAGE_ANCHORS };
  const top: Desk = { ...shared, links: linksFrom(names, '') };
  const below: Desk = { ...shared, links: linksFrom(names, '../') };
  const index = headOf(knowledge, { title: knowledge.dataset.title, home: top.links.home });
  yield page('index.html', { ...index, iri: addresses.base }, showIndexPage(top));
  yield* entityFiles(top, { names, data });
  yield* sourceFiles(below, { names, data });
  data.check();
  for (const [id, current] of former) yield formerPage(top, names.entities.stemOf(id), current);
  yield notFound(knowledge);
  if (redirects.length > 0) yield { name: '_redirects', mediaType: PLAIN, chunks: redirects };
  yield* helpers(writeResolverRules(names, former, addresses));
  if (addresses.address !== undefined) yield* writeSitemaps(addresses.address, pagesOf(knowledge, names));
}

interface Making {
  readonly names: SiteNames;
  readonly data: LinkedData;
}

function* entityFiles(desk: Desk, { names, data }: Making): Generator<SiteFile> {
  const { knowledge } = desk;
  for (const entity of knowledge.entities.values()) {
    const stem = names.entities.stemOf(entity.id);
    const kind = knowledge.ontology.classes.get(entity.class)?.label ?? entity.class;
    const head = headOf(knowledge, { title: entity.name, home: desk.links.home });
    const description = `${entity.name}, ${kind}: ${counted(desk.cross.about(entity.id).length, 'fact')}, each with its source.`;
    const more = { description, iri: `${knowledge.dataset.base}${entity.id}`, turtle: `${stem}.ttl` };
    const json = [data.jsonOfEntity(entity)];
    yield page(`${stem}.html`, { ...head, ...more, data: json }, showEntityPage(desk, entity));
    yield { name: `${stem}.ttl`, mediaType: TURTLE, chunks: inChunks(data.turtleOfEntity(entity)) };
  }
}

function* sourceFiles(desk: Desk, { names, data }: Making): Generator<SiteFile> {
  const { knowledge, cross } = desk;
  for (const source of knowledge.sources.values()) {
    const stem = names.sources.stemOf(source.id);
    const evidence = cross.evidenceIn(source.id);
    const head = headOf(knowledge, { title: source.title ?? source.id, home: desk.links.home });
    const description = `A source (${source.type}) with ${counted(evidence.length, 'piece of evidence', 'pieces of evidence')}.`;
    const more = { description, iri: `${knowledge.dataset.base}source/${source.id}`, turtle: `${stem}.ttl` };
    const json = [data.jsonOfSource(source)];
    yield page(`source/${stem}.html`, { ...head, ...more, data: json }, showSourcePage(desk, source));
    const chunks = inChunks(data.turtleOfSource(source, evidence));
    yield { name: `source/${stem}.ttl`, mediaType: TURTLE, chunks };
  }
}

function pagesOf({ entities, sources }: Knowledge, names: SiteNames): string[] {
  return [
    '',
    ...[...entities.keys()].map((id) => `${names.entities.stemOf(id)}.html`),
    ...[...sources.keys()].map((id) => `source/${names.sources.stemOf(id)}.html`),
  ];
}
