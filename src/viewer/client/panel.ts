/** The details: what is known of the selected entity, relation or path, and where it says so. */
import type { App, Part } from './app.ts';
import { clearSelection, startPath } from './choose.ts';
import { button, dataText, keepingFocus, make } from './dom.ts';
import { sentenceHeading, showCards } from './factCard.ts';
import { edgeSentence, type FactGroup, labelOf, nodeFacts } from './facts.ts';
import { isFiltered } from './filters.ts';
import { pathContent } from './pathPanel.ts';
import { startContent } from './startPanel.ts';
import { startFilter } from './state.ts';
import { WORDS } from './words.ts';

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
    const { selection, filter, hops, unknown } = app.state;
    const now = [selection, filter, hops, unknown];
    if (now.every((one, index) => one === shown[index])) return;
    // A new selection begins at its top; other changes leave the reader where he is.
    if (selection !== shown[0]) element.scrollTop = 0;
    shown = now;
    element.classList.toggle('idle', selection.kind === 'none');
    closer.hidden = selection.kind === 'none';
    keepingFocus(element, () => body.replaceChildren(...contentOf(app)));
  };
  return { element, render };
}

function contentOf(app: App): Node[] {
  const { selection } = app.state;
  if (selection.kind === 'node') return nodeContent(app, selection.node);
  if (selection.kind === 'edge') return edgeContent(app, selection.edge);
  if (selection.kind === 'none') return startContent(app);
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
    ...hiddenNotice(app, app.visible.nodes[node] !== 1),
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
    app.go({ facts: chosen?.relation });
    show(chosen);
  };
  const show = (chosen: FactGroup | undefined) => {
    [...chips.children].forEach((chip, place) => {
      chip.setAttribute('aria-pressed', String(groups[place - 1] === chosen));
    });
    showCards(app, cards, {
      facts: (chosen === undefined ? groups : [chosen]).flatMap(({ facts }) => facts),
    });
  };
  const total = groups.reduce((sum, { facts }) => sum + facts.length, 0);
  chips.append(chip(WORDS.allRelations, total, () => press(undefined)));
  for (const group of groups) chips.append(chip(group.relation, group.facts.length, () => press(group)));
  show(groups.find(({ relation }) => relation === app.state.facts));
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

/** What is read here but not in the picture. */
function hiddenNotice(app: App, hidden: boolean): Node[] {
  if (!hidden) return [];
  const reset = button(WORDS.reset, () => app.go({ filter: startFilter(app.model) }), { class: 'small' });
  return [
    make(
      'p',
      { class: 'notice' },
      WORDS.hiddenHere,
      ' ',
      ...(isFiltered(app.model, app.state.filter) ? [reset] : []),
    ),
  ];
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
  const sentence = edgeSentence(app.model, edge);
  showCards(app, cards, { facts: app.model.payload.edges.facts[edge] ?? [], under: sentence });
  return [
    make(
      'header',
      {},
      make('p', { class: 'kind', text: WORDS.relation }),
      sentenceHeading(app, sentence, 'h2'),
    ),
    ...hiddenNotice(app, app.visible.edges[edge] !== 1),
    cards,
  ];
}
