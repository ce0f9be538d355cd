/** The details: what is known of the selected entity, relation or path, and where it says so. */

import { aboutData } from './about.ts';
import type { App, Part } from './app.ts';
import { chooseEdge, clearSelection, startPath } from './choose.ts';
import { createCombobox } from './combobox.ts';
import { button, dataText, make } from './dom.ts';
import { factCard, sentenceHeading } from './factCard.ts';
import { edgeSentence, type FactGroup, labelOf, nodeFacts } from './facts.ts';
import { suggestEntities } from './suggest.ts';
import { shortestPath } from './walk.ts';
import { WORDS } from './words.ts';

/** Cards made at once. */
const CARDS = 40;

export function createPanel(app: App): Part {
  const body = make('div', { class: 'panel-body' });
  const closer = button('×', () => clearSelection(app), {
    class: 'close',
    attributes: { 'aria-label': WORDS.close },
  });
  const element = make(
    'section',
    { class: 'panel', attributes: { 'aria-label': WORDS.panel, tabindex: '-1' } },
    closer,
    body,
  );
  let shown: unknown[] = [];
  const render = () => {
    const { selection, filter, hops } = app.state;
    const now = [selection, filter, hops];
    if (now.every((one, index) => one === shown[index])) return;
    // A new selection begins at its top; other changes leave the reader where he is.
    if (selection !== shown[0]) element.scrollTop = 0;
    shown = now;
    element.classList.toggle('idle', selection.kind === 'none');
    closer.hidden = selection.kind === 'none';
    body.replaceChildren(...contentOf(app));
  };
  return { element, render };
}

function contentOf(app: App): Node[] {
  const { selection } = app.state;
  if (selection.kind === 'node') return nodeContent(app, selection.node);
  if (selection.kind === 'edge') return edgeContent(app, selection.edge);
  if (selection.kind === 'none') return [...aboutData(app.model), pathFields(app, undefined, undefined)];
  return pathContent(app, selection.from, selection.to);
}

function nodeContent(app: App, node: number): Node[] {
  const { payload } = app.model;
  const kind = payload.classes[payload.nodes.class[node] ?? -1]?.label ?? '';
  const { groups, withheld } = nodeFacts(app.model, node, app.state.filter.hiddenStandings);
  const header = make(
    'header',
    {},
    make('p', { class: 'kind' }, dataText(kind)),
    make('h2', {}, dataText(labelOf(app.model, node))),
    make(
      'p',
      { class: 'actions' },
      hopSwitch(app),
      button(WORDS.pathFrom, () => startPath(app, node)),
    ),
  );
  const none = make('p', { class: 'soft', text: WORDS.noFacts });
  return [
    header,
    ...(groups.length === 0 ? [none] : [groupedCards(app, groups)]),
    ...withheldButton(app, withheld),
  ];
}

function hopSwitch(app: App): HTMLElement {
  const { hops } = app.state;
  const one = (count: 1 | 2) =>
    button(WORDS.hopsLabel(count), () => app.go({ hops: count }), {
      attributes: { 'aria-pressed': String(hops === count) },
    });
  return make(
    'span',
    { class: 'switch', attributes: { role: 'group', 'aria-label': WORDS.hops } },
    one(1),
    one(2),
  );
}

/** Buttons for the relations, and the cards of the pressed one, at first of all. */
function groupedCards(app: App, groups: readonly FactGroup[]): HTMLElement {
  const cards = make('div', { class: 'cards' });
  const chips = make('div', { class: 'chips', attributes: { role: 'group', 'aria-label': WORDS.groups } });
  const press = (chosen: FactGroup | undefined) => {
    [...chips.children].forEach((chip, place) => {
      chip.setAttribute('aria-pressed', String(groups[place - 1] === chosen));
    });
    showCards(
      app,
      cards,
      (chosen === undefined ? groups : [chosen]).flatMap(({ facts }) => facts),
    );
  };
  const total = groups.reduce((sum, { facts }) => sum + facts.length, 0);
  chips.append(chip(WORDS.allRelations, total, () => press(undefined)));
  for (const group of groups) chips.append(chip(group.relation, group.facts.length, () => press(group)));
  press(undefined);
  return make('div', {}, ...(groups.length > 1 ? [chips] : []), cards);
}

