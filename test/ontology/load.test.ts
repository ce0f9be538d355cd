import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { SourceText } from '../../src/core/place.ts';
import { loadOntology } from '../../src/ontology/load.ts';
import { caseFile, loadClean, loadFilm, shipped } from './files.ts';

/** `code line:column what`, which is all of a diagnostic but its prose. */
function show({ code, place, params }: Diagnostic): string {
  const { suggestion: _, allowed: __, ...said } = { suggestion: undefined, allowed: undefined, ...params };
  const values = Object.values(said);
  return `${code} ${place?.line}:${place?.column} ${values.join(' | ')}`;
}

function problemsOf(...names: readonly string[]): string[] {
  const { diagnostics } = loadOntology([shipped('factweave.ttl'), ...names.map(caseFile)]);
  expect(new Set(diagnostics.map((each) => each.place?.file))).toEqual(new Set(names.slice(-1)));
  return diagnostics.map(show);
}

describe('a small ontology', () => {
  const ontology = loadClean(caseFile('ships.ttl'));

  it('names terms by fw:name, else by the end of the IRI', () => {
    expect([...ontology.classes.keys()]).toEqual(['Port', 'Ship', 'Tanker']);
    expect([...ontology.relations.keys()]).toEqual(['escorts', 'flagState', 'homePort', 'launched', 'name']);
    expect(ontology.classes.get('Port')?.iri).toBe('https://example.org/ships#Harbour');
  });

  it('gives a class its lineage, and from its superclass the colour and what it is disjoint with', () => {
    const tanker = ontology.classes.get('Tanker');
    expect(tanker).toMatchObject({ lineage: ['Tanker', 'Ship'], colour: '#0072b2', disjointWith: ['Port'] });
    expect(ontology.classes.get('Port')?.disjointWith).toEqual(['Ship']);
  });

  it('tells what connects others, from a superclass too', () => {
    const more = new SourceText(
      'more.ttl',
      `@prefix s: <https://example.org/s#> .
@prefix fw: <https://w3id.org/factweave/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
s:Voyage a fw:Class ; fw:connector true ; rdfs:label "voyage"@en .
s:Race a fw:Class ; rdfs:subClassOf s:Voyage ; rdfs:label "race"@en .
`,
    );
    const { classes } = loadClean(caseFile('ships.ttl'), more);
    const connectors = [...classes.values()].filter(({ connector }) => connector);
    expect(connectors.map(({ name }) => name)).toEqual(['Race', 'Voyage']);
  });

  it('prefers English labels', () => {
    expect(ontology.classes.get('Port')?.label).toBe('port');
  });

  it('reads links whole', () => {
    expect(ontology.relations.get('homePort')).toEqual({
      kind: 'link',
      name: 'homePort',
      iri: 'https://example.org/ships#homePort',
      label: 'home port',
      definition: 'The port to which the ship returns.',
      subjectClasses: ['Ship'],
      objectClasses: ['Port'],
      qualifiers: new Map([['season', { discriminating: true }]]),
      functional: true,
      symmetric: false,
      edgeKind: 'BASED_AT',
      edgeLabel: 'is based at',
      reversed: false,
      colour: '#0072b2',
      closeMatch: [],
      showWith: [
        [{ relation: 'flagState', inverse: false }],
        [
          { relation: 'escorts', inverse: true },
          { relation: 'flagState', inverse: false },
        ],
      ],
    });
  });

  it('reads properties, and fw:Entity as every class without a superclass', () => {
    expect(ontology.relations.get('name')).toMatchObject({
      kind: 'property',
      subjectClasses: ['Port', 'Ship'],
      datatype: 'string',
      isName: true,
    });
    expect(ontology.relations.get('flagState')).toMatchObject({ datatype: 'concept', list: 'flag' });
  });

  it('has the universal qualifiers and the lists of the tool', () => {
    const universal = [...ontology.qualifiers.values()].filter((each) => each.universal);
    expect(universal.map((each) => each.name)).toEqual(['asOf', 'endDate', 'startDate']);
    expect([...ontology.lists.keys()]).toEqual(['certainty', 'flag', 'status']);
    expect([...(ontology.lists.get('status')?.concepts.keys() ?? [])]).toEqual([
      'alleged',
      'asserted',
      'attributed',
      'expected',
      'planned',
    ]);
  });

  it('keeps the prefixes of all files', () => {
    expect(ontology.prefixes.get('ex')).toBe('https://example.org/ships#');
  });
});

