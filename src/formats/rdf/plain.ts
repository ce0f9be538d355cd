/** The profile `plain`: entities with their classes, labels and plain facts, and nothing about where they come from. */
import type { KnownEntity } from '../../knowledge/knowledge.ts';
import { countLoss } from '../losses.ts';
import { isTriple, refuseFact } from './cores.ts';
import { describeEntity } from './entities.ts';
import type { SubjectGroup } from './groups.ts';
import type { Profile, Scope } from './profile.ts';

/**
 * Facts that are not plain are left out (loss `not-plain-left-out`, in readings), and with the statements all
 * qualifiers, sources and evidence (loss `evidence-left-out`, in pieces).
 */
export const plainProfile: Profile = {
  name: 'plain',
  graphs: false,
  entity: describePlainly,
  statement: () => [],
  source: () => [],
  evidence: (scope) => {
    countLoss(scope.losses, 'evidence-left-out');
    return [];
  },
};

function describePlainly(scope: Scope, entity: KnownEntity): readonly SubjectGroup[] {
  for (const { fact, object } of scope.telling.of(scope, entity.id)) {
    if (!isTriple(fact)) countLoss(scope.losses, 'not-plain-left-out', fact.readings);
    else if (object === undefined) refuseFact(scope, fact);
  }
  return describeEntity(scope, entity);
}
