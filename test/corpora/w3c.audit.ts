/** The positive test files of the W3C through every RDF writer: read again, they say the same. */
import { namedNode, type Quad } from 'oxigraph';
import { beforeAll, describe } from 'vitest';
import { Problems } from '../../src/core/diagnostic.ts';
import type { ProfileName } from '../../src/formats/options.ts';
import { isRdfFormat, type RdfFormat } from '../../src/formats/rdf/read.ts';
import type { Knowledge, KnownFact } from '../../src/knowledge/knowledge.ts';
import { RDF, RDFS, XSD } from '../../src/ontology/namespaces.ts';
import type { Property } from '../../src/ontology/ontology.ts';
import {
  BASE,
  entity,
  evidence,
  fact,
  knowledgeOf,
  originAt,
  shipsOntology,
  source,
  toLiteral,
} from '../formats/rdf/fixture.ts';
import { oxigraphLines, RDF_WRITERS } from '../formats/rdf/reading.ts';
import { audited, counted } from './audited.ts';
import { isOwn, notAsListed, propertyOf, termOf, toValue } from './quadFacts.ts';
import { positiveFiles, type TestFile } from './w3cFiles.ts';

/** Triples that no fact can be made of, by reason, with how many there are in all files: the listed exceptions. */
const EXCEPTIONS: ReadonlyMap<string, number> = new Map([
  // No text holds it (guards.md, G2): no XML and no column of a database could.
  ['it holds U+0000', 14],
  // Beyond RFC 3987, 2.2, and yet in these files; Oxigraph reads it only without checks.
  ['U+E01EF is not allowed in its path', 2],
  // Datatypes that no ontology of a project can name: their values could not be checked (guards.md, G6).
  [`the datatype ${XSD}double`, 18],
  [`the datatype ${XSD}byte`, 4],
  [`the datatype ${RDFS}XMLLiteral`, 18],
  ['the datatype http://example/dt', 2],
  ['the datatype http://example.org/datatype1', 2],
]);

/** A file as facts: a subject is an entity, a predicate a property, an object its value, a graph the source. */
interface AsFacts {
  readonly knowledge: Knowledge;
  /** Canonical lines without and with their graphs, each with the line that the place of its fact names. */
  readonly triples: ReadonlyMap<string, number>;
  readonly quads: ReadonlyMap<string, number>;
  /** The lines that say a fact of its statement, by reification and by triple term, in the same way. */
  readonly reified: ReadonlyMap<string, number>;
  readonly reifying: ReadonlyMap<string, number>;
  readonly exceptions: readonly string[];
}

function asFacts(quads: readonly Quad[]): AsFacts {
  const names = { entity: new Map<string, string>(), source: new Map<string, string>() };
  const nameOf = (kind: keyof typeof names, key: string): string => {
    const name = names[kind].get(key) ?? `${kind}-${names[kind].size}`;
    names[kind].set(key, name);
    return name;
  };
  const properties = new Map<string, Property>();
  const facts = new Map<string, KnownFact>();
  const places = new Map<string, number>();
  const triples = new Map<string, number>();
  const lines = new Map<string, number>();
  const reified = new Map<string, number>();
  const reifying = new Map<string, number>();
  const exceptions: string[] = [];
  const inGraphs = quads.some(({ graph }) => graph.termType !== 'DefaultGraph');
  for (const { subject, predicate, object, graph } of quads) {
    const value = toValue(object);
    if (typeof value === 'string') {
      exceptions.push(value);
      continue;
    }
    const id = nameOf('entity', subject.toString());
    const relation = propertyOf(properties, predicate.value, value.datatype);
    const told = `<${BASE}${id}> ${namedNode(predicate.value)} ${termOf(object)}`;
    const key = JSON.stringify([id, relation, value]);
    const line = places.get(key) ?? places.size + 1;
    places.set(key, line);
    triples.set(`${told} .`, line);
    // A triple may stand in a graph and outside of any; of a fact with a source that cannot be said.
    const named = inGraphs ? nameOf('source', graph.toString()) : undefined;
    lines.set(named === undefined ? `${told} .` : `${told} <${BASE}source/${named}> .`, line);
    const pieces = facts.get(key)?.evidence ?? [];
    const more = named === undefined ? [] : [evidence(named)];
    const known = fact({
      subject: id,
      relation,
      object: toLiteral(value),
      evidence: [...pieces, ...more],
      origin: originAt(line),
    });
    facts.set(key, known);
    const statement = `<${BASE}${id}#${known.id}>`;
    reified.set(`${statement} <${RDF}subject> <${BASE}${id}> .`, line);
    reified.set(`${statement} <${RDF}predicate> ${namedNode(predicate.value)} .`, line);
    reified.set(`${statement} <${RDF}object> ${termOf(object)} .`, line);
    reifying.set(`${statement} <${RDF}reifies> <<( ${told} )>> .`, line);
  }
  const knowledge = knowledgeOf({
    ontology: shipsOntology({ relations: properties }),
    entities: [...names.entity.values()].map((id) => entity(id)),
    sources: [...names.source.values()].map((id) => source(id)),
    facts: [...facts.values()],
  });
  return { knowledge, triples, quads: lines, reified, reifying, exceptions };
}

