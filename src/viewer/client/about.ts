/** What the data set is, for when nothing is selected. */
import type { ViewerPayload } from '../payload.ts';
import { dataText, make } from './dom.ts';
import { safeLink } from './facts.ts';
import type { Model } from './model.ts';
import { counted, WORDS } from './words.ts';

export function aboutData({ payload }: Model): Node[] {
  const nodes: Node[] = [make('h2', {}, dataText(payload.title))];
  if (payload.description !== undefined) nodes.push(make('p', {}, dataText(payload.description)));
  nodes.push(
    make('p', { text: WORDS.aboutFacts(countsOf(payload)) }),
    make('p', { class: 'lead', text: payload.nodes.id.length === 0 ? WORDS.empty : WORDS.aboutHow }),
  );
  const pairs: (readonly [string, Node])[] = [];
  if (payload.creators.length > 0) pairs.push([WORDS.by, dataText(payload.creators.join(', '))]);
  if (payload.issued !== undefined) pairs.push([WORDS.published, dataText(payload.issued)]);
  if (payload.licence !== undefined) pairs.push([WORDS.licence, licence(payload.licence)]);
  pairs.push([WORDS.layout, dataText(payload.layout.algorithm)]);
  for (const [reason, count] of payload.leftOut) {
    pairs.push([WORDS.leftOut, dataText(`${counted(count, 'fact')}: ${reason}`)]);
  }
  nodes.push(
    make(
      'dl',
      {},
      ...pairs.map(([term, value]) => make('div', {}, make('dt', { text: term }), make('dd', {}, value))),
    ),
  );
  return nodes;
}

function countsOf({ facts, edges, sources }: ViewerPayload) {
  return { facts: facts.length, edges: new Set(edges.facts.flat()).size, sources: sources.length };
}

function licence(text: string): HTMLElement {
  const link = safeLink(text);
  if (link === undefined) return dataText(text);
  return make(
    'a',
    { attributes: { href: link, rel: 'noopener noreferrer license', target: '_blank' } },
    dataText(text),
  );
}
