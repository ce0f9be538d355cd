/** Title, search, graph or table, colours, help. */
import type { App, Part } from './app.ts';
import { chooseNode } from './choose.ts';
import { createCombobox } from './combobox.ts';
import { button, dataText, make } from './dom.ts';
import { suggestAll } from './suggest.ts';
import type { Theme } from './theme.ts';
import { WORDS } from './words.ts';

export interface BarDeeds {
  readonly theme: (theme: Theme) => void;
  readonly filters: () => void;
  readonly about: () => void;
  readonly help: () => void;
}

export interface TopBar extends Part {
  readonly search: HTMLInputElement;
  readonly filters: HTMLButtonElement;
  /** Without WebGL. */
  forbidGraph(): void;
}

export function createTopBar(app: App, deeds: BarDeeds): TopBar {
  const search = createCombobox({
    id: 'search',
    label: WORDS.search,
    hint: WORDS.searchHint,
    find: (query) => suggestAll(app, query, (node) => chooseNode(app, node)),
    say: app.say,
  });
  const graph = button(WORDS.graph, () => app.go({ view: 'graph' }));
  const table = button(WORDS.table, () => app.go({ view: 'table' }));
  const filters = button(WORDS.filters, deeds.filters, {
    class: 'open-filters',
    attributes: { 'aria-controls': 'filters', 'aria-expanded': 'false' },
  });
  const about = roundButton('i', WORDS.about, deeds.about);
  about.classList.add('open-about');
  const help = roundButton('?', WORDS.help, deeds.help);
  const element = make(
    'header',
    { class: 'bar' },
    make('h1', {}, dataText(app.model.payload.title)),
    search.element,
    make('div', { class: 'switch', attributes: { role: 'group', 'aria-label': WORDS.view } }, graph, table),
    filters,
    about,
    themeChoice(deeds.theme),
    help,
  );
  const render = () => {
    graph.setAttribute('aria-pressed', String(app.state.view === 'graph'));
    table.setAttribute('aria-pressed', String(app.state.view === 'table'));
  };
  const forbidGraph = () => {
    graph.disabled = true;
  };
  return { element, search: search.input, filters, render, forbidGraph };
}

function roundButton(sign: string, label: string, click: () => void): HTMLButtonElement {
  return button(sign, click, { class: 'round', attributes: { 'aria-label': label, title: label } });
}

const NEXT: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' };

/** One button that goes round: the system's colours, light, dark. */
function themeChoice(choose: (theme: Theme) => void): HTMLElement {
  let theme: Theme = 'auto';
  const element = roundButton('', '', () => {
    theme = NEXT[theme];
    choose(theme);
    name();
  });
  const name = () => {
    const label = `${WORDS.theme}: ${WORDS.themes[theme]}`;
    element.textContent = WORDS.themeSigns[theme];
    element.title = label;
    element.setAttribute('aria-label', label);
  };
  name();
  return element;
}
