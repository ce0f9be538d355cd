/** What the details show while nothing is selected: what the data set is, and what the filters leave of it. */
import { aboutData } from './about.ts';
import type { App } from './app.ts';
import { chooseEdge } from './choose.ts';
import { make } from './dom.ts';
import { sentenceButton } from './factCard.ts';
import { edgeSentence } from './facts.ts';
import { isFiltered } from './filters.ts';
import { pathFields } from './pathPanel.ts';
import { WORDS } from './words.ts';

/** More relations than this are read in the table. */
const LISTED = 60;

export function startContent(app: App): Node[] {
  return [
    ...unknownNotice(app),
    ...shownRelations(app),
    ...aboutData(app.model),
    pathFields(app, undefined, undefined),
  ];
}

function unknownNotice({ state: { unknown } }: App): Node[] {
  return unknown.length === 0 ? [] : [make('p', { class: 'notice', text: WORDS.unknownIds(unknown) })];
}

function shownRelations(app: App): Node[] {
  const { model, visible, state } = app;
  if (visible.edgeCount === 0 || visible.edgeCount > LISTED || !isFiltered(model, state.filter)) return [];
  const edges = [...visible.edges.keys()].filter((edge) => visible.edges[edge] === 1);
  const items = edges.map((edge) =>
    make(
      'li',
      {},
      sentenceButton(edgeSentence(model, edge), () => chooseEdge(app, edge)),
    ),
  );
  return [
    make(
      'section',
      { class: 'shown-relations', attributes: { 'aria-label': WORDS.shownRelations } },
      make('h2', { text: WORDS.shownRelations }),
      make('ul', {}, ...items),
    ),
  ];
}
