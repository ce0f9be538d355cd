import { writeContext } from './context.ts';
import { type JsonSchema, toFactsSchema } from './jsonSchema.ts';
import type { Ontology } from './ontology.ts';
import { toReference } from './reference.ts';
import { writeShapes } from './shapes.ts';

/** The files that follow from an ontology, by their path in the folder of generated files, in byte order. */
export function generateOntologyFiles(ontology: Ontology): Map<string, string> {
  return new Map([
    ['context.jsonld', writeContext(ontology)],
    ['facts.schema.json', writeSchema(toFactsSchema(ontology))],
    ['reference.md', toReference(ontology)],
    ['shapes.ttl', writeShapes(ontology)],
  ]);
}

/** One line for each definition: a third of the size of indented JSON, and a change still shows in one line. */
function writeSchema(schema: JsonSchema): string {
  const lines = (parts: object, indent: string) =>
    Object.entries(parts).map(([key, value]) => `${indent}${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const { definitions = {}, ...rest } = schema;
  const inner = lines(Object(definitions), '    ').join(',\n');
  return `{\n${[...lines(rest, '  '), `  "definitions": {\n${inner}\n  }`].join(',\n')}\n}\n`;
}
