/** Every number of VoID is counted again, by SPARQL over the data as Oxigraph reads it. */
import { Store, type Term } from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { SourceText } from '../../../src/core/place.ts';
import { PROFILE_NAMES } from '../../../src/formats/options.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { know, says, withFacts } from '../../harbour.ts';
import { caseFile, loadClean } from '../../ontology/files.ts';
import { INFO, KNOWLEDGES, withInfo, writeSet } from './sets.ts';

const VOID = 'http://rdfs.org/ns/void#';

type Rows = readonly ReadonlyMap<string, string>[];

function ask(store: Store, query: string): Rows {
  // Named graphs count as one with the default graph.
  const solutions = store.query(`PREFIX void: <${VOID}>\n${query}`, { use_default_graph_as_union: true });
  // A SELECT query gives a list of maps, which the types of the client do not tell from other answers.
  return (solutions as ReadonlyMap<string, Term>[]).map(
    (row) => new Map([...row].map(([name, term]) => [name, term.value])),
  );
}

function table(rows: Rows, key: string, value: string): Map<string, string> {
  return new Map(rows.map((row) => [row.get(key) ?? '', row.get(value) ?? '']));
}

function storesOf(knowledge: Knowledge, profile: (typeof PROFILE_NAMES)[number]) {
  const set = writeSet(knowledge, ['trig', 'nquads', 'graphml', 'dataset'], { profile });
  expect(set.problems.diagnostics).toEqual([]);
  const [data, found] = [new Store(), new Store()];
  data.load(set.texts.get('ships.nq') ?? '', { format: 'application/n-quads' });
  found.load(set.texts.get('dataset.ttl') ?? '', { format: 'text/turtle' });
  return { data, found };
}

const ONE = '?d a <http://www.w3.org/ns/dcat#Dataset> ';

