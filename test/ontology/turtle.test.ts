import { Store } from 'oxigraph';
import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/core/diagnostic.ts';
import { SourceText } from '../../src/core/place.ts';
import { importsOf, readTurtle } from '../../src/ontology/turtle.ts';
import { caseFile, shipped } from './files.ts';

const files = [shipped('factweave.ttl'), shipped('film.ttl'), shipped('lists.ttl'), caseFile('ships.ttl')];

describe('readTurtle', () => {
  it.each(files)('reads from $file as many triples as Oxigraph', (source) => {
    const store = new Store();
    store.load(source.text, { format: 'text/turtle' });
    const triples = readTurtle(source, 0, new Problems())?.triples ?? [];
    expect(triples.length).toBeGreaterThan(50);
    expect(triples.length).toBe(store.size);
  });

  it.each([
    ['an open string', '<http://a/> <http://b/> "x', '1:1'],
    ['an unknown prefix, after letters beyond the BMP', '<http://a/> <http://b/> "𝒳", q:e .', '1:30'],
    ['an end too early', '@prefix a: <http://a/> .\n\n\na:b a:c a:d', '4:12'],
    ['named graphs, which are TriG', '<http://g/> { <http://a/> <http://b/> <http://c/> }', '1:13'],
  ])('reports %s with its place', (_, text, place) => {
    const problems = new Problems();
    expect(readTurtle(new SourceText('x.ttl', text), 0, problems)).toBeUndefined();
    const shown = problems.diagnostics.map(
      (each) => `${each.code} ${each.place?.line}:${each.place?.column}`,
    );
    expect(shown).toEqual([`ontology-syntax ${place}`]);
  });
});

describe('importsOf', () => {
  it('finds what a file imports', () => {
    expect(importsOf(shipped('film.ttl'))).toEqual(['https://w3id.org/factweave/lists']);
    expect(importsOf(shipped('lists.ttl'))).toEqual([]);
    expect(importsOf(caseFile('broken-syntax.ttl'))).toEqual([]);
  });
});
