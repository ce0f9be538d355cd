/** The profile `rdf12`: as `statements`, but each statement reifies a triple term (RDF 1.2 Concepts, 1.5). */
import { describeEntity } from './entities.ts';
import { describeEvidence } from './evidence.ts';
import type { Profile } from './profile.ts';
import { describeSource } from './sources.ts';
import { describeStatement } from './statements.ts';

/** A triple term is not asserted: only plain facts stand as triples too. */
export const rdf12Profile: Profile = {
  name: 'rdf12',
  graphs: false,
  entity: describeEntity,
  statement: (scope, told) =>
    describeStatement(scope, told, ({ gate, mint, vocabulary, group }, { fact, predicate }, object) => {
      if (!predicate) return;
      const triple = gate.triple(mint.entity(fact.subject), predicate.term, object);
      group.add(vocabulary.own.reifies, triple);
    }),
  source: describeSource,
  evidence: describeEvidence,
};
