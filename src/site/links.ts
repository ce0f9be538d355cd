/** Where things stand in the site: references between pages, and the ids of elements that IRIs point to. */
import type { EntityId, EvidenceId, FactId, SourceId } from '../core/ids.ts';
import type { PageNames } from './pageNames.ts';

/** Relative references, so that the folder works at any address and on a disk. */
export interface Links {
  /** Of the page from which the others are found. */
  readonly home: string;
  readonly entity: (id: EntityId) => string;
  readonly fact: (subject: EntityId, id: FactId) => string;
  readonly source: (id: SourceId) => string;
  readonly evidence: (source: SourceId, id: EvidenceId) => string;
}

/** The ids of elements: what stands behind the `#` of an IRI. */
export interface Anchors {
  /** Undefined where the page itself is the entity. */
  readonly entity: (id: EntityId) => string | undefined;
  readonly fact: (subject: EntityId, id: FactId) => string;
  readonly source: (id: SourceId) => string | undefined;
  readonly evidence: (source: SourceId, id: EvidenceId) => string;
}

/** The names of the pages of a site with a page for each entity and source. */
export interface SiteNames {
  readonly entities: PageNames;
  readonly sources: PageNames;
}

/** Links from a page that lies in the folder of the site (`''`) or one folder below (`'../'`). */
export function linksFrom({ entities, sources }: SiteNames, up: '' | '../'): Links {
  const entity = (id: EntityId): string => `${up}${entities.stemOf(id)}.html`;
  const source = (id: SourceId): string => `${up}source/${sources.stemOf(id)}.html`;
  return {
    home: `${up}index.html`,
    entity,
    fact: (subject, id) => `${entity(subject)}#${id}`,
    source,
    evidence: (of, id) => `${source(of)}#${id}`,
  };
}

export const PAGE_ANCHORS: Anchors = {
  entity: () => undefined,
  fact: (_, id) => id,
  source: () => undefined,
  evidence: (_, id) => id,
};

/** A base with a `#` has one page: everything is a fragment of it (see `Mint` for what parts an id from a statement). */
export function linksOnOnePage(base: string): { readonly links: Links; readonly anchors: Anchors } {
  const start = base.slice(base.indexOf('#') + 1);
  const anchors = {
    entity: (id: EntityId) => `${start}${id}`,
    fact: (subject: EntityId, id: FactId) => `${start}${subject}:${id}`,
    source: (id: SourceId) => `${start}source/${id}`,
    evidence: (source: SourceId, id: EvidenceId) => `${start}source/${source}:${id}`,
  };
  const links: Links = {
    home: '#',
    entity: (id) => `#${anchors.entity(id)}`,
    fact: (subject, id) => `#${anchors.fact(subject, id)}`,
    source: (id) => `#${anchors.source(id)}`,
    evidence: (source, id) => `#${anchors.evidence(source, id)}`,
  };
  return { links, anchors };
}
