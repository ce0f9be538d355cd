/** The files that every site has, and how one is made. */
import type { EntityId } from '../core/ids.ts';
import { inChunks } from '../formats/chunks.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Html, html } from './html.ts';
import { type PageHead, writePage } from './page.ts';
import type { Desk } from './show.ts';

/** A file of the site, made while it is written; the chunks of one are read to their end before the next is asked for. */
export interface SiteFile {
  /** From the folder of the site, with `/`. */
  readonly name: string;
  readonly mediaType: string;
  readonly chunks: Iterable<string>;
}

const HTML = 'text/html';
export const TURTLE = 'text/turtle';
export const PLAIN = 'text/plain';

export function headOf(
  { dataset }: Knowledge,
  { title, home }: { readonly title: string; readonly home: string },
): PageHead {
  return { dataset, home, title, description: dataset.description ?? dataset.title };
}

export function page(name: string, head: PageHead, content: Iterable<Html>): SiteFile {
  return { name, mediaType: HTML, chunks: inChunks(writePage(head, content)) };
}

/** For hosts without redirects: a page that leads on by itself. */
export function formerPage(desk: Desk, stem: string, current: EntityId): SiteFile {
  const { knowledge, links } = desk;
  const name = knowledge.entities.get(current)?.name ?? current;
  const goTo = links.entity(current);
  const head = headOf(knowledge, { title: name, home: links.home });
  const content = html`<h1>Moved</h1>\n<p>This is now <a href="${goTo}">${name}</a>.</p>\n`;
  return page(`${stem}.html`, { ...head, iri: `${knowledge.dataset.base}${current}`, goTo }, [content]);
}

/** Shown at addresses of any depth: so it refers to the index by its IRI. */
export function notFound(knowledge: Knowledge): SiteFile {
  const { base } = knowledge.dataset;
  const head = headOf(knowledge, { title: 'Not found', home: base });
  const content = html`<h1>Not found</h1>\n<p>There is nothing at this address. <a href="${base}">Everything that there is</a>.</p>\n`;
  return page('404.html', head, [content]);
}

/** `.nojekyll` has GitHub Pages take the files as they are. */
export function* helpers(rules: Iterable<string>): Generator<SiteFile> {
  yield { name: '.nojekyll', mediaType: PLAIN, chunks: [] };
  yield { name: 'w3id/.htaccess', mediaType: PLAIN, chunks: inChunks(rules) };
}
