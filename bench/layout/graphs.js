/**
 * The graphs that layouts are measured on: simple, undirected, connected, as flat arrays.
 *
 * Film graphs come from `../shared/data/wikipedia-movie-data` (films, their casts and genres), synthetic ones of the same
 * hub-heavy shape from a seed, public ones from the collection of Debian's python3-graph-tool. The same bytes on every
 * machine; what is absent is `undefined`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MOVIES = new URL('../../../shared/data/wikipedia-movie-data/', import.meta.url);
const CACHE = new URL('../../node_modules/.cache/factweave-layout/', import.meta.url);
const PYTHON = '/usr/bin/python3';

/**
 * Every graph by name. `film` takes the films of the years since, before; `synthetic` is nodes and edges asked for, of which
 * a tenth of the edges are parallels and go; `collection` is the name in graph-tool. `mesh` is said of graphs that lie in
 * the plane by nature, each node with a few neighbours near by.
 */
export const GRAPHS = [
  { name: 'film-1k', film: { since: 1940, before: 1941 }, mesh: false },
  { name: 'film-10k', film: { since: 1929, before: 1945 }, mesh: false },
  { name: 'film-genres-10k', film: { since: 1933, before: 1948, genres: true }, mesh: false },
  { name: 'film-60k', film: {}, mesh: false },
  { name: 'synthetic-1k', synthetic: [1_000, 3_800], mesh: false },
  { name: 'synthetic-10k', synthetic: [10_000, 38_000], mesh: false },
  { name: 'synthetic-100k', synthetic: [100_000, 376_000], mesh: false },
  { name: 'synthetic-1m', synthetic: [1_000_000, 3_770_000], mesh: false },
  { name: 'power', collection: 'power', mesh: true },
  { name: 'netscience', collection: 'netscience', mesh: false },
  { name: 'astro-ph', collection: 'astro-ph', mesh: false },
  { name: 'hep-th', collection: 'hep-th', mesh: false },
  { name: 'cond-mat', collection: 'cond-mat', mesh: false },
  { name: 'polblogs', collection: 'polblogs', mesh: false },
  { name: 'pgp', collection: 'pgp-strong-2009', mesh: false },
];

/**
 * The graph of that name: `{name, mesh, count, source, target}`, edges sorted by smaller, then larger end.
 * Undefined where its data or graph-tool are absent. Throws for an unknown name.
 */
export function loadGraph(name) {
  const entry = GRAPHS.find((known) => known.name === name);
  if (!entry)
    throw new Error(`unknown graph ${name}; known: ${GRAPHS.map((known) => known.name).join(', ')}`);
  const pairs = pairsOf(entry);
  return pairs && { name, mesh: entry.mesh, ...largestComponent(pairs) };
}

function pairsOf({ film, synthetic, collection }) {
  if (film) return filmPairs(film);
  if (synthetic) return syntheticPairs(...synthetic);
  return collectionPairs(collection);
}

/** Each film with everybody of its cast and, on request, its genres, which are larger hubs than any person. */
function filmPairs({ since = 0, before = Infinity, genres = false }) {
  if (!existsSync(MOVIES)) return undefined;
  const index = new Map();
  const numberOf = (key) => {
    const number = index.get(key) ?? index.size;
    index.set(key, number);
    return number;
  };
  const [source, target] = [[], []];
  filmsOf(MOVIES).forEach(({ year, cast, genres: kinds }, at) => {
    if (year < since || year >= before) return;
    const film = numberOf(`film ${at}`);
    const ends = cast.map((person) => `person ${person}`);
    if (genres) ends.push(...kinds.map((kind) => `genre ${kind}`));
    for (const end of ends) {
      source.push(film);
      target.push(numberOf(end));
    }
  });
  return { count: index.size, source, target };
}

function filmsOf(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
}

/**
 * Works with the people of a region and an age, and genres: a third of the nodes are works, thirty are genres, the rest
 * people; a person's share of a crowd of 200 falls with rank, and a twentieth of the places go to anybody.
 */
