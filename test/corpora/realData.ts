/** Converters of two public data sets to JSON lines of facts over the ontology `film`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DATA = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const OSCARS = join(DATA, 'oscar_data/oscars.csv');
const FILMS = join(DATA, 'wikipedia-movie-data');

export const hasOscars = existsSync(OSCARS);
export const hasFilms = existsSync(FILMS);

/** The lines of a fact file; entities are described once. */
class Lines {
  readonly #lines: string[] = [];
  readonly #known = new Set<string>();
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
    this.#lines.push(JSON.stringify({ source, type: 'Table', title: source }));
  }

  entity(id: string, kind: string, name: string, row: string): string {
    if (this.#known.has(id)) return id;
    this.#known.add(id);
    this.#lines.push(JSON.stringify({ entity: id, class: kind }));
    if (name !== '') this.fact({ subject: id, relation: 'name', object: name }, row);
    return id;
  }

  fact(fact: { subject: string; relation: string; object: string; qualifiers?: object }, row: string): void {
    this.#lines.push(JSON.stringify({ ...fact, source: this.#source, row }));
  }

  text(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

/** An id out of any text: other bytes than letters and digits as `_xx`. */
function idOf(prefix: string, text: string): string {
  const bytes = [...Buffer.from(text, 'utf8')];
  const tail = bytes.map((byte) => {
    const c = String.fromCharCode(byte);
    return /[A-Za-z0-9-]/.test(c) ? c : `_${byte.toString(16).padStart(2, '0')}`;
  });
  return `${prefix}-${tail.join('')}`;
}

/** The first nominations: an event a ceremony, who was nominated or won there in which category, and for which film. */
export function oscars(count: number): string {
  const lines = new Lines('oscars');
  const [header = [], ...rows] = readFileSync(OSCARS, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  const at = (row: readonly string[], column: string) => row[header.indexOf(column)] ?? '';
  for (const [i, row] of rows.slice(0, count).entries()) {
    const key = String(i + 2);
    const ceremony = at(row, 'Ceremony');
    const event = lines.entity(`ceremony-${ceremony}`, 'AwardEvent', `Ceremony ${ceremony}`, key);
    const names = at(row, 'Nominees').split('|');
    const relation = at(row, 'Winner') === 'True' ? 'winner' : 'nominee';
    for (const [n, id] of at(row, 'NomineeIds').split('|').entries()) {
      if (!/^(?:nm|co)\d+$/.test(id)) continue;
      lines.entity(id, id.startsWith('nm') ? 'Person' : 'Organization', names[n] ?? '', key);
      lines.fact(
        { subject: event, relation, object: id, qualifiers: { category: at(row, 'Category') } },
        key,
      );
    }
    const titles = at(row, 'Film').split('|');
    for (const [n, id] of at(row, 'FilmId').split('|').entries()) {
      if (!/^tt\d+$/.test(id)) continue;
      lines.entity(id, 'Film', titles[n] ?? '', key);
      lines.fact({ subject: event, relation: 'relatedWork', object: id }, key);
    }
  }
  return lines.text();
}

interface FilmRecord {
  readonly title: string;
  readonly year: number;
  readonly cast: readonly string[];
  readonly genres: readonly string[];
}

/** The first films with their year, cast and genres; people of one name are one, since the data tell no more. */
export function films(count: number): string {
  const lines = new Lines('films');
  const files = readdirSync(FILMS)
    .filter((name) => name.endsWith('.json'))
    .sort();
  const records = files.flatMap(
    (name) => JSON.parse(readFileSync(join(FILMS, name), 'utf8')) as FilmRecord[],
  );
  for (const [i, { title, year, cast, genres }] of records.slice(0, count).entries()) {
    const key = String(i + 1);
    const film = lines.entity(`film-${key}`, 'Film', title.trim() === '' ? '?' : title, key);
    const release = { object: String(year), qualifiers: { releaseKind: 'release' } };
    lines.fact({ subject: film, relation: 'release', ...release }, key);
    for (const genre of genres) lines.fact({ subject: film, relation: 'genre', object: genre }, key);
    for (const name of new Set(cast.filter((one) => one.trim() !== ''))) {
      const actor = lines.entity(idOf('p', name), 'Person', name, key);
      lines.fact({ subject: film, relation: 'actor', object: actor }, key);
    }
  }
  return lines.text();
}
