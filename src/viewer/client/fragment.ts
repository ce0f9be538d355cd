/** The state in the fragment of the page's address, by names and ids, so that it outlives a new edition of the data. */
import type { Model } from './model.ts';
import { type Filter, type Selection, startFilter, startState, type ViewState } from './state.ts';

/** Longer fragments are nobody's; they are ignored. */
const LONGEST = 100_000;

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
  // Whichever are fewer: a choice of one among hundreds has to stay short.
  const named = (name: string, hidden: ReadonlySet<number>, names: readonly string[]) => {
    const only = hidden.size > names.length / 2 && hidden.size < names.length;
    const listed = names.filter((_, index) => hidden.has(index) !== only);
    return listed.map((one): [string, string] => [`${only ? 'only' : 'hide'}-${name}`, one]);
  };
  const pairs = [
    ...named('class', filter.hiddenClasses, payload.classes.map(nameOf)),
    ...named('relation', filter.hiddenRelations, payload.relations.map(nameOf)),
    ...named('source', filter.hiddenSources, payload.sources.map(idOf)),
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
  const hiddenOf = (name: string, names: readonly string[]) => {
    const only = indices(`only-${name}`, names);
    if (only.size === 0) return indices(`hide-${name}`, names);
    return new Set([...names.keys()].filter((index) => !only.has(index)));
  };
  const keys = standings.map(({ key }) => key);
  const hiddenStandings = new Set(startFilter(model).hiddenStandings);
  for (const index of indices('show', keys)) hiddenStandings.delete(index);
  for (const index of indices('hide', keys)) hiddenStandings.add(index);
  return {
    hiddenClasses: hiddenOf('class', payload.classes.map(nameOf)),
    hiddenRelations: hiddenOf('relation', payload.relations.map(nameOf)),
    hiddenSources: hiddenOf('source', payload.sources.map(idOf)),
    hiddenStandings,
    years: yearsIn(model, pairs.get('years') ?? ''),
    undated: pairs.get('undated') !== 'no',
  };
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

function idOf({ id }: { readonly id: string }): string {
  return id;
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
