/** The IRIs of what a description speaks of, beside the data itself. */
import { mintSlug } from '../../core/iri.ts';
import { type Prefixes, shorten } from '../rdf/prefixes.ts';

/**
 * Mints the IRIs `{base}#dataset`, `{base}#file-…`: fragments of the base as those of statements are fragments of
 * their entity, with `:` in the place of `#` where the base ends in one. An entity's IRI holds neither after the base.
 */
export class Names {
  readonly #start: string;
  readonly #prefixes: Prefixes;

  constructor({ base, separator }: { base: string; separator: string }, prefixes: Prefixes) {
    this.#start = base + separator;
    this.#prefixes = prefixes;
  }

  get dataset(): string {
    return this.of('dataset');
  }

  of(name: string): string {
    return this.#start + name;
  }

  file(name: string): string {
    return this.of(`file-${mintSlug(name)}`);
  }

  /** `class-schema-Person`, or with the whole IRI percent-encoded where no prefix of letters and digits fits. */
  term(kind: 'class' | 'property' | 'links', iri: string): string {
    const short = /^([A-Za-z0-9]+):(.*)$/s.exec(shorten(iri, this.#prefixes));
    return this.of(`${kind}-${short ? `${short[1]}-${short[2]}` : mintSlug(iri)}`);
  }
}

/** DOIs hold characters that IRIs do not (ISO 26324); `/` and what else is usual in them stays readable. */
export function doiIri(doi: string): string {
  return `https://doi.org/${doi.split('/').map(mintSlug).join('/')}`;
}
