import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../src/core/place.ts';
import { generateOntologyFiles } from '../../src/ontology/generate.ts';
import { toFactsSchema } from '../../src/ontology/jsonSchema.ts';
import { toReference } from '../../src/ontology/reference.ts';
import { caseFile, loadClean, loadFilm } from './files.ts';

describe('generateOntologyFiles', () => {
  const film = loadFilm();
  const files = generateOntologyFiles(film);

  it.each([...files.keys()])('makes ontology/generated/%s as it is committed', (path) => {
    const committed = readFileSync(new URL(`../../ontology/generated/${path}`, import.meta.url), 'utf8');
    expect(files.get(path) === committed, `run \`npm run generate\`: ${path} differs`).toBe(true);
  });

  it('writes the schema whole', () => {
    expect(JSON.parse(files.get('facts.schema.json') ?? '')).toEqual(toFactsSchema(film));
  });

  it('works for an ontology of another domain', () => {
    const made = generateOntologyFiles(loadClean(caseFile('ships.ttl'), caseFile('more-ships.ttl')));
    expect([...made.keys()]).toEqual(['context.jsonld', 'facts.schema.json', 'reference.md', 'shapes.ttl']);
    expect([...made.values()].join()).not.toMatch(/film|director|actor/i);
  });
});

describe('toReference', () => {
  const page = toReference(loadClean(caseFile('ships.ttl')));
  const rowOf = (anchor: string) => page.split('\n').find((line) => line.includes(`<a id="${anchor}"></a>`));

  it('describes a link in one row', () => {
    expect(rowOf('relation-homePort')).toBe(
      '| <a id="relation-homePort"></a>`homePort` | *home port*: The port to which the ship returns. ' +
        '| [Ship](#class-Ship) → [Port](#class-Port) | **[season](#qualifier-season)** ' +
        '| `BASED_AT` “is based at”, subject → object, `#0072b2` ' +
        '| one at a time; show with [flagState](#relation-flagState); show with ^[escorts](#relation-escorts) / [flagState](#relation-flagState) ' +
        '| <https://example.org/ships#homePort> |',
    );
  });

  it.each([
    ['class-Tanker', '[Ship](#class-Ship)'],
    ['relation-flagState', 'one of [flag](#list-flag)'],
    ['relation-name', 'display name'],
    ['qualifier-asOf', 'every relation'],
    ['qualifier-season', '[homePort](#relation-homePort)'],
  ])('describes %s', (anchor, words) => {
    expect(rowOf(anchor)).toContain(words);
  });

  it('links only to anchors that exist, each once', () => {
    const film = toReference(loadFilm());
    const anchors = [...film.matchAll(/<a id="([^"]+)">/g)].map((match) => match[1]);
    expect(new Set(anchors).size).toBe(anchors.length);
    const targets = [...film.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]);
    expect(targets.filter((target) => !anchors.includes(target))).toEqual([]);
  });

  it('keeps every table row at the width of its head, whatever a definition holds', () => {
    const text = `@prefix s: <https://example.org/s#> .
@prefix fw: <https://w3id.org/factweave/ns#> .
s:A a fw:Class ; <http://www.w3.org/2000/01/rdf-schema#label> "a|b" ;
  <http://www.w3.org/2004/02/skos/core#definition> """One | two
<script>alert(1)</script> \`|\` *x* \\\\| [y](z)""" .`;
    const hostile = toReference(loadClean(caseFile('ships.ttl'), new SourceText('x.ttl', text)));
    const row = hostile.split('\n').find((line) => line.includes('class-A"')) ?? '';
    expect(row).not.toContain('<script>');
    expect(row.match(/(?<!\\)(?:\\\\)*\|/g)?.length).toBe(7);
  });
});