interface Examined {
  readonly exceptions: readonly string[];
  readonly faults: readonly string[];
}

/** Lines about entities and what their statements are about; not what is said of evidence and sources. */
const ABOUT = new RegExp(
  `^<${BASE}entity-\\d+(?:> |#f-[0-9a-f]+> <${RDF}(?:subject|predicate|object|reifies)> )`,
);

/** What a profile should say of a file, each line with the line that the place of its fact names. */
function expectedOf({ triples, quads, reified, reifying }: AsFacts, profile: ProfileName) {
  const about = { plain: [], statements: reified, 'named-graphs': reified, rdf12: reifying };
  return [...(profile === 'named-graphs' ? quads : triples), ...about[profile]];
}

async function examine(format: RdfFormat, profile: ProfileName, file: TestFile): Promise<Examined> {
  const { name, quads } = file;
  const asKnown = asFacts(quads);
  const problems = new Problems(Number.POSITIVE_INFINITY);
  const context = { problems, losses: new Map(), options: { profile } } as const;
  const text = [...RDF_WRITERS[format].write(asKnown.knowledge, context)].join('');
  const refused = new Map<number, string>();
  for (const { code, place, params } of problems.diagnostics) {
    if (code !== 'refused-term' || !place) continue;
    refused.set(place.line, 'reason' in params ? params.reason : code);
  }
  const expected = new Map(expectedOf(asKnown, profile).filter(([, line]) => !refused.has(line)));
  const found = new Set(
    (await oxigraphLines(text, format)).filter((line) => ABOUT.test(line) && !isOwn(line)),
  );
  return {
    exceptions: [...asKnown.exceptions, ...refused.values()],
    faults: [
      ...[...expected.keys()].filter((line) => !found.has(line)).map((line) => `${name}: missing ${line}`),
      ...[...found].filter((line) => !expected.has(line)).map((line) => `${name}: added ${line}`),
    ],
  };
}

describe('W3C tests of RDF 1.1, positive files', () => {
  let files: readonly TestFile[] = [];
  beforeAll(() => {
    files = positiveFiles();
  });

  for (const format of Object.keys(RDF_WRITERS).filter(isRdfFormat)) {
    for (const profile of RDF_WRITERS[format].profiles ?? []) {
      audited(`${format}, ${profile}`, 'every file isomorphic, or a listed exception', async () => {
        const examined: Examined[] = [];
        for (const file of files) examined.push(await examine(format, profile, file));
        const exceptions = examined.flatMap((one) => one.exceptions);
        const faults = examined.flatMap((one) => one.faults);
        const total = files.reduce((sum, { quads }) => sum + quads.length, 0);
        const found =
          `${counted(files.length)} files, ${counted(total)} quads: ${faults.length} differ, ` +
          `${exceptions.length} exceptions for ${new Set(exceptions).size} reasons`;
        if (files.length < 400) faults.push(`only ${files.length} files`);
        return { found, faults: [...notAsListed(exceptions, EXCEPTIONS), ...faults] };
      });
    }
  }
});
