/** Terms of test files as values of the model, or why there is none. */
import { literal, namedNode, type Quad, type Literal as RdfLiteral } from 'oxigraph';
import type { Literal } from '../../src/facts/facts.ts';
import { EDTF_DATATYPE, RDF, RDFS, XSD } from '../../src/ontology/namespaces.ts';
import type { DatatypeName, Property } from '../../src/ontology/ontology.ts';
import { SEA } from '../formats/rdf/fixture.ts';

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

/** A value of the model, or why there is none. Blank nodes get an IRI, since none are ever written. */
export function toValue(object: Quad['object']): Literal | string {
  switch (object.termType) {
    case 'NamedNode':
      return { datatype: 'iri', text: object.value };
    case 'BlankNode':
      return { datatype: 'iri', text: skolem(object.value) };
    case 'Literal': {
      const { language, direction } = object as RdfLiteral; // told by its type
      if (direction) return 'a base direction';
      const datatype = DATATYPES.get(object.datatype.value);
      if (datatype === undefined) return `the datatype ${object.datatype.value}`;
      return { datatype, text: object.value, ...(language && { language }) };
    }
    default:
      return 'a triple term as a value';
  }
}

/** Labels of blank nodes hold characters that no IRI does. */
function skolem(label: string): string {
  return `urn:skolem:${Buffer.from(label, 'utf8').toString('hex')}`;
}

/** Language tags are written in lower case, as their values are (RDF 1.1 Concepts, 3.3). */
export function termOf(object: Quad['object']): string {
  if (object.termType === 'BlankNode') return namedNode(skolem(object.value)).toString();
  const { language, value } = object as RdfLiteral; // an IRI has no language
  return language ? literal(value, language.toLowerCase()).toString() : object.toString();
}

/** The name of a property with this IRI and datatype, which is made unless it is there. */
export function propertyOf(properties: Map<string, Property>, iri: string, datatype: DatatypeName): string {
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
export function isOwn(line: string): boolean {
  return line.includes(`> <${RDF}type> <${SEA}`) || line.includes(`> <${RDFS}label> "entity-`);
}

/** How the exceptions that were found differ from those that are listed, each with how many there are. */
export function notAsListed(
  exceptions: readonly string[],
  listed: ReadonlyMap<string, number>,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const reason of exceptions) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const found = [...counts].map(([reason, count]) => `${count} × ${reason}`);
  const expected = [...listed].map(([reason, count]) => `${count} × ${reason}`);
  return [
    ...found.filter((line) => !expected.includes(line)).map((line) => `an exception not listed: ${line}`),
    ...expected.filter((line) => !found.includes(line)).map((line) => `listed, but not found: ${line}`),
  ];
}
