/** The details of a path: its ends, which can be changed, and the relations on it with their facts. */
import type { App } from './app.ts';
import { chooseEdge } from './choose.ts';
import { createCombobox } from './combobox.ts';
import { button, dataText, make } from './dom.ts';
import { sentenceHeading, showCards } from './factCard.ts';
import { edgeSentence, labelOf } from './facts.ts';
import { suggestEntities } from './suggest.ts';
import { shortestPath } from './walk.ts';
import { WORDS } from './words.ts';

export function pathContent(app: App, from: number, to: number | undefined): Node[] {
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
  const sentence = edgeSentence(app.model, edge);
  const heading = sentenceHeading(app, sentence, 'h3');
  const opener = button(WORDS.openRelation, () => chooseEdge(app, edge), { class: 'small' });
  const cards = make('div', { class: 'cards' });
  showCards(app, cards, { facts, under: sentence });
  return make('li', {}, heading, opener, cards);
}

/** Two fields for the ends; each can be changed on its own. */
export function pathFields(app: App, from: number | undefined, to: number | undefined): HTMLElement {
  let ends: { from: number | undefined; to: number | undefined } = { from, to };
  const field = (name: 'from' | 'to', label: string) => {
    const choose = (item: number) => {
      ends = { ...ends, [name]: item };
      if (ends.from !== undefined) app.go({ selection: { kind: 'path', from: ends.from, to: ends.to } });
    };
    const find = (query: string) => suggestEntities(app, query, choose);
    const { element, input } = createCombobox({
      id: `path-${name}`,
      label,
      hint: WORDS.searchHint,
      find,
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
