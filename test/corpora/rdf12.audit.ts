/** The project's own documents of RDF 1.2 through every writer of the profile `rdf12`: read again, they say the same. */
import { parse, type Quad } from 'oxigraph';
import { describe } from 'vitest';
import { Problems } from '../../src/core/diagnostic.ts';
import { isRdfFormat, type RdfFormat } from '../../src/formats/rdf/read.ts';
import { n3Lines, oxigraphLines, RDF_WRITERS } from '../formats/rdf/reading.ts';
import { audited, counted } from './audited.ts';
import { isOwn, notAsListed } from './quadFacts.ts';
import { rdf12Facts } from './rdf12Facts.ts';
import { RDF12_TEXTS, type Rdf12Text } from './rdf12Texts.ts';

/** What no fact can be made of, by reason, with how many quads in all documents: the listed exceptions. */
const EXCEPTIONS: ReadonlyMap<string, number> = new Map([
  // No type of value has one.
  ['a base direction', 8],
  // A fact is about an entity, with a value that is one or a literal.
  ['a triple term as a value', 2],
  ['a triple term in a triple term', 1],
  ['a statement about a statement', 2],
  ['a reifier of more than one triple', 2],
  // Evidence says which source holds a fact, not which holds a qualifier of it.
  ['an annotation in another graph', 1],
  // It would be taken for the class of an entity or for a statement (architecture.md, invariant 2).
  ['a predicate of the profile itself', 2],
]);

/** What Oxigraph 0.5.11 does not take; N3.js reads it, and Oxigraph what is left without the version. */
const NOT_TAKEN: readonly string[] = [
  'ntriples: version',
  'ntriples: version and a triple term',
  'nquads: version',
];

const MEDIA_TYPES = {
  turtle: 'text/turtle',
  trig: 'application/trig',
  ntriples: 'application/n-triples',
  nquads: 'application/n-quads',
} as const;

interface Read {
  readonly quads: readonly Quad[];
  readonly taken: boolean;
  readonly faults: readonly string[];
}

function read({ name, format, text }: Rdf12Text): Read {
  // Given a text and no iterable, Oxigraph returns the list at once.
  const quadsOf = (what: string) => parse(what, { format: MEDIA_TYPES[format] }) as Quad[];
  try {
    return { quads: quadsOf(text), taken: true, faults: [] };
  } catch {
    const quads = quadsOf(text.replace(/^VERSION.*\n/, ''));
    const lines = new Set(quads.map((quad) => `${quad} .`));
    const byN3 = n3Lines(text, MEDIA_TYPES[format]);
    const isSame = byN3.length === lines.size && byN3.every((line) => lines.has(line));
    return { quads, taken: false, faults: isSame ? [] : [`${name}: N3.js reads ${byN3.join(' ')}`] };
  }
}

/** Lines about entities, and of their statements all but the status and certainty that every fact has. */
const ABOUT =
  /^\S+\/entity-\d+(?:> |#f-[0-9a-f]+> (?!<https:\/\/w3id\.org\/factweave\/ns#(?:status|certainty)>))/;

async function differences(format: RdfFormat, name: string, quads: readonly Quad[]) {
  const { knowledge, lines, exceptions } = rdf12Facts(quads);
  const problems = new Problems(Number.POSITIVE_INFINITY);
  const context = { problems, losses: new Map(), options: { profile: 'rdf12' } } as const;
  const text = [...RDF_WRITERS[format].write(knowledge, context)].join('');
  const found = new Set(
    (await oxigraphLines(text, format)).filter((line) => ABOUT.test(line) && !isOwn(line)),
  );
  const faults = [
    ...problems.diagnostics.map(({ code, params }) => `${name}: ${code} ${JSON.stringify(params)}`),
    ...[...lines].filter((line) => !found.has(line)).map((line) => `${name}: missing ${line}`),
    ...[...found].filter((line) => !lines.has(line)).map((line) => `${name}: added ${line}`),
  ];
  return { exceptions, faults };
}

describe('own documents of RDF 1.2', () => {
  audited('read', '≥ 40 documents, all read', () => {
    const faults: string[] = [];
    const refused: string[] = [];
    for (const one of RDF12_TEXTS) {
      const { taken, faults: wrong } = read(one);
      if (!taken) refused.push(one.name);
      faults.push(...wrong);
    }
    if (RDF12_TEXTS.length < 40) faults.push(`only ${RDF12_TEXTS.length} documents`);
    if (refused.join() !== NOT_TAKEN.join()) faults.push(`Oxigraph does not take ${refused.join(', ')}`);
    const found =
      `${counted(RDF12_TEXTS.length)} documents: Oxigraph reads ${RDF12_TEXTS.length - refused.length}, ` +
      `N3.js ${refused.length} with a version in N-Triples or N-Quads`;
    return { found, faults };
  });

  const writers = Object.keys(RDF_WRITERS).filter(isRdfFormat);
  for (const format of writers.filter((one) => RDF_WRITERS[one].profiles?.includes('rdf12'))) {
    audited(`${format}, rdf12`, 'every document isomorphic, or a listed exception', async () => {
      const faults: string[] = [];
      const exceptions: string[] = [];
      let total = 0;
      for (const one of RDF12_TEXTS) {
        const { quads } = read(one);
        total += quads.length;
        const result = await differences(format, one.name, quads);
        faults.push(...result.faults);
        exceptions.push(...result.exceptions);
      }
      const found =
        `${counted(RDF12_TEXTS.length)} documents, ${counted(total)} quads: ${faults.length} differ, ` +
        `${exceptions.length} exceptions for ${new Set(exceptions).size} reasons`;
      return { found, faults: [...notAsListed(exceptions, EXCEPTIONS), ...faults] };
    });
  }
});
