/** A source: what it is, and each piece of its evidence with the facts that it states. */
import type { Evidence, Source } from '../facts/facts.ts';
import { type Html, html, NOTHING } from './html.ts';
import { languageOf, showLink } from './page.ts';
import { type Desk, showList, showSentence } from './show.ts';
import { showQuote, showRemarks } from './showFact.ts';
import { counted } from './words.ts';

export function* showSourcePage(desk: Desk, source: Source): Generator<Html> {
  const evidence = desk.cross.evidenceIn(source.id);
  const iri = `${desk.knowledge.dataset.base}source/${source.id}`;
  yield html`<h1${languageOf(source.language)}>${source.title ?? source.id}</h1>
<p class="kind">source · ${source.type}</p>
<p class="kind"><a href="${iri}"><code>${iri}</code></a></p>
${showDescription(desk, source)}<h2>${counted(evidence.length, 'piece of evidence', 'pieces of evidence')}</h2>
`;
  for (const piece of evidence) yield showPiece(desk, piece);
}

function showDescription({ knowledge, links }: Desk, source: Source): Html {
  const rows: Html[] = [];
  const row = (label: string, value: string | Html | undefined) => {
    if (value !== undefined) rows.push(html`<div><dt>${label}</dt><dd>${value}</dd></div>\n`);
  };
  row('publisher', source.publisher);
  row('author', source.author);
  row('published', source.published);
  row('retrieved', source.retrieved);
  row('language', source.language);
  row('address', source.url === undefined ? undefined : showLink(source.url));
  row('licence', source.licence === undefined ? undefined : showLink(source.licence));
  row('SHA-256 of the text', source.sha256 === undefined ? undefined : html`<code>${source.sha256}</code>`);
  const others = { 'copy of': source.copyOf, corrects: source.corrects, retracts: source.retracts };
  for (const [label, id] of Object.entries(others)) {
    if (id === undefined) continue;
    const title = knowledge.sources.get(id)?.title ?? id;
    row(label, knowledge.sources.has(id) ? html`<a href="${links.source(id)}">${title}</a>` : title);
  }
  return rows.length === 0 ? NOTHING : html`<dl>${rows}</dl>\n`;
}

/** The selectors of the quote and its position have IRIs of their own, and so ids. */
function showPiece(desk: Desk, piece: Evidence): Html {
  const anchor = desk.anchors.evidence(piece.source, piece.id);
  const at = piece.anchor;
  const position = at
    ? html` · <span id="${anchor}-position">characters ${at.start}–${at.end} of the text</span>`
    : NOTHING;
  const states = desk.cross.statedBy(piece).map((fact) => showSentence(desk, fact));
  return html`<article id="${anchor}">
<p><a class="self" href="#${anchor}" title="${piece.id}">link</a></p>
${showQuote(desk, piece, `${anchor}-quote`)}<p class="where">evidence${position}${showRemarks(desk, piece)}</p>
${showList(states)}</article>
`;
}
