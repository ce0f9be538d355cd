/** Every word of the page, in one place. */

const NUMBER = new Intl.NumberFormat('en-US');

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${NUMBER.format(count)} ${count === 1 ? one : many}`;
}

export function number(value: number): string {
  return NUMBER.format(value);
}

/** How a fact stands, by the names of the payload. */
const STANDINGS: Readonly<Record<string, string>> = {
  asserted: 'stated',
  attributed: 'attributed to someone',
  alleged: 'alleged',
  planned: 'planned',
  expected: 'expected',
  negated: 'denied',
  possible: 'merely possible',
  'no-value': 'without a value',
  disputed: 'contradicted',
  outweighed: 'outweighed by others',
  rejected: 'rejected by the editors',
};

export function standingWord(name: string): string {
  return Object.hasOwn(STANDINGS, name) ? (STANDINGS[name] ?? name) : name;
}

export const WORDS = {
  skip: 'Skip to the graph',
  search: 'Search',
  searchHint: 'Search names',
  noMatch: 'Nothing matches',
  matches: (count: number) => `${counted(count, 'suggestion')}, use the arrow keys`,
  view: 'View',
  graph: 'Graph',
  table: 'Table',
  filters: 'Filters',
  closeFilters: 'Close filters',
  reset: 'Reset filters',
  theme: 'Colours',
  themes: { auto: 'as the system', light: 'light', dark: 'dark' },
  themeSigns: { auto: '◐', light: '○', dark: '●' },
  help: 'Help',
  close: 'Close',
  classes: 'Entities',
  relations: 'Relations',
  standing: 'Status',
  standingHint:
    'Counts are of facts, those in the details included. What is not plain is drawn dashed, denied facts dotted.',
  notPlainToo: 'Also planned, alleged, denied …',
  sources: 'Sources',
  time: 'Time',
  from: 'From year',
  to: 'To year',
  undated: 'Without date',
  onlyLabel: (name: string) => `Show only ${name}`,
  all: 'all',
  allLabel: (group: string) => `Show all: ${group}`,
  ofTotal: (shown: number, total: number) => `${number(shown)} of ${number(total)} shown`,
  status: (shown: { nodes: number; edges: number }, total: { nodes: number; edges: number }) =>
    `${number(shown.nodes)} of ${counted(total.nodes, 'entity', 'entities')}, ${number(shown.edges)} of ${counted(total.edges, 'relation')}`,
  offByStanding: (count: number) => ` (${number(count)} switched off under Status)`,
  hiddenHere: 'The filters hide this in the picture.',
  unknownIds: (ids: readonly string[]) =>
    `The address of this page names ${ids.map((id) => `«${id}»`).join(', ')}, which this data set does not have.`,
  shownRelations: 'Shown relations',
  lostGraphics: 'The browser took the drawing away; the table shows the same data.',
  levels:
    'Too much for one picture: communities are drawn as one circle each. Click one to open it in place.',
  levelsCut: (kind: string, shown: number, total: number) =>
    `The picture holds ${number(shown)} of ${number(total)} ${kind}; search and the table hold all.`,
  closeCommunities: 'Close all communities',
  community: (label: string, count: number) => `${label} and ${number(count - 1)} more`,
  bundle: (count: number) => counted(count, 'relation'),
  noWebGL: 'This browser cannot draw the graph (WebGL 2 is off or missing). The table shows the same data.',
  empty: 'There is nothing in this graph.',
  nothingShown: 'The filters hide everything.',
  graphLabel: (title: string) => `Graph of ${title}`,
  graphRole: 'graph',
  graphKeys:
    'Right and left arrow: next and previous neighbour. Down arrow or Enter: go there. Up arrow: go back. Space: open the relation. Plus, minus, zero: zoom. Question mark: all keys.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Show all',
  panel: 'Details',
  aboutHow: 'Click an entity or a relation to read which sources say so, in their own words.',
  aboutFacts: ({ facts, edges, sources }: { facts: number; edges: number; sources: number }) =>
    edges === facts
      ? `${counted(facts, 'fact')} from ${counted(sources, 'source')}.`
      : `${counted(facts, 'fact')} from ${counted(sources, 'source')}: ${number(edges)} about two entities, drawn as lines; the others names, dates and other values, in the details.`,
  by: 'By',
  published: 'Published',
  licence: 'Licence',
  layout: 'Layout',
  hops: 'Neighbours',
  hopsLabel: (hops: number) => `${counted(hops, 'step')} around`,
  pathFrom: 'Path from here',
  pathPick: (label: string) => `Path from ${label}: now click or search the other end.`,
  pathHeading: (from: string, to: string) => `From ${from} to ${to}`,
  pathLength: (steps: number) => `${counted(steps, 'relation')} apart`,
  pathNone: 'No path over the relations that are shown.',
  pathSame: 'Both ends are the same entity.',
  pathFields: 'Path between two entities',
  pathStart: 'From',
  pathEnd: 'To',
  openRelation: 'Open this relation',
  allRelations: 'All',
  groups: 'Show facts by relation',
  noFacts: 'No fact stands here under the chosen statuses.',
  moreNotPlain: (count: number) => `Show ${number(count)} more that ${count === 1 ? 'is' : 'are'} not plain`,
  showMore: (count: number) => `Show ${number(count)} more`,
  noQuote: 'The source has no quotable text here.',
  place: 'Where it says so',
  date: 'When',
  dateWords: 'Date in the source’s words',
  certainty: 'Certainty',
  confidence: 'Extractor’s score',
  opponentsLeftOut: 'The facts against it are not in this edition.',
  leftOut: 'Not in this page',
  about: 'About',
  saidBy: 'Said by',
  note: 'Note',
  withoutPlace: 'Without a place, because',
  denied: 'denied',
  disputedMark: '⚠',
  disputed: 'Disputed',
  against: 'Contradicted by',
  beside: 'To be read with it',
  unknown: 'unknown',
  none: 'none',
  identifier: 'Identifier',
  kind: 'Kind',
  entities: 'Entities',
  name: 'Name',
  relationsCount: 'Relations',
  factsCount: 'Facts',
  subject: 'From',
  relation: 'Relation',
  object: 'To',
  since: 'Years',
  tableCaption: (kind: string, shown: number, total: number) =>
    `${kind}: ${number(shown)} of ${number(total)}`,
  selected: (label: string, kind: string, neighbours: number) =>
    `${label}, ${kind}, ${counted(neighbours, 'neighbour')}`,
  neighbour: (label: string, relation: string, place: number, count: number) =>
    `${label}: ${relation}, ${place} of ${count}`,
  noNeighbours: 'No neighbours are shown.',
  cleared: 'Selection cleared',
  noPayload: 'The data of this page cannot be read.',
  keys: [
    ['/', 'search'],
    ['Tab', 'into the graph, and on to the details'],
    ['→ ←', 'next and previous neighbour of the selected entity'],
    ['↓ or Enter', 'go to that neighbour'],
    ['↑', 'go back to the entity before'],
    ['Space', 'open the relation to that neighbour'],
    ['+ − 0', 'zoom in, zoom out, show all'],
    ['T', 'graph or table'],
    ['Esc', 'close what is open, then clear the selection'],
    ['?', 'this help'],
  ],
  keysOn: 'The keys /, T and ? work everywhere in the page',
  helpReading:
    'Circles are entities, larger with more relations; lines are relations, arrows give their direction. Lines that are not whole are facts that are not plain: dashed what is planned or alleged, dotted what is denied. ⚠ marks facts that another source contradicts.',
  helpShare: 'What you see is kept in the address of the page: copy it to share it.',
} as const;
