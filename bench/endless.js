/** Knowledge as large as wished of which nothing is held in memory but one entity and one fact. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMATS, openProject, Problems, read, weave } from '../dist/index.js';
import { generate } from './generate.js';

/** How many statements an entity has. */
const EACH = 20;

/** About as much knowledge as makes Turtle of that many bytes. */
export function endlessKnowledge(bytes) {
  const seed = seedKnowledge();
  const sample = 100 * EACH;
  let written = 0;
  const context = { problems: new Problems(), losses: new Map() };
  for (const part of FORMATS.get('turtle').bytes(repeated(seed, sample), context)) written += part.length;
  const statements = Math.ceil((bytes / written) * 100) * EACH;
  return {
    knowledge: repeated(seed, statements),
    statements,
    lastStatement: `#${factId(statements - 1)}>`,
  };
}

function seedKnowledge() {
  const folder = mkdtempSync(join(tmpdir(), 'factweave-endless-'));
  try {
    generate(folder, 100);
    const problems = new Problems();
    const project = openProject(folder, problems);
    return weave(project, read(project, problems), problems);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function repeated(seed, count) {
  const pattern = seed.facts.find((fact) => fact.relation === 'actor');
  const film = seed.entities.get(pattern.subject);
  const entity = (i) => ({ ...film, id: entityId(i) });
  const fact = (i) => ({ ...pattern, id: factId(i), subject: entityId(Math.floor(i / EACH)) });
  const last = pattern.evidence.map(({ source }) => source);
  return {
    ...seed,
    entities: endlessMap(count / EACH, entity),
    facts: endlessList(count, fact),
    sources: new Map([...seed.sources].filter(([id]) => last.includes(id))),
    evidence: pattern.evidence,
  };
}

/** In byte order. */
function entityId(i) {
  return `t${String(i).padStart(9, '0')}`;
}

function factId(i) {
  return `f-${i.toString(16).padStart(32, '0')}`;
}

function endlessMap(size, make) {
  return {
    size,
    *values() {
      for (let i = 0; i < size; i++) yield make(i);
    },
    *keys() {
      for (let i = 0; i < size; i++) yield make(i).id;
    },
    get: (id) => make(Number(id.slice(1))),
  };
}

/** An array of which an item is made whenever it is asked for. */
function endlessList(length, make) {
  const slice = (start, end) => Array.from({ length: end - start }, (_, i) => make(start + i));
  return new Proxy([], {
    get: (target, key) => {
      if (key === 'length') return length;
      if (key === 'slice') return slice;
      if (typeof key === 'string' && Number(key) < length) return make(Number(key));
      return Reflect.get(target, key);
    },
  });
}
