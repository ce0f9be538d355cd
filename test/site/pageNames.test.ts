import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namePages } from '../../src/site/pageNames.ts';
import { know } from '../harbour.ts';
import { deadLinks, writeSite } from './browsing.ts';

const renamedOf = (...ids: string[]) =>
  namePages(ids).renamed.map(({ id, stem, reason }) => `${id} ${stem} ${reason}`);

describe('the name of a page', () => {
  it('is the id', () => {
    const names = namePages(['aurora', 'a.b-c_d', '0', 'E0', 'constructor', 'toString', '__proto__']);
    expect(names.renamed).toEqual([]);
    expect(names.stemOf('toString')).toBe('toString');
  });

  it('keeps out of the way of the site, of devices and of endings', () => {
    expect(
      renamedOf('index', 'Index.x', '404', 'source', 'w3id', 'con', 'CON.1', 'lpt9', 'com10', 'console'),
    ).toEqual([
      'index index~ reserved',
      '404 404~ reserved',
      'source source~ reserved',
      'w3id w3id~ reserved',
      'con con~ reserved',
      'CON.1 CON.1~ reserved',
      'lpt9 lpt9~ reserved',
    ]);
    expect(renamedOf('a.html', 'a.TTL', 'site.json', 'a.htmlx')).toEqual([
      'a.html a.html~ ending',
      'a.TTL a.TTL~ ending',
      'site.json site.json~ ending',
    ]);
  });

  it('tells ids apart that differ in capital letters', () => {
    expect(renamedOf('Kiel', 'kiel', 'KIEL', 'Con', 'con')).toEqual([
      'Kiel kiel~1 letter-case',
      'KIEL kiel~f letter-case',
      'Con con~1 letter-case',
      'con con~ reserved',
    ]);
  });

  it('is never the name of another page, on any disk', () => {
    const id = fc.oneof(
      fc.stringMatching(/^[aAbB0][aAbB.~_-]{0,3}$/).map((text) => text.replaceAll('~', '-')),
      fc.constantFrom('con', 'Con', 'CON', 'index', 'INDEX', 'a.html', 'A.html', 'a.HTML'),
    );
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 30 }), (ids) => {
        const names = namePages(ids);
        const stems = ids.map((one) => names.stemOf(one).toLowerCase());
        expect(new Set(stems).size).toBe(ids.length);
        for (const stem of stems) expect(stem).not.toMatch(/^(?:index|404|con)$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('is told where it is not the id, with its place, and all links lead there', () => {
    const entities = { Kiel: 'Port', con: 'Ship', index: 'Ship', kiel: 'Port' };
    const facts = Object.keys(entities).map((subject) => ({
      subject,
      relation: 'name',
      object: subject,
      source: 'nul',
      quote: 'q',
    }));
    const { knowledge } = know({ 'facts.json': { sources: { nul: { type: 'T' } }, entities, facts } });
    const { files, problems } = writeSite(knowledge);
    expect(problems.diagnostics.map(({ code, params, place }) => [code, params, place?.file])).toEqual([
      ['site-page-renamed', { id: 'Kiel', page: 'kiel~1.html', reason: 'letter-case' }, 'facts.json'],
      ['site-page-renamed', { id: 'con', page: 'con~.html', reason: 'reserved' }, 'facts.json'],
      ['site-page-renamed', { id: 'index', page: 'index~.html', reason: 'reserved' }, 'facts.json'],
      ['site-page-renamed', { id: 'source/nul', page: 'source/nul~.html', reason: 'reserved' }, undefined],
    ]);
    expect(problems.errors).toBe(0);
    expect(deadLinks(files)).toEqual([]);
    expect(files.get('index~.html')).toContain('<link rel="canonical" href="https://example.org/id/index">');
  });
});
