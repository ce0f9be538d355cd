/** The SHACL shapes of the data set's own ontology, beside its exports. */
import { writeShapes } from '../../ontology/shapes.ts';
import type { DescriptionFormat, ExportSet, WriteContext } from '../formats.ts';
import { Mint, TermGate } from '../rdf/terms.ts';

export const shapes: DescriptionFormat = {
  input: 'set',
  name: 'shapes',
  title: 'SHACL shapes of the ontology',
  extension: '.shapes.ttl',
  fileName: 'shapes.ttl',
  mediaType: 'text/turtle',
  write: writeOwnShapes,
};

/** The shapes have IRIs of the data set, since those of another may ask for something else under the same names. */
function* writeOwnShapes({ knowledge }: ExportSet, context: WriteContext): Generator<string> {
  const { base } = knowledge.dataset;
  const mint = Mint.of(base, new TermGate(shapes.name, context));
  if (!mint) return;
  const start = base + mint.separator;
  yield writeShapes(knowledge.ontology, { graph: `${start}shapes`, namespace: `${start}shape-` });
}