function chip(label: string, count: number, click: () => void): HTMLElement {
  return make(
    'button',
    { attributes: { type: 'button' }, click },
    dataText(label),
    make('span', { class: 'count', text: String(count) }),
  );
}

/** The first cards, and a button for the next. */
function showCards(app: App, cards: HTMLElement, facts: readonly number[]): void {
  const add = (from: number) => {
    cards.append(...facts.slice(from, from + CARDS).map((fact) => factCard(app, fact)));
    const rest = facts.length - from - CARDS;
    if (rest <= 0) return;
    const more = button(WORDS.showMore(Math.min(rest, CARDS)), () => {
      more.remove();
      add(from + CARDS);
    });
    cards.append(more);
  };
  cards.replaceChildren();
  add(0);
}

function withheldButton(app: App, withheld: number): Node[] {
  if (withheld === 0) return [];
  const { filter } = app.state;
  return [
    button(
      WORDS.moreNotPlain(withheld),
      () => app.go({ filter: { ...filter, hiddenStandings: new Set() } }),
      { class: 'wide' },
    ),
  ];
}

function edgeContent(app: App, edge: number): Node[] {
  const cards = make('div', { class: 'cards' });
  showCards(app, cards, app.model.payload.edges.facts[edge] ?? []);
  return [
    make(
      'header',
      {},
      make('p', { class: 'kind', text: WORDS.relation }),
      sentenceHeading(app, edgeSentence(app.model, edge), 'h2'),
    ),
    cards,
  ];
}

function pathContent(app: App, from: number, to: number | undefined): Node[] {
  const label = (node: number) => labelOf(app.model, node);
  const kind = make('p', { class: 'kind', text: WORDS.pathFields });
  if (to === undefined) {
    return [make('header', {}, kind, make('p', {}, WORDS.pathPick(label(from)))), pathFields(app, from, to)];
  }
  const heading = make('h2', {}, dataText(WORDS.pathHeading(label(from), label(to))));
  const head = make('header', {}, kind, heading, pathFields(app, from, to));
  if (from === to) return [head, make('p', { class: 'soft', text: WORDS.pathSame })];
  const path = shortestPath(app.model, app.visible, { from, to });
  if (path === undefined) return [head, make('p', { class: 'soft', text: WORDS.pathNone })];
  return [
    head,
    make('p', { class: 'soft', text: WORDS.pathLength(path.edges.length) }),
    make('ol', { class: 'steps' }, ...path.edges.map((edge) => pathStep(app, edge))),
  ];
}

function pathStep(app: App, edge: number): HTMLElement {
  const facts = app.model.payload.edges.facts[edge] ?? [];
  const heading = sentenceHeading(app, edgeSentence(app.model, edge), 'h3');
  const opener = button(WORDS.openRelation, () => chooseEdge(app, edge), { class: 'small' });
  return make('li', {}, heading, opener, ...facts.slice(0, CARDS).map((fact) => factCard(app, fact)));
}

/** Two fields for the ends; each can be changed on its own. */
function pathFields(app: App, from: number | undefined, to: number | undefined): HTMLElement {
  let ends: { from: number | undefined; to: number | undefined } = { from, to };
  const field = (name: 'from' | 'to', label: string) => {
    const choose = (item: number) => {
      ends = { ...ends, [name]: item };
      if (ends.from !== undefined) app.go({ selection: { kind: 'path', from: ends.from, to: ends.to } });
    };
    const find = (query: string) => suggestEntities(app, query);
    const { element, input } = createCombobox({
      id: `path-${name}`,
      label,
      hint: WORDS.searchHint,
      find,
      choose,
      say: app.say,
      keeps: true,
    });
    const chosen = ends[name];
    if (chosen !== undefined) input.value = labelOf(app.model, chosen);
    return make('label', {}, make('span', { text: label }), element);
  };
  const fields = make('fieldset', { class: 'path' }, make('legend', { text: WORDS.pathFields }));
  fields.append(field('from', WORDS.pathStart), field('to', WORDS.pathEnd));
  return fields;
}
