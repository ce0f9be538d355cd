/** Writers hold no more than a chunk: facts are asked for while the file is written, not gathered before. */
import { describe, expect, test } from 'vitest';
import { Problems } from '../../../src/core/diagnostic.ts';
import type { EntityId, FactId } from '../../../src/core/ids.ts';
import type { KnowledgeFormat } from '../../../src/formats/formats.ts';
import { nquads } from '../../../src/formats/rdf/nquads.ts';
import { ntriples } from '../../../src/formats/rdf/ntriples.ts';
import { trig } from '../../../src/formats/rdf/trig.ts';
import { turtle } from '../../../src/formats/rdf/turtle.ts';
import type { Knowledge, KnownFact } from '../../../src/knowledge/knowledge.ts';
import { entity, fact, id, knowledgeOf, named } from './fixture.ts';

const FACTS = 20_000;
/** Readers ask for a chunk of 32 kB; a single subject may make it somewhat longer. */
const LARGEST = 64 * 1024;

/** Knowledge that makes each fact when it is asked for, in byte order, and counts how often that was. */
function lazyKnowledge() {
  const asked = { facts: 0 };
  const pattern = fact({ subject: 'ship', relation: 'name', object: named('Ærø 美咲', 'da') });
  const subject = (i: number) => id<EntityId>(`ship${String(i).padStart(6, '0')}`);
  const make = (i: number): KnownFact => {
    asked.facts++;
    const factId: FactId = `f-${i.toString(16).padStart(32, '0')}`;
    return { ...pattern, id: factId, subject: subject(i) };
  };
  const facts = new Proxy<KnownFact[]>([], {
    get: (target, key) => {
      if (key === 'length') return FACTS;
      if (key === 'slice') {
        return (from: number, to: number) => Array.from({ length: to - from }, (_, i) => make(from + i));
      }
      return typeof key === 'string' && /^\d+$/.test(key) && Number(key) < FACTS
        ? make(Number(key))
        : Reflect.get(target, key);
    },
  });
  const entities = Array.from({ length: FACTS }, (_, i) => ({ ...entity('ship'), id: subject(i) }));
  const known = knowledgeOf({ entities });
  const knowledge: Knowledge = { ...known, facts, counts: { read: FACTS, refused: 0 } };
  return { knowledge, asked };
}

function chunksOf(format: KnowledgeFormat, knowledge: Knowledge) {
  const chunks = format.bytes?.(knowledge, { problems: new Problems(), losses: new Map() });
  if (!chunks) throw new Error(`${format.name} writes no bytes`);
  return chunks;
}

describe.each([turtle, trig, nquads, ntriples])('$name', (format) => {
  const { knowledge, asked } = lazyKnowledge();
  const marks: { readonly asked: number; readonly length: number }[] = [];
  let statements = 0;
  let text = '';
  let end = '';
  for (const chunk of chunksOf(format, knowledge)) {
    marks.push({ asked: asked.facts, length: chunk.length });
    const before = text;
    text = Buffer.from(chunk).toString('utf8');
    end = before + text;
    statements += text.split(/\n {2}a rdf:Statement |#Statement> \.\n/).length - 1;
  }

  test('writes every statement, the last one at the end', () => {
    expect(statements).toBe(FACTS);
    expect(end).toContain(`#f-${(FACTS - 1).toString(16).padStart(32, '0')}>`);
  });

  test('no chunk is large', () => {
    expect(marks.length).toBeGreaterThan(100);
    expect(Math.max(...marks.map(({ length }) => length))).toBeLessThan(LARGEST);
  });

  test('facts are asked for while it writes', () => {
    // Some ask for all of them beforehand, to find the prefixes: what counts is what is asked for afterwards.
    const first = marks[0]?.asked ?? 0;
    const all = asked.facts - first;
    const half = (marks[marks.length >> 1]?.asked ?? 0) - first;
    expect(all).toBeGreaterThan(FACTS * 0.9);
    expect(half).toBeGreaterThan(all * 0.4);
    expect(half).toBeLessThan(all * 0.6);
  });

  test('text and bytes are the same', () => {
    const small = knowledgeOf({
      entities: [entity('ship')],
      facts: [fact({ subject: 'ship', relation: 'name', object: named('Ærø 美咲 🚢', 'da') })],
    });
    const written = [...format.write(small, { problems: new Problems(), losses: new Map() })].join('');
    expect(Buffer.concat([...chunksOf(format, small)]).toString('utf8')).toBe(written);
    expect(written).toContain('"Ærø 美咲 🚢"@da');
  });
});
