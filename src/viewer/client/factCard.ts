/** One fact with all that stands behind it: quote, source, place, who said it, what contradicts it, what belongs to it. */
import type { PayloadEvidence, PayloadFact, PayloadSource } from '../payload.ts';
import type { App } from './app.ts';
import { chooseNode } from './choose.ts';
import { button, dataText, make } from './dom.ts';
import { dateText, edgeWords, factSentence, reasonsOf, type Sentence, safeLink, toText } from './facts.ts';
import { standingWord, WORDS } from './words.ts';

/** Cards made at once. */
const CARDS = 40;

/** A heading, whose entities can be clicked. */
export function sentenceHeading(app: App, sentence: Sentence, level: 'h2' | 'h3'): HTMLElement {
  const entity = (label: string, node: number | undefined) => {
    if (node === undefined) return make('span', { class: 'value' }, dataText(label));
    return make(
      'button',
      { class: 'entity', attributes: { type: 'button' }, click: () => chooseNode(app, node) },
      dataText(label),
    );
  };
  const heading = make(level, { class: 'sentence' });
  heading.append(
    entity(sentence.subject, sentence.subjectNode),
    ' ',
    make('span', { class: 'relation' }, dataText(sentence.relation)),
    ' ',
    entity(sentence.object, sentence.objectNode),
  );
  if (sentence.suffix !== '') heading.append(' ', make('span', { class: 'mark', text: sentence.suffix }));
  if (sentence.disputed) heading.append(' ', disputedMark());
  if (sentence.outcome !== '')
    heading.append(' ', make('span', { class: 'mark' }, dataText(sentence.outcome)));
  return heading;
}

/** The whole sentence as one button. */
export function sentenceButton({ subject, object, ...rest }: Sentence, click: () => void): HTMLElement {
  return make(
    'button',
    { class: 'entity', attributes: { type: 'button' }, click },
    dataText(subject),
    ' ',
    make('span', { class: 'relation' }, dataText(edgeWords(rest))),
    ' ',
    dataText(object),
  );
}

function disputedMark(): HTMLElement {
  return make('span', { class: 'alarm', text: `${WORDS.disputedMark} ${WORDS.disputed}` });
}

/** `under`: the sentence that stands above the card; it is not shown twice. */
function factCard(app: App, index: number, under?: Sentence): HTMLElement {
  const fact = app.model.payload.facts[index];
  if (fact === undefined) return make('article');
  const sentence = factSentence(app.model, index, fact);
  const card = make('article', { class: fact.notPlain === undefined ? 'fact' : 'fact off' });
  const isSaid = under !== undefined && toText(under) === toText(sentence);
  card.append(
    isSaid ? make('h3', { class: 'unseen', text: toText(sentence) }) : sentenceHeading(app, sentence, 'h3'),
    statusLine(fact),
    ...qualifierList(fact),
    ...fact.evidence.map((one) => evidenceBlock(app, one, fact)),
    ...companions(app, fact),
    ...opponents(app, fact),
  );
  return card;
}

function statusLine(fact: PayloadFact): HTMLElement {
  // «Stated» beside «denied» would read as its contrary.
  const status = fact.negated && fact.status === 'asserted' ? [] : [standingWord(fact.status)];
  const words = [...status, ...(fact.negated ? [WORDS.denied] : []), fact.certainty];
  const line = make('p', { class: 'standing' });
  for (const word of new Set([...words, ...reasonsOf(fact).map(standingWord)])) {
    if (word !== '') line.append(make('span', { class: 'tag', text: word }));
  }
  return line;
}

function qualifierList(fact: PayloadFact): HTMLElement[] {
  const { object } = fact;
  const link = 'url' in object ? safeLink(object.url) : undefined;
  const pairs: (readonly [string, Node])[] = [];
  const date = dateText(fact);
  if (date !== '') pairs.push([WORDS.date, dataText(date)]);
  for (const [label, value] of fact.qualifiers) pairs.push([label, dataText(value)]);
  if (link !== undefined) pairs.push([WORDS.identifier, outward(link, link)]);
  return pairs.length === 0 ? [] : [pairList(pairs)];
}

function pairList(pairs: readonly (readonly [string, Node])[]): HTMLElement {
  return make(
    'dl',
    {},
    ...pairs.map(([term, value]) => make('div', {}, make('dt', { text: term }), make('dd', {}, value))),
  );
}

function outward(link: string, text: string): HTMLElement {
  return make(
    'a',
    { attributes: { href: link, rel: 'noopener noreferrer', target: '_blank' } },
    dataText(text),
  );
}