describe('a second file', () => {
  const ontology = loadClean(caseFile('ships.ttl'), caseFile('more-ships.ttl'));

  it('adds classes, which fw:Entity then includes', () => {
    expect(ontology.relations.get('name')?.subjectClasses).toEqual(['Lighthouse', 'Port', 'Ship']);
  });

  it('adds object classes, qualifiers and concepts to what is there', () => {
    expect(ontology.relations.get('homePort')).toMatchObject({
      objectClasses: ['Lighthouse', 'Port'],
      qualifiers: new Map([
        ['berth', { discriminating: false }],
        ['season', { discriminating: true }],
      ]),
    });
    expect([...(ontology.lists.get('flag')?.concepts.keys() ?? [])]).toEqual(['malta', 'panama']);
  });

  it('overrides labels, colours and flags', () => {
    expect(ontology.classes.get('Port')).toMatchObject({ label: 'harbour', colour: '#117733' });
    expect(ontology.relations.get('homePort')?.functional).toBe(false);
  });

  it('extends the film ontology', () => {
    const file = `@prefix fw: <https://w3id.org/factweave/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix my: <https://example.org/my#> .
my:Documentary a fw:Class ; rdfs:subClassOf schema:Movie ; rdfs:label "documentary"@en .
schema:director fw:qualifier my:unit .
my:unit a fw:Qualifier ; fw:datatype <http://www.w3.org/2001/XMLSchema#string> ; rdfs:label "unit"@en .`;
    const extended = loadClean(shipped('film.ttl'), shipped('lists.ttl'), new SourceText('my.ttl', file));
    expect(extended.classes.get('Documentary')).toMatchObject({
      lineage: ['Documentary', 'Film', 'Work'],
      colour: extended.classes.get('Work')?.colour,
    });
    expect([...(extended.relations.get('director')?.qualifiers.keys() ?? [])]).toEqual([
      'creditedAs',
      'roleName',
      'unit',
    ]);
    expect(extended.relations.get('director')?.label).toBe(loadFilm().relations.get('director')?.label);
  });
});

describe('the order of the statements in a file', () => {
  it('does not change the ontology', () => {
    const { text } = caseFile('ships.ttl');
    const [prefixes = '', ...blocks] = text.trimEnd().split(/\n\n+/);
    const turned = new SourceText('ships.ttl', `${[prefixes, ...blocks.reverse()].join('\n\n')}\n`);
    const inOrder = loadClean(caseFile('ships.ttl'));
    const reversed = loadClean(turned);
    expect(JSON.stringify(entriesOf(reversed))).toBe(JSON.stringify(entriesOf(inOrder)));
  });
});

function entriesOf(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, item]) => [key, entriesOf(item)]);
  if (Array.isArray(value)) return value.map(entriesOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([key, item]) => [key, entriesOf(item)]);
}

