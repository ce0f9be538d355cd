/** The ids that entities had before: each leads to one entity, and none is the id of another. */
import type { Problems } from '../core/diagnostic.ts';
import type { EntityId } from '../core/ids.ts';
import { sortedBy } from '../core/order.ts';
import { type Origin, showPlace } from '../core/place.ts';
import { nearest } from '../core/suggest.ts';
import type { Entity } from './facts.ts';

/** A former id and where it stands. */
export interface FormerId {
  readonly id: EntityId;
  readonly at: { readonly origin: Origin; readonly part: string };
}

interface Claim extends FormerId {
  readonly owner: EntityId;
}

/** Collects the former ids of all definitions, and settles whose they are when all are known. */
export class FormerIds {
  readonly #claims: Claim[] = [];
  readonly #settled = new Map<EntityId, Claim>();

  add(owner: EntityId, formerIds: readonly FormerId[]): void {
    for (const one of formerIds) this.#claims.push({ ...one, owner });
  }

  /**
   * The former ids of each entity that has some, distinct and in byte order.
   *
   * One that an entity has now, or that another entity had before, is reported (`former-id-in-use`) and left out.
   */
  settle(
    entities: ReadonlyMap<EntityId, Pick<Entity, 'origin'>>,
    problems: Problems,
  ): ReadonlyMap<EntityId, readonly EntityId[]> {
    const found = new Map<EntityId, Set<EntityId>>();
    for (const claim of this.#claims) {
      const { id, owner, at } = claim;
      const [present, first] = [entities.get(id), this.#settled.get(id)];
      const firstPlace = present
        ? showPlace(present.origin.place())
        : first && first.owner !== owner
          ? showPlace(first.at.origin.place(first.at.part))
          : undefined;
      if (firstPlace !== undefined) {
        problems.add('former-id-in-use', at, { id, of: owner, by: first?.owner ?? id, firstPlace });
        continue;
      }
      this.#settled.set(id, first ?? claim);
      found.set(owner, (found.get(owner) ?? new Set()).add(id));
    }
    return new Map([...found].map(([owner, ids]) => [owner, sortedBy(ids, (id) => id)]));
  }

  /** For an id that no entity has: the entity that had it before, or else the id nearest to it. */
  suggestion(id: string, entities: ReadonlyMap<EntityId, unknown>): string | undefined {
    // A look-up only: the map holds parsed ids.
    return this.#settled.get(id as EntityId)?.owner ?? nearest(id, entities.keys());
  }
}
