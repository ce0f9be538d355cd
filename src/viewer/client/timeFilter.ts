/** From year, to year: two handles on one track, bars for how many facts each stretch has, and a box for the undated. */
import type { App, Part } from './app.ts';
import { make } from './dom.ts';
import type { Filter } from './state.ts';
import { WORDS } from './words.ts';

const BARS = 40;

/** Undefined where no edge has a date. */
export function createTimeFilter(app: App): Part | undefined {
  const { years } = app.model;
  if (years === undefined) return undefined;
  const [first, last] = years;
  const from = handle(WORDS.from, years);
  const to = handle(WORDS.to, years);
  const undated = make('input', { attributes: { type: 'checkbox' } });
  const said = make('output', { class: 'years' });
  const track = make('div', { class: 'track' }, bars(app, years), from, to);
  const change = (part: Partial<Filter>) => app.go({ filter: { ...app.state.filter, ...part } });
  const slide = (moved: HTMLInputElement) => {
    // The handles push each other instead of crossing.
    const a = moved === to ? Math.min(Number(from.value), Number(to.value)) : Number(from.value);
    const b = moved === from ? Math.max(Number(from.value), Number(to.value)) : Number(to.value);
    change({ years: a === first && b === last ? undefined : [a, b] });
  };
  from.addEventListener('input', () => slide(from));
  to.addEventListener('input', () => slide(to));
  undated.addEventListener('change', () => change({ undated: undated.checked }));
  const element = make(
    'details',
    { class: 'group time' },
    make('summary', {}, make('h2', { text: WORDS.time })),
  );
  element.open = true;
  element.append(said, track, make('label', {}, undated, make('span', { text: WORDS.undated })));
  const render = () => {
    const { filter } = app.state;
    const [a, b] = filter.years ?? years;
    from.value = String(a);
    to.value = String(b);
    said.textContent = a === b ? String(a) : `${a} – ${b}`;
    undated.checked = filter.undated;
    const span = Math.max(1, last - first);
    track.style.setProperty('--from', String((a - first) / span));
    track.style.setProperty('--to', String((b - first) / span));
  };
  return { element, render };
}

function handle(label: string, [first, last]: readonly [number, number]): HTMLInputElement {
  return make('input', {
    attributes: { type: 'range', min: String(first), max: String(last), step: '1', 'aria-label': label },
  });
}

/** How many facts each stretch of years has; long ones count where they begin. */
function bars({ model }: App, [first, last]: readonly [number, number]): HTMLElement {
  const count = Math.max(1, Math.min(BARS, last - first + 1));
  const heights = Array.from({ length: count }, () => 0);
  for (const { years } of model.payload.facts) {
    if (years === undefined || years[0] < first || years[0] > last) continue;
    const place = Math.min(count - 1, Math.floor(((years[0] - first) * count) / (last - first + 1)));
    heights[place] = (heights[place] ?? 0) + 1;
  }
  const most = heights.reduce((a, b) => Math.max(a, b), 1);
  const element = make('div', { class: 'bars', attributes: { 'aria-hidden': 'true' } });
  for (const height of heights) {
    const bar = make('span');
    bar.style.height = `${Math.round((height / most) * 100)}%`;
    element.append(bar);
  }
  return element;
}
