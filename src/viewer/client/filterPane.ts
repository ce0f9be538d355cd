/** The legend, which is the filter too: classes and relations with counts, statuses, sources, time. */
import type { App, Part } from './app.ts';
import { button, dataText, make } from './dom.ts';
import type { Stroke } from './edgeProgram.ts';
import { isFiltered } from './filters.ts';
import { strongColour } from './paint.ts';
import { allBut, type Filter, isOnly, isSame, startFilter, toggled } from './state.ts';
import type { Palette } from './theme.ts';
import { createTimeFilter } from './timeFilter.ts';
import { number, standingWord, WORDS } from './words.ts';

type SetName = 'hiddenClasses' | 'hiddenRelations' | 'hiddenSources' | 'hiddenStandings';

interface Entry {
  readonly label: string;
  /** `#rrggbb` of its swatch. */
  readonly colour?: string;
  readonly stroke?: Stroke;
  readonly total: number;
  /** How many of them are shown; undefined where that is not counted. */
  readonly shown?: () => number;
}

interface GroupSpec {
  readonly title: string;
  readonly set: SetName;
  readonly swatch: 'dot' | 'line' | 'none';
  readonly entries: readonly Entry[];
}

export function createFilterPane(app: App, close: () => void): Part {
  const groups = groupSpecs(app)
    .filter(({ entries }) => entries.length > 0)
    .map((spec) => createGroup(app, spec));
  const time = createTimeFilter(app);
  const change = (filter: Filter) => app.go({ filter });
  const reset = button(WORDS.reset, () => change(startFilter(app.model)), { class: 'wide' });
  const closer = button('×', close, { class: 'close', attributes: { 'aria-label': WORDS.closeFilters } });
  const element = make(
    'nav',
    { class: 'filters', attributes: { id: 'filters', 'aria-label': WORDS.filters } },
    make('div', { class: 'drawer-head' }, make('span', { text: WORDS.filters }), closer),
  );
  element.append(...groups.slice(0, 3).map((group) => group.element));
  if (time !== undefined) element.append(time.element);
  element.append(...groups.slice(3).map((group) => group.element), reset);
  const render = () => {
    for (const group of groups) group.render();
    time?.render();
    reset.disabled = !isFiltered(app.model, app.state.filter);
  };
  return { element, render };
}

function groupSpecs(app: App): GroupSpec[] {
  const { payload, standings } = app.model;
  const classTotals = tally(payload.classes.length, payload.nodes.class);
  const relationTotals = tally(payload.relations.length, payload.edges.relation);
  const sourceTotals = tally(
    payload.sources.length,
    payload.facts.flatMap((fact) => [...new Set(fact.evidence.map((one) => one.source))]),
  );
  return [
    {
      title: WORDS.classes,
      set: 'hiddenClasses',
      swatch: 'dot',
      entries: payload.classes.map(({ label, colour }, index) => ({
        label,
        colour,
        total: classTotals[index] ?? 0,
        shown: () => app.visible.byClass[index] ?? 0,
      })),
    },
    {
      title: WORDS.relations,
      set: 'hiddenRelations',
      swatch: 'line',
      entries: payload.relations.map(({ label, colour }, index) => ({
        label,
        colour,
        total: relationTotals[index] ?? 0,
        shown: () => app.visible.byRelation[index] ?? 0,
      })),
    },
    {
      title: WORDS.standing,
      set: 'hiddenStandings',
      swatch: 'line',
      entries: standings.map(({ name, plain, count }) => ({
        label: standingWord(name),
        stroke: plain ? 'solid' : name === 'negated' ? 'dotted' : 'dashed',
        total: count,
      })),
    },
    {
      title: WORDS.sources,
      set: 'hiddenSources',
      swatch: 'none',
      entries: payload.sources.map(({ title, id }, index) => ({
        label: title === '' ? id : title,
        total: sourceTotals[index] ?? 0,
      })),
    },
  ];
}

function tally(count: number, items: readonly number[]): number[] {
  const totals = Array.from({ length: count }, () => 0);
  for (const item of items) totals[item] = (totals[item] ?? 0) + 1;
  return totals;
}

