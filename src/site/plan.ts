import type { WriteContext } from '../formats/formats.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Addresses, FormerIds } from './redirects.ts';

/** What a site is made of. */
export interface Plan {
  readonly knowledge: Knowledge;
  readonly former: FormerIds;
  readonly addresses: Addresses;
  readonly context: WriteContext;
}
