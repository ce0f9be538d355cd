/** The state in the fragment of the page's address, by names and ids, so that it outlives a new edition of the data. */
import type { Model } from './model.ts';
import { type Filter, type Selection, startFilter, startState, type ViewState } from './state.ts';

/** Longer fragments are nobody's; they are ignored. */
const LONGEST = 20_000;

export function toFragment(model: Model, state: ViewState): string {
  const pairs: [string, string][] = [...selectionPairs(model, state.selection)];
  if (state.facts !== undefined) pairs.push(['facts', state.facts]);
  if (state.hops === 2) pairs.push(['hops', '2']);
  if (state.view === 'table') pairs.push(['view', 'table']);
  if (state.tab === 'relations') pairs.push(['tab', 'relations']);
  pairs.push(...filterPairs(model, state.filter));
  for (const community of state.opened) pairs.push(['open', String(community)]);
  return new URLSearchParams(pairs).toString();
}

/** Unknown names and nonsense are left out; what remains is used. Ids that the graph lacks are told in `unknown`. */
export function parseFragment(model: Model, fragment: string): ViewState {
  const start = startState(model);
  const text = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  if (text === '' || text.length > LONGEST) return start;
  const pairs = new URLSearchParams(text);
  return {
    view: pairs.get('view') === 'table' ? 'table' : 'graph',
    tab: pairs.get('tab') === 'relations' ? 'relations' : 'entities',
    selection: selectionIn(model, pairs),
    hops: pairs.get('hops') === '2' ? 2 : 1,
    filter: filterIn(model, pairs),
    facts: pairs.get('facts') ?? undefined,
    unknown: unknownIn(model, pairs),
    opened: openedIn(model, pairs),
  };
}

function selectionPairs({ payload }: Model, selection: Selection): [string, string][] {
  const nodeId = (node: number) => payload.nodes.id[node] ?? '';
  if (selection.kind === 'node') return [['node', nodeId(selection.node)]];
  if (selection.kind === 'edge') return [['edge', payload.edges.id[selection.edge] ?? '']];
  if (selection.kind === 'none') return [];
  const to: [string, string][] = selection.to === undefined ? [] : [['to', nodeId(selection.to)]];
  return [['from', nodeId(selection.from)], ...to];
}

function selectionIn(model: Model, pairs: URLSearchParams): Selection {
  const nodeOf = (name: string) => model.nodeIndex.get(pairs.get(name) ?? '');
  const node = nodeOf('node');
  if (node !== undefined) return { kind: 'node', node };
  const edge = model.edgeIndex.get(pairs.get('edge') ?? '');
  if (edge !== undefined) return { kind: 'edge', edge };
  const from = nodeOf('from');
  return from === undefined ? { kind: 'none' } : { kind: 'path', from, to: nodeOf('to') };
}

/** Shortened: they may be anything. */
function unknownIn({ nodeIndex, edgeIndex }: Model, pairs: URLSearchParams): string[] {
  const named = (name: string, index: ReadonlyMap<string, number>) =>
    pairs.getAll(name).filter((id) => !index.has(id));
  const all = [
    ...['node', 'from', 'to'].flatMap((name) => named(name, nodeIndex)),
    ...named('edge', edgeIndex),
  ];
  return all.slice(0, 3).map((id) => [...id].slice(0, 80).join(''));
}

function filterPairs(model: Model, filter: Filter): [string, string][] {
  const { payload, standings } = model;
  const named = (name: string, set: ReadonlySet<number>, label: (index: number) => string | undefined) =>
    [...set].sort((a, b) => a - b).map((index): [string, string] => [name, label(index) ?? '']);
  const pairs = [
    ...named('hide-class', filter.hiddenClasses, (index) => payload.classes[index]?.name),
    ...named('hide-relation', filter.hiddenRelations, (index) => payload.relations[index]?.name),
    ...named('hide-source', filter.hiddenSources, (index) => payload.sources[index]?.id),
  ];
  const start = startFilter(model).hiddenStandings;
  standings.forEach(({ key }, index) => {
    const hidden = filter.hiddenStandings.has(index);
    if (hidden !== start.has(index)) pairs.push([hidden ? 'hide' : 'show', key]);
  });
  if (filter.years !== undefined) pairs.push(['years', filter.years.join('..')]);
  if (!filter.undated) pairs.push(['undated', 'no']);
  return pairs;
}

function filterIn(model: Model, pairs: URLSearchParams): Filter {
  const { payload, standings } = model;
  const indices = (name: string, names: readonly string[]) => {
    const asked = new Set(pairs.getAll(name));
    return new Set(names.flatMap((one, index) => (asked.has(one) ? [index] : [])));
  };
  const keys = standings.map(({ key }) => key);
  const hiddenStandings = new Set(startFilter(model).hiddenStandings);
  for (const index of indices('show', keys)) hiddenStandings.delete(index);
  for (const index of indices('hide', keys)) hiddenStandings.add(index);
  return {
    hiddenClasses: indices(
      'hide-class',
      payload.classes.map(({ name }) => name),
    ),
    hiddenRelations: indices(
      'hide-relation',
      payload.relations.map(({ name }) => name),
    ),
    hiddenSources: indices(
      'hide-source',
      payload.sources.map(({ id }) => id),
    ),
    hiddenStandings,
    years: yearsIn(model, pairs.get('years') ?? ''),
    undated: pairs.get('undated') !== 'no',
  };
}

function yearsIn({ years }: Model, text: string): Filter['years'] {
  const match = /^(-?\d{1,6})\.\.(-?\d{1,6})$/.exec(text);
  if (match === null || years === undefined) return undefined;
  const from = Math.max(Number(match[1]), years[0]);
  const to = Math.min(Number(match[2]), years[1]);
  return from <= to ? [from, to] : undefined;
}

function openedIn({ payload }: Model, pairs: URLSearchParams): number[] {
  const asked = pairs.getAll('open').filter((text) => /^\d{1,9}$/.test(text));
  if (asked.length === 0) return [];
  const known = new Set(payload.nodes.community);
  return [...new Set(asked.map(Number))].filter((one) => known.has(one)).sort((a, b) => a - b);
}