function syntheticPairs(nodes, edges) {
  const random = randomFrom(20_261_122);
  const genres = Math.min(30, Math.ceil(nodes / 50));
  const works = Math.floor(nodes / 3);
  const people = nodes - works - genres;
  const [source, target] = [[], []];
  const link = (a, b) => {
    source.push(a);
    target.push(b);
  };
  // Everybody is in one work, so that nearly all of the graph hangs together.
  for (let p = 0; p < people; p++) link(Math.floor((p * works) / people), works + genres + p);
  for (let w = 0; w < works; w++) link(w, works + Math.floor(genres * random() * random() * random()));
  for (let rest = edges - source.length; rest > 0; rest--) {
    const work = Math.floor(works * random());
    const crowd = Math.floor((work * people) / works / 200) * 200;
    const near = crowd + Math.floor(200 * random() * random() * random());
    const anybody = Math.floor(people * random());
    const person = random() < 0.05 ? anybody : Math.min(near, people - 1);
    link(work, works + genres + person);
  }
  return { count: nodes, source, target };
}

function collectionPairs(name) {
  const file = new URL(`${name}.u32`, CACHE);
  if (!existsSync(file)) {
    mkdirSync(CACHE, { recursive: true });
    const script = fileURLToPath(new URL('collection.py', import.meta.url));
    const partial = `${fileURLToPath(file)}.${process.pid}`;
    try {
      execFileSync(PYTHON, [script, name, partial], { stdio: ['ignore', 'ignore', 'pipe'] });
    } catch {
      return undefined;
    }
    renameSync(partial, file);
  }
  const bytes = readFileSync(file);
  return fromNumbers(new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4));
}

/** The form that a graph has in files: nodes, edges, all sources, all targets. */
export function toNumbers({ count, source, target }) {
  const numbers = new Uint32Array(2 + 2 * source.length);
  numbers.set([count, source.length]);
  numbers.set(source, 2);
  numbers.set(target, 2 + source.length);
  return numbers;
}

export function fromNumbers(numbers) {
  const [count, edges] = numbers;
  return { count, source: numbers.subarray(2, 2 + edges), target: numbers.subarray(2 + edges) };
}

/** The part that hangs together and has most nodes, without loops and parallels; nodes keep their order. */
export function largestComponent({ count, source, target }) {
  const parent = Int32Array.from({ length: count }, (_, i) => i);
  const rootOf = (node) => {
    let root = node;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]];
    return root;
  };
  for (let e = 0; e < source.length; e++) parent[rootOf(source[e])] = rootOf(target[e]);
  const sizes = new Uint32Array(count);
  for (let i = 0; i < count; i++) sizes[rootOf(i)]++;
  let largest = 0;
  for (let i = 0; i < count; i++) if (sizes[i] > sizes[largest]) largest = i;
  const renumbered = new Int32Array(count).fill(-1);
  let kept = 0;
  for (let i = 0; i < count; i++) if (rootOf(i) === largest) renumbered[i] = kept++;
  return { count: kept, ...simplePairs(kept, renumbered, { source, target }) };
}

/** One number a pair sorts and finds the parallels: below 2⁵³ up to some ninety million nodes. */
function simplePairs(count, renumbered, { source, target }) {
  const keys = [];
  for (let e = 0; e < source.length; e++) {
    const [a, b] = [renumbered[source[e]], renumbered[target[e]]];
    if (a >= 0 && a !== b) keys.push(Math.min(a, b) * count + Math.max(a, b));
  }
  const sorted = Float64Array.from(keys).sort();
  const distinct = sorted.filter((key, i) => i === 0 || key !== sorted[i - 1]);
  return {
    source: Uint32Array.from(distinct, (key) => Math.floor(key / count)),
    target: Uint32Array.from(distinct, (key) => key % count),
  };
}

/** Mulberry-like: 32-bit integer steps, the same in every engine; numbers in [0, 1). */
export function randomFrom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