describe.each(KNOWLEDGES)('the counts of %s', (name, knowledge) => {
  test.each(PROFILE_NAMES)('are true of the profile %s', (profile) => {
    const { data, found } = storesOf(knowledge(), profile);
    const told = ask(found, `SELECT ?p ?o { ${ONE}; ?p ?o FILTER(isNumeric(?o)) }`);
    const [pattern = ''] = ask(found, `SELECT ?o { ${ONE}; void:uriRegexPattern ?o }`).map((row) =>
      row.get('o'),
    );
    const counted = ask(
      data,
      `SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?distinctSubjects) (COUNT(DISTINCT ?o) AS ?distinctObjects)
              (COUNT(DISTINCT ?p) AS ?properties) { { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } } }`,
    );
    const classes = ask(data, 'SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c');
    const entities = ask(
      data,
      `SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o FILTER(REGEX(STR(?s), ${JSON.stringify(pattern)})) }`,
    );
    expect(table(told, 'p', 'o')).toEqual(
      new Map([
        ...[...(counted[0] ?? [])].map(([key, value]): [string, string] => [VOID + key, value]),
        [`${VOID}classes`, String(classes.length)],
        [`${VOID}entities`, entities[0]?.get('n') ?? ''],
      ]),
    );
    expect(Number(told[0]?.get('o')), name).toBeGreaterThanOrEqual(0);
    const members = ask(
      found,
      `SELECT ?c ?n { ${ONE}; void:classPartition [ void:class ?c ; void:entities ?n ] }`,
    );
    expect(table(members, 'c', 'n')).toEqual(table(classes, 'c', 'n'));
    expect(members).toHaveLength(classes.length);
  });

  test.each(PROFILE_NAMES)('are true of each property and vocabulary: %s', (profile) => {
    const { data, found } = storesOf(knowledge(), profile);
    const told = ask(
      found,
      `SELECT ?p ?n { ${ONE}; void:propertyPartition [ void:property ?p ; void:triples ?n ] }`,
    );
    const counted = ask(
      data,
      'SELECT ?p (COUNT(*) AS ?n) { { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } } } GROUP BY ?p',
    );
    expect(table(told, 'p', 'n')).toEqual(table(counted, 'p', 'n'));
    expect(told).toHaveLength(counted.length);
    const vocabularies = ask(found, `SELECT ?v { ${ONE}; void:vocabulary ?v }`).map((row) => row.get('v'));
    const terms = ask(data, 'SELECT DISTINCT ?t { { ?s ?t ?o } UNION { ?s a ?t } }');
    const spaces = new Set(terms.map((row) => row.get('t')?.replace(/[^/#]*$/, '')));
    expect(new Set(vocabularies)).toEqual(spaces);
  });

  test('name examples that are in the data', () => {
    const { data, found } = storesOf(knowledge(), 'statements');
    const examples = ask(found, `SELECT ?e { ${ONE}; void:exampleResource ?e }`).map((row) => row.get('e'));
    expect(examples.length).toBe(Math.min(3, new Set(knowledge().facts.map(({ subject }) => subject)).size));
    for (const one of examples)
      expect(
        ask(data, `SELECT ?l { <${one}> <http://www.w3.org/2000/01/rdf-schema#label> ?l }`),
      ).toHaveLength(1);
  });
});

/** An ontology whose properties are identity and mapping links. */
const LINKED = loadClean(
  caseFile('ships.ttl'),
  new SourceText(
    'links.ttl',
    ['http://www.w3.org/2002/07/owl#sameAs', 'http://www.w3.org/2004/02/skos/core#closeMatch']
      .map(
        (iri) => `<${iri}> a <https://w3id.org/factweave/ns#Property> ;
          <https://w3id.org/factweave/ns#subjectClass> <https://w3id.org/factweave/ns#Entity> ;
          <https://w3id.org/factweave/ns#datatype> <http://www.w3.org/2001/XMLSchema#anyURI> ;
          <http://www.w3.org/2000/01/rdf-schema#label> "x" ; <http://www.w3.org/2004/02/skos/core#definition> "x" .`,
      )
      .join('\n'),
  ),
);

test('linksets: by predicate and host, own things and other addresses aside', () => {
  const files = withFacts(
    says(
      'aurora: { sameAs: ["http://www.wikidata.org/entity/Q1", "https://example.org/id/borealis", "urn:x:1"] }',
    ),
    says(
      'borealis: { sameAs: "http://www.wikidata.org/entity/Q2", closeMatch: "http://www.wikidata.org/entity/Q2" }',
    ),
    says('malmo: { closeMatch: "https://sws.geonames.org/1/" }'),
  );
  const { knowledge, problems } = know(files, { ontology: LINKED });
  expect(problems.errors).toBe(0);
  const { data, found } = storesOf(knowledge, 'statements');
  const told = ask(
    found,
    `SELECT ?p ?space ?n { ${ONE}; void:subset ?l . ?l a void:Linkset ; void:subjectsTarget ?d ; void:linkPredicate ?p ;
       void:triples ?n ; void:objectsTarget [ void:uriSpace ?space ] } ORDER BY ?p ?space`,
  );
  expect(told.map((row) => [row.get('p')?.replace(/.*#/, ''), row.get('space'), row.get('n')])).toEqual([
    ['sameAs', 'http://www.wikidata.org/', '2'],
    ['closeMatch', 'http://www.wikidata.org/', '1'],
    ['closeMatch', 'https://sws.geonames.org/', '1'],
  ]);
  for (const row of told) {
    const query = `SELECT ?s { ?s <${row.get('p')}> ?o FILTER(STRSTARTS(STR(?o), "${row.get('space')}")) }`;
    expect(String(ask(data, query).length)).toBe(row.get('n'));
  }
});

test('nothing is counted where there is no RDF', () => {
  const [[, knowledge] = ['', () => undefined]] = KNOWLEDGES;
  const made = knowledge();
  if (!made) throw new Error('no knowledge');
  const { texts } = writeSet(withInfo(made, INFO), ['graphml', 'json', 'dataset']);
  expect(texts.get('dataset.ttl')).not.toMatch(/void:(?!DatasetDescription)(?:[a-z]|Dataset)/);
  expect(texts.get('dataset.ttl')).toContain('ships.graphml');
});