function evidenceBlock(app: App, evidence: PayloadEvidence, fact: PayloadFact): HTMLElement {
  const block = make('div', { class: 'evidence' });
  block.append(
    evidence.quote === undefined
      ? make('p', { class: 'soft', text: WORDS.noQuote })
      : make('blockquote', { attributes: { dir: 'auto' } }, dataText(evidence.quote)),
    sourceLine(app.model.payload.sources[evidence.source]),
  );
  const details = evidenceDetails(evidence, fact);
  if (details.length > 0) block.append(pairList(details));
  return block;
}

function evidenceDetails(evidence: PayloadEvidence, fact: PayloadFact): (readonly [string, Node])[] {
  const details: readonly (readonly [string, string | undefined])[] = [
    [WORDS.place, evidence.place],
    [WORDS.saidBy, evidence.saidBy],
    [WORDS.dateWords, evidence.dateExpression],
    [WORDS.certainty, evidence.certainty === fact.certainty ? undefined : evidence.certainty],
    [WORDS.confidence, evidence.confidence],
    [WORDS.note, evidence.note],
    [WORDS.withoutPlace, evidence.withoutPlace],
  ];
  return details.flatMap(([term, value]) =>
    value === undefined || value === '' ? [] : [[term, dataText(value)] as const],
  );
}

/** Title as a link, then who published it and when. */
export function sourceLine(source: PayloadSource | undefined): HTMLElement {
  const line = make('p', { class: 'source' });
  if (source === undefined) return line;
  const link = safeLink(source.url);
  const title = source.title === '' ? source.id : source.title;
  line.append(
    link === undefined ? make('cite', {}, dataText(title)) : make('cite', {}, outward(link, title)),
  );
  for (const part of [source.publisher, source.author, source.published]) {
    if (part !== undefined && part !== '') line.append(', ', dataText(part));
  }
  return line;
}

/** What fairness wants beside the fact, such as how a proceeding ended. */
function companions(app: App, fact: PayloadFact): HTMLElement[] {
  if (fact.showWith === undefined) return [];
  const { texts, facts } = fact.showWith;
  const list = make('ul', {}, ...texts.map((text) => make('li', {}, dataText(text))));
  return [
    make(
      'aside',
      { class: 'beside' },
      make('h4', { text: WORDS.beside }),
      list,
      ...facts.map((one) => briefFact(app, one)),
    ),
  ];
}

function opponents(app: App, fact: PayloadFact): HTMLElement[] {
  if (fact.disputedBy === undefined) return [];
  const title = make('h4', { text: `${WORDS.disputedMark} ${WORDS.against}` });
  const list = fact.disputedBy.map((one) => briefFact(app, one));
  if (list.length === 0) list.push(make('p', { class: 'soft', text: WORDS.opponentsLeftOut }));
  return [make('aside', { class: 'against' }, title, ...list)];
}

/** A fact beside another: its sentence with all that belongs to it, how it stands, when, quotes and sources. */
function briefFact(app: App, index: number): HTMLElement {
  const fact = app.model.payload.facts[index];
  if (fact === undefined) return make('div');
  const { subject, object, ...rest } = factSentence(app.model, index, fact);
  const sentence = make(
    'p',
    { class: 'sentence' },
    dataText(subject),
    ' ',
    make('span', { class: 'relation' }, dataText(edgeWords(rest))),
    ' ',
    dataText(object),
  );
  return make(
    'div',
    { class: 'brief' },
    sentence,
    statusLine(fact),
    ...qualifierList(fact),
    ...fact.evidence.map((one) => evidenceBlock(app, one, fact)),
  );
}

interface Shown {
  readonly facts: readonly number[];
  /** What stands above the cards. */
  readonly under?: Sentence;
}

/** The first cards, and a button for the next. */
export function showCards(app: App, cards: HTMLElement, { facts, under }: Shown): void {
  const add = (from: number) => {
    const made = facts.slice(from, from + CARDS).map((fact) => factCard(app, fact, under));
    cards.append(...made);
    const rest = facts.length - from - CARDS;
    if (rest <= 0) return;
    const more = button(WORDS.showMore(Math.min(rest, CARDS)), () => {
      add(from + CARDS);
      // The reader goes on at the first of the new ones.
      const next = more.nextElementSibling;
      more.remove();
      next?.querySelector('button')?.focus();
    });
    cards.append(more);
  };
  cards.replaceChildren();
  add(0);
}
