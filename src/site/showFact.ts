/** A fact in full: what it says, how it stands, what is against it, what belongs beside it, and its evidence. */
import type { Evidence } from '../facts/facts.ts';
import { MOST_OPPONENTS } from '../knowledge/disputes.ts';
import type { KnownFact } from '../knowledge/knowledge.ts';
import { certaintyOf } from '../knowledge/merge.ts';
import { type Html, html, joined, NOTHING } from './html.ts';
import { languageOf } from './page.ts';
import {
  companionsOf,
  type Desk,
  showClaimed,
  showEntity,
  showList,
  showLiteral,
  showSentence,
} from './show.ts';
import { CERTAINTY_WORDS, REASON_WORDS, STATUS_WORDS } from './words.ts';

/** Under the heading of its relation, on the page of its subject. */
export function showFact(desk: Desk, fact: KnownFact): Html {
  const anchor = desk.anchors.fact(fact.subject, fact.id);
  const look = fact.notPlain === undefined ? NOTHING : html` class="off"`;
  return html`<article id="${anchor}"${look}>
<p><a class="self" href="#${anchor}" title="${fact.id}">link</a><span class="value">${showClaimed(desk, fact)}</span></p>
${showReasons(fact)}${showQualifiers(desk, fact)}${showState(fact)}${showDispute(desk, fact)}${showCompanions(desk, fact)}${fact.evidence.map((piece) => showQuotation(desk, piece))}</article>
`;
}

function showReasons({ reasons, rejected }: KnownFact): Html {
  const lines = reasons.map((reason) => {
    const [word, sentence] = REASON_WORDS[reason];
    return html`<p class="why"><strong class="mark">${word}</strong>. ${sentence}</p>\n`;
  });
  if (rejected) lines.push(html`<p class="why">Rejected by ${rejected.by}: ${rejected.why}</p>\n`);
  return html`${lines}`;
}

function showQualifiers(desk: Desk, { qualifiers }: KnownFact): Html {
  if (qualifiers.size === 0) return NOTHING;
  const rows = [...qualifiers].map(([name, values]) => {
    const label = desk.knowledge.ontology.qualifiers.get(name)?.label ?? name;
    const shown = values.map((value) => showLiteral(desk, value));
    return html`<div><dt>${label}</dt><dd>${joined(shown, ', ')}</dd></div>\n`;
  });
  return html`<dl>${rows}</dl>\n`;
}

function showState({ status, evidence }: KnownFact): Html {
  return html`<p class="state">${STATUS_WORDS[status]}, ${CERTAINTY_WORDS[certaintyOf(evidence)]}</p>\n`;
}

function showDispute(desk: Desk, fact: KnownFact): Html {
  if (!fact.disputed) return NOTHING;
  const against = fact.disputedBy.flatMap((id) => desk.cross.fact(id) ?? []);
  const part = against.length === MOST_OPPONENTS ? ` (the first ${MOST_OPPONENTS})` : '';
  return html`<div class="against"><p><strong class="alarm">disputed</strong>. Other facts contradict it${part}:</p>
${showList(against.map((other) => showSentence(desk, other)))}</div>\n`;
}

/** The texts say it short, the facts on the way to them prove it. */
function showCompanions(desk: Desk, fact: KnownFact): Html {
  const beside = companionsOf(desk, fact);
  if (!beside) return NOTHING;
  const facts = beside.facts.flatMap((id) => desk.cross.fact(id) ?? []).filter(({ id }) => id !== fact.id);
  return html`<aside><p>To be read with it: <strong>${beside.texts.join('; ')}</strong></p>
${showList(facts.map((other) => showSentence(desk, other)))}</aside>\n`;
}

/** The words of the source, as they stand there, and where. */
function showQuotation(desk: Desk, piece: Evidence): Html {
  return html`${showQuote(desk, piece)}<p class="where">${showPlace(desk, piece)}</p>\n`;
}

/** The quote; with an id where it is what the IRI of its selector points to. */
export function showQuote({ knowledge }: Desk, piece: Evidence, id?: string): Html {
  const words = piece.quote ?? piece.anchor?.exact;
  if (words === undefined) return NOTHING;
  const language = knowledge.sources.get(piece.source)?.language;
  const anchor = id === undefined ? NOTHING : html` id="${id}"`;
  return html`<blockquote${anchor}${languageOf(language)}>${words}</blockquote>\n`;
}

function showPlace(desk: Desk, piece: Evidence): Html {
  const source = desk.knowledge.sources.get(piece.source);
  const title = html`<cite${languageOf(source?.language)}>${source?.title ?? piece.source}</cite>`;
  const link = html`<a href="${desk.links.evidence(piece.source, piece.id)}">${title}</a>`;
  const when = [source?.publisher, source?.published].filter((part) => part !== undefined).join(', ');
  return html`${link}${when === '' ? '' : `, ${when}`}${showRemarks(desk, piece)}`;
}

/** What the reader says of a piece of evidence: row and column, speaker, own words of a date, note. */
export function showRemarks(desk: Desk, piece: Evidence): Html {
  const { row, column, saidBy, dateExpression, note, withoutPlace, certainty, confidence } = piece;
  const remarks: Html[] = [];
  if (row !== undefined)
    remarks.push(
      html`row <code>${row}</code>${column === undefined ? NOTHING : html`, column <code>${column}</code>`}`,
    );
  if (withoutPlace !== undefined) remarks.push(html`without a place: ${withoutPlace}`);
  if (saidBy !== undefined) remarks.push(html`said by ${showEntity(desk, saidBy)}`);
  if (dateExpression !== undefined) remarks.push(html`in its own words: «${dateExpression}»`);
  if (certainty !== 'certain') remarks.push(html`${CERTAINTY_WORDS[certainty]}`);
  if (confidence !== undefined) remarks.push(html`confidence ${confidence}`);
  if (note !== undefined) remarks.push(html`note: ${note}`);
  return html`${remarks.map((remark) => html` · ${remark}`)}`;
}