describe('broken ontologies', () => {
  it('reports a syntax error with its place, and nothing that only follows from it', () => {
    const detail = 'Expected punctuation to follow ""ship"@en"';
    expect(problemsOf('broken-syntax.ttl')).toEqual([`ontology-syntax 7:3 ${detail}`]);
  });

  it('reports nothing of the other files beside a syntax error', () => {
    const names = ['missing-label.ttl', 'broken-syntax.ttl'];
    expect(problemsOf(...names).map((each) => each.split(' ')[0])).toEqual(['ontology-syntax']);
  });

  it('finds a value in the description of its own subject', () => {
    const text = `@prefix ex: <https://example.org/s#> .
@prefix fw: <https://w3id.org/factweave/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
# ex:Boat is nothing
<https://example.org/other> rdfs:seeAlso ex:Boat .
ex:Tug a fw:Class ; rdfs:label "tug"@en ; rdfs:subClassOf ex:Boat .`;
    const { diagnostics } = loadOntology([shipped('factweave.ttl'), new SourceText('x.ttl', text)]);
    expect(diagnostics.map(show)).toEqual([
      'ontology-unknown-reference 6:59 ex:Tug | ex:Boat | rdfs:subClassOf',
    ]);
  });

  it('reports what is missing at the term, not where a comment names it', () => {
    expect(problemsOf('missing-label.ttl')).toEqual([
      'ontology-incomplete 6:1 ex:Ship | rdfs:label',
      'ontology-incomplete 9:1 ex:tows | fw:edgeKind',
      'ontology-incomplete 9:1 ex:tows | fw:subjectClass',
      'ontology-incomplete 9:1 ex:tows | fw:objectClass',
      'ontology-incomplete 9:1 ex:tows | fw:edgeLabel',
    ]);
  });

  it('reports references to nothing at the value', () => {
    expect(problemsOf('unknown-class.ttl')).toEqual([
      'ontology-unknown-reference 11:19 ex:tonnage | ex:Shipp | fw:subjectClass',
      'ontology-unknown-reference 12:16 ex:tonnage | ex:method | fw:qualifier',
      'ontology-unknown-reference 13:15 ex:tonnage | xsd:float | fw:datatype',
      'ontology-unknown-reference 15:10 ex:Tug | fw:Clas | rdf:type',
      'ontology-unknown-reference 16:3 ex:Tug | fw:colur | the description',
    ]);
  });

  it('reports a name that stands for two terms at the second', () => {
    expect(problemsOf('duplicate-name.ttl')).toEqual([
      'ontology-duplicate-name 9:1 Ship | ex:Ship | <https://example.org/boats#Ship>',
      'ontology-duplicate-name 18:1 fw:displayName | ex:called | ex:named',
    ]);
  });

  it('reports each circle of superclasses once', () => {
    expect(problemsOf('cycle.ttl')).toEqual(['ontology-cycle 13:1 Craft', 'ontology-cycle 21:1 Raft']);
  });

  it('reports values that cannot be used', () => {
    expect(problemsOf('two-values.ttl')).toEqual([
      'ontology-invalid-value 11:24 ex:Ship | fw:colour | #a03000 | a single value',
      'ontology-invalid-value 13:23 ex:escorts | rdf:type | fw:Property | a term of one kind',
      'ontology-invalid-value 19:17 ex:escorts | fw:functional | perhaps | true or false',
      'ontology-unknown-reference 20:34 ex:escorts | ex:towed | fw:showWith',
      'ontology-invalid-value 25:11 ex:berth | fw:list | ex:berths | left out, or with the datatype skos:Concept',
      'invalid-iri 30:1 relative | it does not start with a scheme such as https:',
    ]);
  });

  it('reports a prefix that stands for two namespaces', () => {
    expect(problemsOf('ships.ttl', 'other-prefix.ttl')).toEqual([
      'invalid-prefix 1:9 ex | it stands for https://example.org/ships# in another file',
    ]);
  });

  it('reports the description of a term that no file gives a kind', () => {
    const text =
      '@prefix ex: <https://example.org/s#> .\n@prefix fw: <https://w3id.org/factweave/ns#> .\n\nex:a fw:colour "#000000" .';
    const { diagnostics } = loadOntology([shipped('factweave.ttl'), new SourceText('x.ttl', text)]);
    expect(diagnostics.map(show)).toEqual([
      'ontology-incomplete 4:1 ex:a | rdf:type such as fw:Class, fw:Link, fw:Property or fw:Qualifier',
    ]);
  });

  it('never throws, whatever prefix of a file it gets', () => {
    const { text } = caseFile('ships.ttl');
    for (let end = 0; end < text.length; end += 13) {
      const files = [shipped('factweave.ttl'), new SourceText('cut.ttl', text.slice(0, end))];
      expect(() => loadOntology(files)).not.toThrow();
    }
  });
});
