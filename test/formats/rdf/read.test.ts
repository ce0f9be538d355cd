import { describe, expect, test } from 'vitest';
import { compareQuads, readRdf } from '../../../src/formats/rdf/read.ts';

describe('readRdf', () => {
  test('gives distinct canonical lines in byte order', async () => {
    const text = '<urn:b> <urn:p> "\\u0041\ue000", "😀", "A\ue000" . <urn:a> a <urn:c> .';
    expect(await readRdf(text, 'turtle')).toEqual({
      ok: true,
      lines: [
        '<urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:c> .',
        '<urn:b> <urn:p> "A\ue000" .',
        '<urn:b> <urn:p> "😀" .',
      ],
    });
  });

  test('reads bytes and chunks', async () => {
    const line = '<urn:a> <urn:p> "é" .';
    const expected = { ok: true, lines: [line] };
    expect(await readRdf(Buffer.from(`${line}\n`), 'nquads')).toEqual(expected);
    expect(await readRdf([line.slice(0, 9), line.slice(9)], 'nquads')).toEqual(expected);
  });

  test.each(['_:b <urn:p> <urn:o> .', '<urn:s> <urn:p> _:b .', '<urn:s> <urn:p> <urn:o> _:b .'])(
    'refuses the blank node of %s',
    async (line) => {
      const reading = await readRdf(line, 'nquads');
      expect(reading).toMatchObject({ ok: false, detail: expect.stringMatching(/^blank node _:/) });
    },
  );

  test('says why a text is not RDF', async () => {
    const reading = await readRdf('<urn:s> <urn:p> "x .', 'nquads');
    expect(reading).toMatchObject({ ok: false, detail: expect.stringContaining('line 1') });
  });
});

describe('compareQuads', () => {
  test.each([
    [[], [], [], []],
    [['a', 'c'], ['a', 'c'], [], []],
    [['a', 'b', 'd'], ['b', 'c'], ['a', 'd'], ['c']],
    [['a'], [], ['a'], []],
    [[], ['a'], [], ['a']],
    [['\ue000'], ['😀'], ['\ue000'], ['😀']],
  ])('%j against %j', (expected, found, missing, added) => {
    expect(compareQuads(expected, found)).toEqual({ missing, added });
  });
});
