/** The filtered data as a table: the same for those who cannot or do not want to see the picture. */
import type { App, Part } from './app.ts';
import { chooseEdge, chooseNode } from './choose.ts';
import { button, dataText, keepingFocus, make } from './dom.ts';
import { entityRows, type Row, relationRows, type Sorting, sortedRows } from './rows.ts';
import type { ViewState } from './state.ts';
import { number, WORDS } from './words.ts';

/** Rows made at once. */
const ROWS = 200;

const COLUMNS: Readonly<Record<ViewState['tab'], readonly string[]>> = {
  entities: [WORDS.name, WORDS.kind, WORDS.relationsCount, WORDS.factsCount],
  relations: [WORDS.subject, WORDS.relation, WORDS.object, WORDS.since, WORDS.factsCount],
};

export function createTableView(app: App): Part {
  const notice = make('p', { class: 'notice' });
  notice.hidden = true;
  const tabs = make('div', { class: 'tabs', attributes: { role: 'group', 'aria-label': WORDS.table } });
  const holder = make('div', {
    class: 'holder',
    attributes: { role: 'region', tabindex: '0', 'aria-label': WORDS.table },
  });
  const element = make('div', { class: 'table-view' }, notice, tabs, holder);
  const sortings: Record<ViewState['tab'], Sorting> = {
    entities: { column: 2, descending: true },
    relations: { column: 0, descending: false },
  };
  let drawn: unknown[] = [];
  const draw = () => holder.replaceChildren(tableOf(app, sortings[app.state.tab], sort));
  const sort = (column: number) => {
    const { tab } = app.state;
    const old = sortings[tab];
    sortings[tab] = { column, descending: old.column === column ? !old.descending : false };
    draw();
    holder.querySelectorAll<HTMLButtonElement>('thead button')[column]?.focus();
  };
  const render = () => {
    if (app.state.view !== 'table') return;
    keepingFocus(tabs, () =>
      tabs.replaceChildren(...(['entities', 'relations'] as const).map((tab) => tabButton(app, tab))),
    );
    const now = [app.visible, app.state.tab];
    if (now.some((one, index) => one !== drawn[index])) draw();
    drawn = now;
    markSelected(app, holder);
  };
  return { element, render };
}

function tabButton(app: App, tab: ViewState['tab']): HTMLElement {
  const count = tab === 'entities' ? app.visible.nodeCount : app.visible.edgeCount;
  const text = `${tab === 'entities' ? WORDS.entities : WORDS.relations} ${number(count)}`;
  return button(text, () => app.go({ tab }), {
    attributes: { 'aria-pressed': String(app.state.tab === tab) },
  });
}

function tableOf(app: App, sorting: Sorting, sort: (column: number) => void): HTMLElement {
  const { tab } = app.state;
  const rows = sortedRows(
    tab === 'entities' ? entityRows(app.model, app.visible) : relationRows(app.model, app.visible),
    sorting,
  );
  const total = tab === 'entities' ? app.model.nodeCount : app.model.edgeCount;
  const name = tab === 'entities' ? WORDS.entities : WORDS.relations;
  const heads = COLUMNS[tab].map((text, column) =>
    headCell(text, column === sorting.column ? sorting : undefined, () => sort(column)),
  );
  const body = make('tbody');
  const table = make(
    'table',
    {},
    make('caption', { text: WORDS.tableCaption(name, rows.length, total) }),
    make('thead', {}, make('tr', {}, ...heads)),
    body,
  );
  const holder = make('div', {}, table);
  addRows(app, { rows, body, holder }, 0);
  return holder;
}

function headCell(text: string, sorting: Sorting | undefined, sort: () => void): HTMLElement {
  const state = sorting === undefined ? false : sorting.descending ? 'descending' : 'ascending';
  const arrow = sorting === undefined ? '' : sorting.descending ? ' ↓' : ' ↑';
  return make('th', { attributes: { scope: 'col', 'aria-sort': state } }, button(text + arrow, sort));
}

interface Rows {
  readonly rows: readonly Row[];
  readonly body: HTMLElement;
  readonly holder: HTMLElement;
}

function addRows(app: App, table: Rows, from: number): void {
  const { rows, body, holder } = table;
  body.append(...rows.slice(from, from + ROWS).map((row) => rowOf(app, row)));
  const rest = rows.length - from - ROWS;
  if (rest <= 0) return;
  const more = button(WORDS.showMore(Math.min(ROWS, rest)), () => {
    more.remove();
    const first = body.childElementCount;
    addRows(app, table, from + ROWS);
    body.children[first]?.querySelector('button')?.focus();
  });
  more.className = 'wide';
  holder.append(more);
}

/** In each tab the column that names the item: its button opens it, and the row is called by it. */
const NAMING: Readonly<Record<ViewState['tab'], number>> = { entities: 0, relations: 1 };

function rowOf(app: App, { item, cells, entities }: Row): HTMLElement {
  const { tab } = app.state;
  const open = () => (tab === 'entities' ? chooseNode(app, item) : chooseEdge(app, item));
  const element = make('tr', { attributes: { 'data-item': String(item) } });
  cells.forEach((cell, column) => {
    const text = typeof cell === 'number' ? number(cell) : cell;
    const entity = entities?.[column];
    if (column === NAMING[tab])
      element.append(make('th', { attributes: { scope: 'row' } }, openButton(text, open)));
    else if (entity !== undefined)
      element.append(
        make(
          'td',
          {},
          openButton(text, () => chooseNode(app, entity)),
        ),
      );
    else element.append(make('td', { class: typeof cell === 'number' ? 'number' : '' }, dataText(text)));
  });
  // The whole row for the mouse; the button in it for the keyboard.
  element.addEventListener('click', (event) => {
    if (!(event.target instanceof HTMLButtonElement)) open();
  });
  return element;
}

function openButton(text: string, open: () => void): HTMLElement {
  const opener = make('button', { class: 'entity', attributes: { type: 'button' } }, dataText(text));
  opener.addEventListener('click', (event) => {
    event.stopPropagation();
    open();
  });
  return opener;
}

function markSelected(app: App, holder: HTMLElement): void {
  const { selection, tab } = app.state;
  const chosen =
    tab === 'entities' && selection.kind === 'node'
      ? selection.node
      : selection.kind === 'edge' && tab === 'relations'
        ? selection.edge
        : -1;
  for (const row of holder.querySelectorAll<HTMLElement>('tbody tr')) {
    row.classList.toggle('chosen', row.dataset.item === String(chosen));
  }
}
