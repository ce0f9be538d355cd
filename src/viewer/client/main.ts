/** The page comes to life: reads the payload, makes the parts, and keeps them in step with the state. */
import type { ViewerPayload } from '../payload.ts';
import { type App, createApp, type Part } from './app.ts';
import { clearSelection } from './choose.ts';
import { make } from './dom.ts';
import { createFilterPane, paintSwatches } from './filterPane.ts';
import { edgesOffByStanding } from './filters.ts';
import { type GraphHolder, holdGraph } from './graphHolder.ts';
import { createHelp, type Help } from './help.ts';
import { toModel } from './model.ts';
import { createPanel } from './panel.ts';
import { createTableView } from './tableView.ts';
import { onSystemTheme, readPalette, setTheme } from './theme.ts';
import { createTopBar } from './topBar.ts';
import { WORDS } from './words.ts';

function readPayload(): ViewerPayload | undefined {
  try {
    const payload = JSON.parse(document.getElementById('payload')?.textContent ?? '');
    return payload.version === 1 ? payload : undefined;
  } catch {
    return undefined;
  }
}

async function start(root: HTMLElement, payload: ViewerPayload): Promise<void> {
  const parts: Pick<Part, 'render'>[] = [];
  const live = make('p', { class: 'unseen', attributes: { 'aria-live': 'polite' } });
  const status = make('p', { class: 'status' });
  const app = createApp(toModel(payload), {
    say: (text) => {
      live.textContent = text;
    },
    render: () => {
      for (const part of parts) part.render();
      showState(app, { root, status });
    },
  });
  const openFilters = (open: boolean) => {
    root.classList.toggle('filters-open', open);
    bar.filters.setAttribute('aria-expanded', String(open));
    if (open) pane.element.querySelector('button')?.focus();
    else bar.filters.focus();
  };
  const help = createHelp();
  const repaint = () => {
    paintSwatches(pane.element, readPalette());
    graph?.repaint();
  };
  let graph: GraphHolder | undefined;
  const bar = createTopBar(app, {
    theme: (theme) => {
      setTheme(theme);
      repaint();
    },
    filters: () => openFilters(!root.classList.contains('filters-open')),
    about: () => root.classList.toggle('about-open'),
    help: () => help.dialog.showModal(),
  });
  const pane = createFilterPane(app, () => openFilters(false));
  const table = createTableView(app);
  const panel = createPanel(app);
  const main = make('main', { class: 'main', attributes: { id: 'main' } }, table.element, status);
  const skip = make('a', { class: 'skip', text: WORDS.skip, attributes: { href: '#main' } });
  root.replaceChildren(skip, bar.element, pane.element, main, panel.element, live, help.dialog);
  graph = await holdGraph(app, {
    main,
    without: (reason) => showTableOnly(app, { table: table.element, forbid: bar.forbidGraph, reason }),
  });
  skip.addEventListener('click', (event) => {
    event.preventDefault();
    const picture = app.state.view === 'graph' ? graph?.element : undefined;
    (picture ?? table.element.querySelector<HTMLElement>('.holder'))?.focus();
  });
  parts.push(bar, pane, panel, table, graph);
  onSystemTheme(repaint);
  repaint();
  listenToKeys(app, { search: bar.search, root, help, closeFilters: () => openFilters(false) });
  app.go({});
}

interface TableOnly {
  readonly table: HTMLElement;
  readonly forbid: () => void;
  /** Why there is no picture. */
  readonly reason: string;
}

function showTableOnly(app: App, { table, forbid, reason }: TableOnly): void {
  forbid();
  const notice = table.querySelector<HTMLElement>('.notice');
  if (notice !== null) {
    notice.hidden = false;
    notice.textContent = reason;
  }
  app.go({ view: 'table' });
}

function showState(
  { state, visible, model }: App,
  { root, status }: { root: HTMLElement; status: HTMLElement },
): void {
  root.dataset.view = state.view;
  root.classList.toggle('selected', state.selection.kind !== 'none');
  if (state.selection.kind !== 'none') root.classList.remove('about-open');
  if (state.unknown.length > 0) root.classList.add('about-open');
  const off = edgesOffByStanding(model, state.filter);
  status.textContent =
    WORDS.status(
      { nodes: visible.nodeCount, edges: visible.edgeCount },
      { nodes: model.nodeCount, edges: model.edgeCount },
    ) + (off === 0 ? '' : WORDS.offByStanding(off));
}

interface Page {
  readonly search: HTMLInputElement;
  readonly root: HTMLElement;
  readonly help: Help;
  readonly closeFilters: () => void;
}

/** Keys that work wherever the reader is, except in a field. */
function listenToKeys(app: App, { search, root, help, closeFilters }: Page): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.dialog.open) return;
    if (event.key === 'Escape') {
      if (root.classList.contains('filters-open')) closeFilters();
      else if (root.classList.contains('about-open')) root.classList.remove('about-open');
      else clearSelection(app);
      return;
    }
    const { target } = event;
    if (target instanceof HTMLInputElement && target.type === 'text') return;
    if (target instanceof HTMLSelectElement || !help.keysOn()) return;
    if (event.key === '/') search.focus();
    else if (event.key === '?') help.dialog.showModal();
    else if (event.key === 't' || event.key === 'T')
      app.go({ view: app.state.view === 'graph' ? 'table' : 'graph' });
    else return;
    event.preventDefault();
  });
}

const root =
  document.getElementById('viewer') ??
  document.body.appendChild(make('div', { attributes: { id: 'viewer' } }));
const payload = readPayload();
if (payload === undefined) root.append(make('p', { text: WORDS.noPayload }));
else void start(root, payload);
