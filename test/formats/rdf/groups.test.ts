import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareUtf8 } from '../../../src/core/order.ts';
import { GroupBuilder } from '../../../src/formats/rdf/groups.ts';
import { iriTerm } from '../../../src/formats/rdf/terms.ts';
import type { Predicate } from '../../../src/formats/rdf/vocabulary.ts';

function iri(text: string) {
  const term = iriTerm(text);
  if (typeof term !== 'string') throw new Error(text);
  return term;
}

const predicates: readonly Predicate[] = ['a:p', 'a:q', 'a:r'].map((name, rank) => ({
  iri: name,
  term: iri(name),
  between: ` <${name}> `,
  rank,
}));
const triple = fc.record({
  predicate: fc.constantFrom(...predicates),
  object: fc.constantFrom('b:1', 'b:2', 'b:\u{10000}', 'b:\uff00', 'b:').map(iri),
});
const graph = fc.option(fc.constantFrom('g:1', 'g:2').map(iri), { nil: undefined });

test('a group is sorted and distinct, whatever the order and number of what is added', () => {
  const builder = new GroupBuilder();
  fc.assert(
    fc.property(fc.array(triple, { maxLength: 60 }), (triples) => {
      for (const { predicate, object } of triples) builder.add(predicate, object);
      const [group] = builder.build(iri('s:s'));
      const found = group?.predicates.map(({ rank }, i) => `${rank} ${group.objects[i]}`) ?? [];
      const expected = new Set(triples.map(({ predicate, object }) => `${predicate.rank} ${object}`));
      expect(found).toEqual([...expected].sort(compareUtf8));
      expect(group?.graphs).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

test('so are quads, the default graph first', () => {
  const builder = new GroupBuilder();
  fc.assert(
    fc.property(fc.array(fc.tuple(triple, graph), { minLength: 1, maxLength: 60 }), (quads) => {
      for (const [{ predicate, object }, name] of quads) {
        if (name === undefined) builder.add(predicate, object);
        else builder.addIn(name, predicate, object);
      }
      const [group] = builder.build(iri('s:s'));
      const line = (rank: number, object: string, name: string | undefined) =>
        `${rank} ${object} ${name ?? '.'}`;
      const found = group?.predicates.map(({ rank }, i) =>
        line(rank, group.objects[i] ?? '', group.graphs?.[i]),
      );
      const expected = new Set(quads.map(([one, name]) => line(one.predicate.rank, one.object, name)));
      expect(found).toEqual([...expected].sort(compareUtf8));
    }),
    { numRuns: 2000 },
  );
});

test('refused terms and empty subjects leave nothing behind', () => {
  const builder = new GroupBuilder();
  builder.add(undefined, iri('a:a'));
  builder.add(predicates[0], undefined);
  builder.addIn(iri('g:1'), predicates[0], undefined);
  expect(builder.build(iri('s:s'))).toEqual([]);
});
