/** Validates RDF against SHACL shapes with rdf-validate-shacl, which shares nothing with the writers. */
import { Parser, Store } from 'n3';
import Validator from 'rdf-validate-shacl';

export function storeOf(text: string, format = 'text/turtle'): Store {
  return new Store(new Parser({ format }).parse(text));
}

export interface Violation {
  /** The end of the shape's IRI: `object-homePort`. */
  readonly shape: string;
  readonly focus: string;
  readonly message: string;
}

export class Shapes {
  readonly #validator: Validator;
  readonly #namespace: string;

  constructor(turtle: string, namespace: string) {
    // An adapter: the validator asks for a dataset of RDF/JS, which a store of N3.js is.
    this.#validator = new Validator(storeOf(turtle) as never);
    this.#namespace = namespace;
  }

  async violations(quads: string): Promise<Violation[]> {
    // Named graphs are checked as one graph with the default graph.
    const triples = quads.replace(/ <[^>]*> \.$/gm, (end, at: number) => withoutGraph(quads, at, end));
    const report = await this.#validator.validate(storeOf(triples, 'application/n-quads') as never); // as above
    return report.results.map((one) => ({
      shape: (one.sourceShape?.value ?? '').replace(this.#namespace, ''),
      focus: one.focusNode?.value ?? '',
      message: one.message.map(({ value }) => value).join(),
    }));
  }
}

/** Three terms before the last one make it a graph. */
function withoutGraph(quads: string, at: number, end: string): string {
  const line = quads.slice(quads.lastIndexOf('\n', at) + 1, at);
  return /^<[^>]*> <[^>]*> (?:<[^>]*>|"(?:[^"\\]|\\.)*"(?:@[a-z0-9-]+|\^\^<[^>]*>)?)$/.test(line)
    ? ' .'
    : end;
}
