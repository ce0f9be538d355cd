/** The positive test files of the W3C through every RDF writer: read again, they say the same. */
import { literal, namedNode, type Quad, type Literal as RdfLiteral } from 'oxigraph';
import { beforeAll, describe } from 'vitest';
import { Problems } from '../../src/core/diagnostic.ts';
import type { Literal } from '../../src/facts/facts.ts';
import { isRdfFormat, type RdfFormat } from '../../src/formats/rdf/read.ts';
import type { Knowledge, KnownFact } from '../../src/knowledge/knowledge.ts';
import { EDTF_DATATYPE, RDF, RDFS, XSD } from '../../src/ontology/namespaces.ts';
import type { DatatypeName, Property } from '../../src/ontology/ontology.ts';
import {
  BASE,
  entity,
  evidence,
  fact,
  knowledgeOf,
  originAt,
  SEA,
  shipsOntology,
  source,
  toLiteral,
} from '../formats/rdf/fixture.ts';
import { oxigraphLines, RDF_WRITERS } from '../formats/rdf/reading.ts';
import { audited, counted } from './audited.ts';
import { positiveFiles, type TestFile } from './w3cFiles.ts';

/** The datatypes of RDF that the model has, by their values' names there. */
const DATATYPES: ReadonlyMap<string, DatatypeName> = new Map([
  [`${XSD}string`, 'string'],
  [`${RDF}langString`, 'string'],
  [`${XSD}integer`, 'integer'],
  [`${XSD}decimal`, 'decimal'],
  [`${XSD}boolean`, 'boolean'],
  ...['date', 'gYear', 'gYearMonth', 'dateTime'].map((name) => [XSD + name, 'date'] as const),
  [EDTF_DATATYPE, 'date'],
]);

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
    facts.set(
      key,
      fact({
        subject: id,
        relation,
        object: toLiteral(value),
        evidence: [...pieces, ...more],
        origin: originAt(line),
      }),
    );
  }
  const knowledge = knowledgeOf({
    ontology: shipsOntology({ relations: properties }),
    entities: [...names.entity.values()].map((id) => entity(id)),
    sources: [...names.source.values()].map((id) => source(id)),
    facts: [...facts.values()],
  });
  return { knowledge, triples, quads: lines, exceptions };
}

/** A value of the model, or why there is none. Blank nodes get an IRI, since none are ever written. */
function toValue(object: Quad['object']): Literal | string {
  switch (object.termType) {
    case 'NamedNode':
      return { datatype: 'iri', text: object.value };
    case 'BlankNode':
      return { datatype: 'iri', text: skolem(object.value) };
    case 'Literal': {
      const datatype = DATATYPES.get(object.datatype.value);
      if (datatype === undefined) return `the datatype ${object.datatype.value}`;
      return { datatype, text: object.value, ...(object.language && { language: object.language }) };
    }
    default:
      return `a ${object.termType} as object`;
  }
}

/** Labels of blank nodes hold characters that no IRI does. */
function skolem(label: string): string {
  return `urn:skolem:${Buffer.from(label, 'utf8').toString('hex')}`;
}

/** Language tags are written in lower case, as their values are (RDF 1.1 Concepts, 3.3). */
function termOf(object: Quad['object']): string {
  if (object.termType === 'BlankNode') return namedNode(skolem(object.value)).toString();
  const { language, value } = object as RdfLiteral; // an IRI has no language
  return language ? literal(value, language.toLowerCase()).toString() : object.toString();
}

function propertyOf(properties: Map<string, Property>, iri: string, datatype: DatatypeName): string {
  const name = `p-${iri}-${datatype}`;
  const about = {
    label: name,
    definition: '',
    subjectClasses: ['Thing'],
    qualifiers: new Map(),
    functional: false,
  };
  properties.set(name, {
    ...{ ...about, closeMatch: [], isName: false, before: [] },
    ...({ kind: 'property', name, iri, datatype } as const),
  });
  return name;
}

/** What the writer adds of its own: classes and labels of entities. */
function isOwn(line: string): boolean {
  return line.includes(`> <${RDF}type> <${SEA}`) || line.includes(`> <${RDFS}label> "entity-`);
}

interface Examined {
  readonly exceptions: readonly string[];
  readonly faults: readonly string[];
}

async function examine(format: RdfFormat, { name, quads }: TestFile): Promise<Examined> {
  const { knowledge, triples, quads: inGraphs, exceptions } = asFacts(quads);
  const writer = RDF_WRITERS[format];
  const hasGraphs = writer.profiles?.includes('named-graphs');
  const problems = new Problems(Number.POSITIVE_INFINITY);
  const profile = hasGraphs ? 'named-graphs' : 'plain';
  const context = { problems, losses: new Map(), options: { profile } as const };
  const text = [...writer.write(knowledge, context)].join('');
  const refused = new Map<number, string>();
  for (const { code, place, params } of problems.diagnostics) {
    if (code !== 'refused-term' || !place) continue;
    refused.set(place.line, 'reason' in params ? params.reason : code);
  }
  const expected = new Map([...(hasGraphs ? inGraphs : triples)].filter(([, line]) => !refused.has(line)));
  const found = new Set(
    (await oxigraphLines(text, format)).filter((line) => /^\S+\/entity-\d+> /.test(line) && !isOwn(line)),
  );
  return {
    exceptions: [...exceptions, ...refused.values()],
    faults: [
      ...[...expected.keys()].filter((line) => !found.has(line)).map((line) => `${name}: missing ${line}`),
      ...[...found].filter((line) => !expected.has(line)).map((line) => `${name}: added ${line}`),
    ],
  };
}

/** How the exceptions that were found differ from those that are listed. */
function notAsListed(exceptions: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const reason of exceptions) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const shown = [...counts].map(([reason, count]) => `${count} × ${reason}`);
  const listed = [...EXCEPTIONS].map(([reason, count]) => `${count} × ${reason}`);
  return [
    ...shown.filter((line) => !listed.includes(line)).map((line) => `an exception not listed: ${line}`),
    ...listed.filter((line) => !shown.includes(line)).map((line) => `listed, but not found: ${line}`),
  ];
}

describe('W3C tests of RDF 1.1, positive files', () => {
  let files: readonly TestFile[] = [];
  beforeAll(() => {
    files = positiveFiles();
  });

  for (const format of Object.keys(RDF_WRITERS).filter(isRdfFormat)) {
    audited(format, 'every file isomorphic, or a listed exception', async () => {
      const examined: Examined[] = [];
      for (const file of files) examined.push(await examine(format, file));
      const exceptions = examined.flatMap((one) => one.exceptions);
      const faults = examined.flatMap((one) => one.faults);
      const total = files.reduce((sum, { quads }) => sum + quads.length, 0);
      const found =
        `${counted(files.length)} files, ${counted(total)} quads: ${faults.length} differ, ` +
        `${exceptions.length} exceptions for ${new Set(exceptions).size} reasons`;
      if (files.length < 400) faults.push(`only ${files.length} files`);
      return { found, faults: [...notAsListed(exceptions), ...faults] };
    });
  }
});
