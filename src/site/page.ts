/** What every page has around its content. */
import { isWebLink } from '../core/iri.ts';
import type { DatasetInfo } from '../knowledge/knowledge.ts';
import { escapeJson, type Html, html, NOTHING, trusted } from './html.ts';
import { POLICY, STYLE } from './style.ts';

export interface PageHead {
  readonly dataset: DatasetInfo;
  readonly title: string;
  readonly description: string;
  /** The reference to the index page. */
  readonly home: string;
  /** The IRI of what the page is about. */
  readonly iri?: string;
  /** The reference to the same in Turtle. */
  readonly turtle?: string;
  /** JSON-LD, in parts. */
  readonly data?: Iterable<string>;
  /** The reference to which a browser goes on at once. */
  readonly goTo?: string;
}

/** A page in parts: head, content, foot. */
export function* writePage(head: PageHead, content: Iterable<Html>): Generator<string> {
  yield html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${head.title}</title>
<meta name="description" content="${head.description}">
${relationsOf(head)}<style>${trusted(STYLE)}</style>
`.text;
  yield* scriptOf(head.data);
  yield html`</head>
<body>
<header><a href="${head.home}"${languageOf(head.dataset.language)}>${head.dataset.title}</a></header>
<main>
`.text;
  for (const piece of content) yield piece.text;
  yield html`</main>
<footer>${footOf(head)}</footer>
</body>
</html>
`.text;
}

function relationsOf({ iri, turtle, goTo, dataset: { licence } }: PageHead): Html {
  const canonical = iri === undefined ? NOTHING : html`<link rel="canonical" href="${iri}">\n`;
  const alternate =
    turtle === undefined ? NOTHING : html`<link rel="alternate" type="text/turtle" href="${turtle}">\n`;
  const rights =
    licence !== undefined && isWebLink(licence) ? html`<link rel="license" href="${licence}">\n` : NOTHING;
  const refresh = goTo === undefined ? NOTHING : html`<meta http-equiv="refresh" content="0; url=${goTo}">\n`;
  return html`${refresh}${canonical}${alternate}${rights}`;
}

function* scriptOf(data: Iterable<string> | undefined): Generator<string> {
  if (!data) return;
  yield '<script type="application/ld+json">\n';
  for (const part of data) yield escapeJson(part);
  yield '</script>\n';
}

function footOf({ dataset: { licence }, turtle }: PageHead): Html {
  const data = turtle === undefined ? NOTHING : html`<p>The same as data: <a href="${turtle}">Turtle</a></p>`;
  return html`${data}${licence === undefined ? NOTHING : html`<p>Licence: ${showLink(licence)}</p>`}`;
}

/** An address as a link where a page may have it as one (guards.md G3), else as text. */
export function showLink(address: string, words: string | Html = address): Html {
  if (!isWebLink(address)) return html`${words}`;
  return html`<a href="${address}" rel="noopener noreferrer nofollow">${words}</a>`;
}

/** The attributes of a text in a language of its own; `dir` lets it run its own way. */
export function languageOf(language: string | undefined): Html {
  return language === undefined ? html` dir="auto"` : html` lang="${language}" dir="auto"`;
}
