/** What the tests use of packages that have no types. */
declare module 'jsonld' {
  interface Options {
    readonly format: 'application/n-quads';
    readonly documentLoader: (url: string) => never;
    /** Refuses whatever would be dropped silently. */
    readonly safe: boolean;
  }
  const jsonld: { toRDF(document: unknown, options: Options): Promise<string> };
  export default jsonld;
}

declare module 'rdf-canonize' {
  interface Options {
    readonly algorithm: 'RDFC-1.0';
    readonly inputFormat: 'application/n-quads';
    readonly format: 'application/n-quads';
  }
  export function canonize(nquads: string, options: Options): Promise<string>;
}
