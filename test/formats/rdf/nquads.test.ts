import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nquads } from '../../../src/formats/rdf/nquads.ts';
import {
  BASE,
  entity,
  evidence,
  fact,
  fullKnowledge,
  knowledgeOf,
  named,
  source,
  toEntity,
  write,
} from './fixture.ts';
import { linesOf, n3Lines, oxigraphLines } from './reading.ts';

function sortedByBytes(lines: readonly string[]): string[] {
  return [...lines].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

describe('nquads', () => {
  test('writes the golden file', async () => {
    const { text, context } = write(nquads, fullKnowledge());
    expect(context.problems.diagnostics).toEqual([]);
    await expect(text).toMatchFileSnapshot('cases/statements.nq');
  });

  test.each([BASE, 'https://example.org/data#', 'https://example.org/dätä/'])(
    'is sorted, distinct and canonical on the base %s',
    async (base) => {
      const lines = linesOf(write(nquads, fullKnowledge(base)).text);
      expect(lines).toEqual(sortedByBytes(lines));
      expect(new Set(lines).size).toBe(lines.length);
      expect(await oxigraphLines(lines.join('\n'), 'nquads')).toEqual(lines);
      expect(n3Lines(lines.join('\n'), 'application/n-quads')).toEqual(lines);
    },
  );

  test('is sorted whatever the ids and labels', () => {
    const ids = fc.stringMatching(/^[aA0][aA0._-]{0,3}$/);
    const someIds = fc.uniqueArray(
      fc.oneof(ids, fc.constantFrom('source', 'source-1', 'source.a', 'sourcea')),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    const label = fc.array(fc.constantFrom('a', '\ue000', '😀', '"', '\n', 'é'), { maxLength: 3 });
    const base = fc.constantFrom(BASE, 'https://example.org/data#');
    fc.assert(
      fc.property(
        someIds,
        someIds,
        fc.array(label, { minLength: 1 }),
        base,
        (names, sourceNames, labels, start) => {
          const knowledge = knowledgeOf({
            base: start,
            entities: names.map((name) => entity(name)),
            sources: sourceNames.map((name) => source(name)),
            facts: names.flatMap((subject, i) => [
              ...new Map(
                labels.map((parts) => {
                  const one = fact({
                    subject,
                    relation: 'name',
                    object: named(parts.join('')),
                    evidence: sourceNames.map((name) => evidence(name, { quote: parts.join('') })),
                  });
                  return [one.id, one];
                }),
              ).values(),
              fact({
                subject,
                relation: 'sisterShip',
                object: toEntity(names[(i + 1) % names.length] ?? subject),
              }),
            ]),
          });
          const lines = linesOf(write(nquads, knowledge).text);
          expect(lines).toEqual(sortedByBytes(lines));
          expect(new Set(lines).size).toBe(lines.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('does not depend on the order in which facts and evidence were put together', () => {
    const knowledge = fullKnowledge();
    const shuffled = knowledgeOf({
      entities: [...knowledge.entities.values()].reverse(),
      facts: [...knowledge.facts].reverse(),
      sources: [...knowledge.sources.values()].reverse(),
      evidence: [...knowledge.evidence].reverse(),
    });
    expect(write(nquads, shuffled).text).toBe(write(nquads, knowledge).text);
  });

  test('streams in chunks', () => {
    const names = Array.from({ length: 3000 }, (_, i) => `ship-${i}`);
    const knowledge = knowledgeOf({ entities: names.map((name) => entity(name)) });
    const { chunks, text } = write(nquads, knowledge);
    expect(chunks.length).toBeGreaterThan(3);
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(70_000);
    expect(linesOf(text)).toHaveLength(4 * names.length);
  });

  test('takes a fact without its entity for a bug', () => {
    const knowledge = knowledgeOf({
      entities: [entity('a')],
      facts: [fact({ subject: 'b', relation: 'name', object: named('B') })],
    });
    expect(() => write(nquads, knowledge)).toThrow('bug: wrote 0 of 1 facts');
  });

  test('writes nothing on a base that is no IRI, and says so once', () => {
    const { text, context } = write(nquads, fullKnowledge('example.org/'));
    expect(text).toBe('');
    expect(context.problems.diagnostics.map(({ code }) => code)).toEqual(['refused-term']);
  });
});
