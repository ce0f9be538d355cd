import type { EntityId, EvidenceId, FactId, SourceId } from '../../core/ids.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Losses } from '../losses.ts';
import { Calendar } from './days.ts';

/** What the columns need to know besides their row. */
export interface Scope {
  readonly knowledge: Knowledge;
  readonly calendar: Calendar;
  readonly losses: Losses;
  readonly iris: Iris;
}

/** The IRIs that the RDF formats mint. */
export interface Iris {
  readonly entity: (id: EntityId) => string;
  readonly statement: (subject: EntityId, id: FactId) => string;
  readonly source: (id: SourceId) => string;
  readonly evidence: (source: SourceId, id: EvidenceId) => string;
}

export function openScope(knowledge: Knowledge, losses: Losses): Scope {
  return { knowledge, losses, calendar: new Calendar(losses), iris: irisOf(knowledge.dataset.base) };
}

function irisOf(base: string): Iris {
  // A fragment holds no second `#`; ids hold no `:`.
  const separator = base.includes('#') ? ':' : '#';
  const entity = (id: EntityId) => base + id;
  const source = (id: SourceId) => `${base}source/${id}`;
  return {
    entity,
    source,
    statement: (subject, id) => entity(subject) + separator + id,
    evidence: (of, id) => source(of) + separator + id,
  };
}