function createGroup(app: App, spec: GroupSpec): Part {
  const put = (hidden: ReadonlySet<number>) =>
    app.go({ filter: { ...app.state.filter, [spec.set]: hidden } });
  const rows = spec.entries.map((entry, index) => createRow(app, spec, { entry, index, put }));
  const all = button(WORDS.all, () => put(new Set()), {
    class: 'small',
    attributes: { 'aria-label': WORDS.allLabel(spec.title) },
  });
  const element = make(
    'details',
    { class: 'group' },
    make('summary', {}, make('h2', { text: spec.title })),
    make('div', { class: 'all' }, all),
  );
  element.open = spec.entries.length <= 40;
  if (spec.set === 'hiddenStandings')
    element.append(notPlainSwitch(app, put), make('p', { class: 'soft', text: WORDS.standingHint }));
  element.append(make('ul', {}, ...rows.map((row) => row.element)));
  const render = () => {
    all.hidden = spec.set === 'hiddenStandings' || app.state.filter[spec.set].size === 0;
    for (const row of rows) row.render();
    const box = element.querySelector<HTMLInputElement>('.not-plain input');
    if (box !== null) box.checked = notPlainHidden(app).length === 0;
  };
  return { element, render };
}

function notPlainHidden(app: App): number[] {
  const { hiddenStandings } = app.state.filter;
  return [...hiddenStandings].filter((index) => app.model.standings[index]?.plain === false);
}

/** One box for all statuses that are not plain. */
function notPlainSwitch(app: App, put: (hidden: ReadonlySet<number>) => void): HTMLElement {
  const box = make('input', { attributes: { type: 'checkbox' } });
  box.addEventListener('change', () => {
    const { hiddenStandings } = app.state.filter;
    const notPlain = app.model.standings.flatMap(({ plain }, index) => (plain ? [] : [index]));
    const plainOnes = [...hiddenStandings].filter((index) => !notPlain.includes(index));
    put(new Set(box.checked ? plainOnes : [...plainOnes, ...notPlain]));
  });
  const label = make('label', { class: 'not-plain' }, box, make('span', { text: WORDS.notPlainToo }));
  label.hidden = app.model.standings.every(({ plain }) => plain);
  return label;
}

interface RowSpec {
  readonly entry: Entry;
  readonly index: number;
  readonly put: (hidden: ReadonlySet<number>) => void;
}

function createRow(app: App, spec: GroupSpec, { entry, index, put }: RowSpec): Part {
  const hidden = () => app.state.filter[spec.set];
  const box = make('input', { attributes: { type: 'checkbox' } });
  box.addEventListener('change', () => put(toggled(hidden(), index)));
  const count = make('span', { class: 'count' });
  const all = () =>
    spec.set === 'hiddenStandings' ? startFilter(app.model).hiddenStandings : new Set<number>();
  // With a single plain status the start is not a choice of it.
  const alone = () => isOnly(spec.entries.length, hidden(), index) && !isSame(hidden(), all());
  const only = make(
    'button',
    {
      class: 'name',
      attributes: {
        type: 'button',
        title: WORDS.onlyLabel(entry.label),
        'aria-label': WORDS.onlyLabel(entry.label),
      },
      click: () => put(alone() ? all() : allBut(spec.entries.length, index)),
    },
    dataText(entry.label),
  );
  const element = make('li', {}, make('label', {}, box, ...swatchOf(spec, entry)), only, count);
  const render = () => {
    box.checked = !hidden().has(index);
    only.setAttribute('aria-pressed', String(alone()));
    const shown = entry.shown?.();
    count.textContent =
      shown === undefined || shown === entry.total
        ? number(entry.total)
        : `${number(shown)}/${number(entry.total)}`;
    box.setAttribute('aria-label', `${entry.label} ${count.textContent}`);
    count.title = shown === undefined ? '' : WORDS.ofTotal(shown, entry.total);
  };
  return { element, render };
}

function swatchOf({ swatch }: GroupSpec, { colour, stroke = 'solid' }: Entry): HTMLElement[] {
  if (swatch === 'none') return [];
  const element = make('span', {
    class: `swatch ${swatch} ${stroke}`,
    attributes: { 'aria-hidden': 'true', 'data-colour': colour ?? false },
  });
  return [element];
}

/** As the picture paints them. Set by script: the page's policy allows no style in markup. */
export function paintSwatches(pane: HTMLElement, { ground }: Palette): void {
  for (const swatch of pane.querySelectorAll<HTMLElement>('.swatch[data-colour]')) {
    swatch.style.setProperty('--swatch', strongColour(swatch.dataset.colour ?? '', ground));
  }
}
