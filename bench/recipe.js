/**
 * The plain recipe that a user would write by hand: JSON.parse a line, a graphology graph, the n3 Writer. It checks
 * nothing, merges nothing, sorts nothing. With `statements` it writes the triples that factweave writes (the bench
 * compares them), with `triples` only those of the plain facts, without evidence.
 *
 * Usage: node recipe.js FOLDER statements|triples
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import graphology from 'graphology';
import { DataFactory, Writer } from 'n3';
import { hashOf, openOntologyFiles, Problems } from '../dist/index.js';
import { FileSink } from './fileSink.js';
import { Meter } from './meter.js';

const [folder, profile] = process.argv.slice(2);
const { namedNode, literal, quad } = DataFactory;
const BASE = 'https://example.org/bench/';
const FW = 'https://w3id.org/factweave/ns#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const SEM = 'http://semanticweb.cs.vu.nl/2009/11/sem/';
const PREFIXES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  film: 'https://w3id.org/factweave/film#',
  oa: 'http://www.w3.org/ns/oa#',
  dcterms: 'http://purl.org/dc/terms/',
  prov: 'http://www.w3.org/ns/prov#',
  fw: FW,
  xsd: XSD,
};
const rdf = (name) => namedNode(PREFIXES.rdf + name);
const fw = (name) => namedNode(FW + name);
const TYPE = rdf('type');
const LABEL = namedNode(`${PREFIXES.rdfs}label`);
const entityNode = (id) => namedNode(BASE + id);
const sourceNode = (id) => namedNode(`${BASE}source/${id}`);

/** A user has the IRIs of the vocabulary in a table of their own; here it comes from the ontology. */
const ontology = openOntologyFiles(['film'], new Problems()).ontology;
const classIris = new Map(
  [...ontology.classes.values()].map(({ name, lineage }) => [
    name,
    lineage.map((one) => namedNode(ontology.classes.get(one).iri)),
  ]),
);
const relations = new Map([...ontology.relations.values()].map((one) => [one.name, one]));
const predicates = new Map([...relations.values()].map(({ name, iri }) => [name, namedNode(iri)]));
const qualifierIris = new Map(
  [...ontology.qualifiers.values()].map(({ name, iri }) => [name, namedNode(iri)]),
);

const meter = new Meter();
const records = readFileSync(join(folder, 'facts.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));
meter.end('read');

const graph = new graphology.MultiDirectedGraph();
for (const { entity, class: kind, label } of records) if (entity) graph.addNode(entity, { kind, label });
for (const fact of records) {
  if (!fact.subject) continue;
  const { subject, relation, object, source, row, status, qualifiers } = fact;
  if (relations.get(relation).kind === 'link') {
    graph.addEdge(subject, object, { label: relation, source, row, status, ...qualifiers });
  } else {
    graph.setNodeAttribute(subject, relation === 'name' ? 'label' : relation, object);
  }
}
meter.end('view');

await writeRdf('recipe.ttl', { prefixes: PREFIXES });
meter.end('ttl');
await writeRdf('recipe.nq', { format: 'N-Quads' });
meter.end('nq');
writeFileSync(join(folder, 'recipe.json'), JSON.stringify(graph.export()));
meter.end('json');
meter.report();

/** Through a sink that writes at once: a stream that nobody waits for would keep the whole file in memory. */
async function writeRdf(name, options) {
  const sink = new FileSink(join(folder, name));
  const writer = new Writer(sink, options);
  for (const record of records) {
    for (const one of profile === 'statements' ? statementsOf(record) : triplesOf(record))
      writer.addQuad(one);
  }
  await new Promise((resolve, reject) => writer.end((error) => (error ? reject(error) : resolve())));
}

function* triplesOf(record) {
  if (record.entity) {
    for (const type of classIris.get(record.class)) yield quad(entityNode(record.entity), TYPE, type);
    if (record.label) yield quad(entityNode(record.entity), LABEL, literal(record.label, 'en'));
  } else if (record.subject) {
    const { subject, relation, status } = record;
    if (relation === 'name') yield quad(entityNode(subject), LABEL, objectOf(record));
    if (!status) yield quad(entityNode(subject), predicates.get(relation), objectOf(record));
  }
}

function* statementsOf(record) {
  yield* triplesOf(record);
  if (record.type) {
    const node = sourceNode(record.source);
    yield quad(node, TYPE, fw('Source'));
    yield quad(node, namedNode(`${PREFIXES.dcterms}type`), literal(record.type));
    yield quad(node, namedNode(`${PREFIXES.dcterms}title`), literal(record.title));
  }
  if (!record.subject) return;
  const { subject, relation, source, row, status = 'asserted', qualifiers = {} } = record;
  const statement = namedNode(`${BASE}${subject}#${factId(record)}`);
  const evidence = namedNode(`${BASE}source/${source}#e-${hashOf(evidenceParts(source, row))}`);
  yield quad(statement, TYPE, rdf('Statement'));
  yield quad(statement, rdf('subject'), entityNode(subject));
  yield quad(statement, rdf('predicate'), predicates.get(relation));
  yield quad(statement, rdf('object'), objectOf(record));
  yield quad(statement, fw('status'), fw(status));
  yield quad(statement, fw('certainty'), fw('certain'));
  yield quad(statement, fw('evidence'), evidence);
  for (const [name, value] of Object.entries(qualifiers)) {
    yield quad(statement, qualifierIris.get(name), qualifierOf(name, value));
    if (name !== 'startDate') continue;
    for (const bound of ['hasEarliestBeginTimeStamp', 'hasLatestBeginTimeStamp']) {
      yield quad(statement, namedNode(SEM + bound), dateOf(value));
    }
  }
  yield quad(evidence, TYPE, fw('Evidence'));
  yield quad(evidence, TYPE, namedNode(`${PREFIXES.oa}SpecificResource`));
  yield quad(evidence, namedNode(`${PREFIXES.oa}hasSource`), sourceNode(source));
  yield quad(evidence, namedNode(`${PREFIXES.prov}wasDerivedFrom`), sourceNode(source));
  yield quad(evidence, fw('certainty'), fw('certain'));
  yield quad(evidence, fw('row'), literal(row));
}

function objectOf({ relation, object, language }) {
  const { kind, datatype } = relations.get(relation);
  if (kind === 'link') return entityNode(object);
  return datatype === 'date' ? dateOf(object) : literal(object, language);
}

function qualifierOf(name, value) {
  if (name === 'startDate') return dateOf(value);
  return name === 'position' ? literal(String(value), namedNode(`${XSD}integer`)) : literal(value);
}

function dateOf(text) {
  return literal(text, namedNode(XSD + (text.length === 4 ? 'gYear' : 'date')));
}

function factId({ subject, relation, object, language = '', status = 'asserted' }) {
  const { kind, datatype } = relations.get(relation);
  const what = kind === 'link' ? ['entity', object] : ['literal', datatype, '', language, object];
  const parts = [subject, relation, ...what];
  return `f-${hashOf([...parts, status, 'false'])}`;
}

function evidenceParts(source, row) {
  return [`=${source}`, '', '', `=${row}`, '', '=certain', '', '', '', '', ''];
}
