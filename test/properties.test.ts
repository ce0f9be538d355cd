/** What holds for every project, tried on random ones over two ontologies: from the bytes of its files to its exports. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLanguageTag } from '../src/core/language.ts';
import { FORMATS } from '../src/formats/table.ts';
import type { KnownFact } from '../src/knowledge/knowledge.ts';
import { isOneOf, type Ontology } from '../src/ontology/ontology.ts';
import { type Exported, exportAll, verify } from './exporting.ts';
import { quadsOf, READ_BACK } from './formats/readBack.ts';
import { SETTINGS, SHIPS } from './harbour.ts';
import { errorsOf } from './marked.ts';
import { loadFilm } from './ontology/files.ts';
import { type FactForm, type FileForm, fileOver, legalText } from './randomProject.ts';
import { rawText } from './rawText.ts';

const FILM = loadFilm();
const ONTOLOGIES: readonly (readonly [string, Ontology])[] = [
  ['ships', SHIPS],
  ['film', FILM],
];
const { base } = SETTINGS.dataset;
const asJson = (file: FileForm) => ({ 'facts.json': file });
const codesOf = ({ problems }: Exported) => errorsOf(problems).map((line) => line.split(' ')[0] ?? '');
const textsOf = ({ written }: Exported) =>
  Object.fromEntries([...written].map(([name, { text }]) => [name, text]));

describe.each(ONTOLOGIES)('every project about %s', (_, ontology) => {
  const files = fileOver(ontology);
  const exported = (file: FileForm) => exportAll(asJson(file), { ontology });

  it('that is right is accepted, by every stage and every format', () => {
    fc.assert(
      fc.property(files, (file) => {
        expect(errorsOf(exported(file).problems)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same bytes in any order of its facts, entities, sources and files', () => {
    const turned = <T>(items: readonly T[], by: number) =>
      [...items.slice(by % items.length), ...items.slice(0, by % items.length)].reverse();
    const turnedMap = <T>(map: Readonly<Record<string, T>>, by: number) =>
      Object.fromEntries(turned(Object.entries(map), by));
    fc.assert(
      fc.property(files, fc.nat({ max: 20 }), (file, by) => {
        const one = exported(file);
        const facts = turned(file.facts, by);
        const half = by % (facts.length + 1);
        const sources = Object.entries(turnedMap(file.sources, by));
        const sourceLines = sources.map(([source, fields]) => ({ source, ...fields }));
        const other = exportAll(
          {
            'b.json': { facts: facts.slice(half), entities: turnedMap(file.entities, by) },
            'a.jsonl': [...facts.slice(0, half), ...sourceLines]
              .map((line) => `${JSON.stringify(line)}\n`)
              .join('\n'),
          },
          { ontology },
        );
        expect(textsOf(other)).toEqual(textsOf(one));
        expect(JSON.stringify(other.manifest)).toBe(JSON.stringify(one.manifest));
      }),
      { numRuns: 60 },
    );
  });

  it('with its facts twice gives the same exports but for the number of readings', () => {
    fc.assert(
      fc.property(files, (file) => {
        const once = exported(file);
        const twice = exported({ ...file, facts: [...file.facts, ...file.facts] });
        expect(twice.knowledge.counts.read).toBe(2 * once.knowledge.counts.read);
        const { factsRead: _a, ...a } = once.manifest.counts;
        const { factsRead: _b, ...b } = twice.manifest.counts;
        expect(b).toEqual(a);
        for (const [name, { text, facts }] of twice.written) {
          const before = once.written.get(name);
          expect([facts?.read, facts?.written]).toEqual([
            facts && 2 * (before?.facts?.read ?? 0),
            facts && 2 * (before?.facts?.written ?? 0),
          ]);
          // Parquet has a column of readings.
          if (FORMATS.get(name)?.input === 'knowledge' && name !== 'parquet') expect(text).toBe(before?.text);
        }
        expect({ ...twice.graph.view, facts: 0 }).toEqual({ ...once.graph.view, facts: 0 });
      }),
      { numRuns: 80 },
    );
  });

  it('brings every name back through every format', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (file) => {
        const run = exported(file);
        for (const [name, { text }] of run.written) {
          if (FORMATS.get(name)?.input === 'set') continue;
          const labels = await READ_BACK[name]?.labels(text, base);
          for (const entity of run.knowledge.entities.values()) {
            expect(labels?.get(entity.id), name).toBe(READ_BACK[name]?.asWritten(entity.name));
          }
          expect(labels?.size).toBe(run.knowledge.entities.size);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has as triples of its relations exactly its plain facts', () => {
    fc.assert(
      fc.property(files, (file) => {
        const { knowledge, written } = exportAll(asJson(file), { ontology }, ['nquads']);
        const relations = new Map(
          [...ontology.relations.values()].map((relation) => [relation.iri, relation]),
        );
        const quads = quadsOf(written.get('nquads')?.text ?? '', 'nquads');
        const found = quads
          .filter(({ predicate }) => relations.has(predicate.value))
          .map(({ subject, predicate, object }) => {
            const language = object.termType === 'Literal' ? object.language : '';
            return [subject.value, predicate.value, object.value, language].join(' | ');
          });
        const expected = knowledge.facts
          .filter((fact) => fact.notPlain === undefined)
          .flatMap((fact) => tripleOf(ontology, fact));
        expect([...new Set(found)].sort()).toEqual([...new Set(expected)].sort());
        expect(found.length).toBe(new Set(found).size);
      }),
      { numRuns: 120 },
    );
  });

  it('is verified: every export is read back equal', async () => {
    await fc.assert(
      fc.asyncProperty(
        files,
        fc.constantFrom('https://example.org/id/', 'https://example.org/id#', 'urn:x:y/'),
        async (file, at) => {
          const dataset = { ...SETTINGS.dataset, base: at };
          const run = exportAll(asJson(file), { ontology, settings: { ...SETTINGS, dataset } });
          const { problems, verified } = await verify(run);
          expect(problems.diagnostics).toEqual([]);
          expect(new Set(verified.map((one) => one.reader)).size).toBeGreaterThanOrEqual(4);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('accounts for every fact in every format, whatever the view shows', () => {
    const include = fc.subarray([
      'planned',
      'expected',
      'alleged',
      'attributed',
      'negated',
      'possible',
    ] as const);
    const parallel = fc.constantFrom('aggregate' as const, 'keep' as const);
    fc.assert(
      fc.property(files, fc.nat({ max: 3 }), include, parallel, (file, bad, shown, edges) => {
        const wrong = Array.from({ length: bad }, (__, i) => ({
          ...file.facts[0],
          relation: `no-such-${i}`,
        }));
        const view = { ...SETTINGS.view, include: shown, parallel: edges };
        const settings = { ...SETTINGS, view };
        const run = exportAll(
          { 'facts.json': { ...file, facts: [...file.facts, ...wrong] } },
          { ontology, settings },
        );
        for (const { facts } of run.written.values()) {
          if (!facts) continue;
          const outside = Object.values(facts.outside).reduce((sum, count) => sum + count, 0);
          expect(facts.read).toBe(file.facts.length + bad);
          expect(facts.refused).toBe(bad);
          expect(facts.written + facts.refused + outside).toBe(facts.read);
        }
        const view2 = run.graph.view;
        const weights = [...view2.edges.weight].reduce((sum, weight) => sum + weight, 0);
        const inView = run.knowledge.facts.filter(
          ({ object, reasons }) =>
            object.kind === 'entity' && reasons.every((reason) => shown.some((one) => one === reason)),
        );
        expect(weights).toBe(inView.length);
      }),
      { numRuns: 80 },
    );
  });
});

/** A plain fact as its triples: both ways where the relation is symmetric. */
function tripleOf(ontology: Ontology, { subject, relation, object }: KnownFact): string[] {
  const found = ontology.relations.get(relation);
  const triple = (s: string, o: string, language = '') => [base + s, found?.iri, o, language].join(' | ');
  if (object.kind === 'entity') {
    const symmetric = found?.kind === 'link' && found.symmetric;
    return [triple(subject, base + object.id), ...(symmetric ? [triple(object.id, base + subject)] : [])];
  }
  if (object.kind !== 'literal') return [];
  const { text, language, list, datatype } = object.literal;
  const iri = datatype === 'concept' ? ontology.lists.get(list ?? '')?.concepts.get(text)?.iri : undefined;
  return [triple(subject, iri ?? text, language?.toLowerCase())];
}

/** One format of each kind, where the others would only take time. */
const FEW = ['nquads', 'graphml', 'json'];

describe('hostile input', () => {
  interface Parts {
    readonly label?: string;
    readonly quote?: string;
    readonly id?: string;
    readonly tag?: string;
    readonly iri?: string;
    readonly name?: string;
    readonly sign?: string;
  }
  const project = (parts: Parts, formats?: readonly string[]) => {
    const { label = 'A', quote = 'q', id = 'a', tag = 'en', iri = 'urn:x', name = 'N', sign = 'S' } = parts;
    const head = { source: 's', quote, subject: id };
    const file = JSON.stringify({
      sources: { s: { type: 'T', title: label } },
      entities: [],
      facts: [
        { ...head, relation: 'name', object: name, language: tag },
        { ...head, relation: 'register', object: iri },
        { ...head, relation: 'callSign', object: sign },
      ],
    }).replace(
      '"entities":[]',
      `"entities":{${JSON.stringify(id)}:{"class":"Ship","label":${JSON.stringify(label)}}}`,
    );
    return exportAll({ 'facts.json': file }, {}, formats);
  };
  const objectsOf = (run: Exported, iri: string) =>
    quadsOf(run.written.get('nquads')?.text ?? '', 'nquads')
      .filter(({ predicate }) => predicate.value === iri)
      .map(({ object }) => object);

  const PAYLOADS = [
    '__proto__',
    'x> . <urn:s> <urn:p> <urn:o',
    '" . <urn:s> <urn:p> "',
    '"/><node id="evil"/>',
    ']]><evil/>',
    '"}],"edges":[{"key":"evil"',
    '\\u0022',
    '\ufeff',
    '\u0000',
    '\ud800',
    'a\ufffeb',
    '\r\n',
    '</script>',
    'javascript:alert(1)',
  ];
  const hostile = fc.oneof(
    rawText,
    fc.constantFrom(...PAYLOADS),
    fc.tuple(rawText, fc.constantFrom(...PAYLOADS)).map(([a, b]) => a + b),
  );

  it('text is refused with a place, or comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const run = project({ label: text, quote: text, name: text, sign: text });
        if (run.problems.errors > 0) {
          for (const { code, place } of run.problems.diagnostics) {
            if (code !== 'refused-term') expect(place, code).toBeDefined();
          }
          expect(
            codesOf(run).every((code) =>
              [
                'control-character',
                'lone-surrogate',
                'invalid-literal',
                'missing-evidence',
                'refused-term',
                'wrong-shape',
              ].includes(code),
            ),
          ).toBe(true);
        } else {
          for (const [format, { text: written }] of run.written) {
            if (FORMATS.get(format)?.input === 'set') continue;
            const labels = await READ_BACK[format]?.labels(written, base);
            expect([...(labels ?? [])], format).toEqual([['a', READ_BACK[format]?.asWritten(text)]]);
          }
          expect(objectsOf(run, 'https://w3id.org/factweave/ns#quote').map(({ value }) => value)).toEqual([
            text,
          ]);
          const { problems } = await verify(run);
          expect(problems.diagnostics).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('an id is refused with a place, or names the same entity in every format', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(hostile, fc.string({ unit: fc.constantFrom(...'aZ0._-:#/ é'), maxLength: 6 })),
        async (id) => {
          const run = project({ id });
          if (run.problems.errors > 0) {
            expect(run.knowledge.entities.size).toBe(0);
            for (const { place } of run.problems.diagnostics) expect(place).toBeDefined();
            return;
          }
          for (const [format, { text }] of run.written) {
            if (FORMATS.get(format)?.input === 'set') continue;
            expect([...((await READ_BACK[format]?.labels(text, base))?.keys() ?? [])], format).toEqual([id]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('an IRI is refused with a place, or stands in the triples as it was', () => {
    const iri = fc.oneof(
      hostile,
      fc
        .tuple(
          fc.constantFrom(
            'https://e.org/',
            'urn:a:',
            'http://',
            'https://e.org/?',
            'https://[',
            'https://e.org/#',
            'x',
          ),
          rawText,
        )
        .map(([a, b]) => a + b),
    );
    fc.assert(
      fc.property(iri, (text) => {
        const run = project({ iri: text }, FEW);
        if (run.problems.errors > 0) {
          expect(run.knowledge.facts.map((fact) => fact.relation)).not.toContain('register');
          for (const { place } of run.problems.diagnostics) expect(place).toBeDefined();
          return;
        }
        const [object, ...more] = objectsOf(run, 'https://example.org/ships#register');
        expect(more).toEqual([]);
        expect([object?.termType, object?.value]).toEqual(['NamedNode', text]);
      }),
      { numRuns: 800 },
    );
  });

  it('a language tag is refused with a place, or stands on the literal', () => {
    const tag = fc.oneof(hostile, fc.string({ unit: fc.constantFrom(...'aenUS019-_x'), maxLength: 12 }));
    fc.assert(
      fc.property(tag, (text) => {
        const run = project({ tag: text }, FEW);
        expect(run.problems.errors === 0).toBe(checkLanguageTag(text));
        if (run.problems.errors > 0) return;
        const [object] = objectsOf(run, 'https://example.org/ships#called');
        expect(object?.termType === 'Literal' && object.language).toBe(text.toLowerCase());
      }),
      { numRuns: 600 },
    );
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'the key %s anywhere is refused',
    (key) => {
      const withKey = (path: string) => {
        const file = JSON.stringify({
          sources: { s: { type: 'T', at: 0 } },
          entities: { a: { class: 'Ship', at: 1 } },
          facts: [
            {
              source: 's',
              row: '1',
              subject: 'a',
              relation: 'name',
              object: 'N',
              at: 2,
              qualifiers: { at: 3 },
            },
          ],
          at: 4,
        });
        const text = file.replace(`"at":${path}`, `"${key}":"x"`).replace(/,?"at":\d/g, '');
        return codesOf(exportAll({ 'facts.json': text }));
      };
      for (const at of ['0', '1', '2', '4']) expect(withKey(at)).toEqual(['unknown-key']);
      expect(withKey('3')).toEqual(['unknown-qualifier']);
    },
  );
});

type Mutable = { -readonly [K in keyof FileForm]: FileForm[K] } & Record<string, unknown>;

interface Mutation {
  readonly name: string;
  /** The one code that comes of it. */
  readonly code: string;
  /** Gives the text of the file with one thing wrong, or undefined where it does not apply. */
  readonly mutate: (file: Mutable, at: number) => string | object | undefined;
}

/** Changes one fact that passes a test. */
function onFact(change: (fact: FactForm, file: Mutable) => object | undefined): Mutation['mutate'] {
  return (file, at) => {
    const candidates = file.facts.flatMap((fact, i) => {
      const changed = change(fact, file);
      return changed ? [{ i, changed }] : [];
    });
    const chosen = candidates[at % Math.max(1, candidates.length)];
    if (!chosen) return undefined;
    return { ...file, facts: file.facts.map((fact, i) => (i === chosen.i ? chosen.changed : fact)) };
  };
}

const relationOf = (fact: FactForm) => SHIPS.relations.get(fact.relation);
const ofType = (datatype: string, object: string) =>
  onFact((fact) => {
    const relation = relationOf(fact);
    return relation?.kind === 'property' && relation.datatype === datatype && fact.object !== undefined
      ? { ...fact, object }
      : undefined;
  });
const onLink = (object: string) =>
  onFact((fact) =>
    relationOf(fact)?.kind === 'link' && fact.object !== undefined ? { ...fact, object } : undefined,
  );
const onEntity =
  (change: (spec: FileForm['entities'][string]) => unknown): Mutation['mutate'] =>
  (file) => {
    // An entity that no fact needs otherwise: what hangs on it is not reported beside it.
    return { ...file, entities: { ...file.entities, 'one-more': change({ class: 'Ship' }) } };
  };
const onSource =
  (fields: object): Mutation['mutate'] =>
  (file) => ({ ...file, sources: { ...file.sources, 'one-more': fields } });
const always = (change: (fact: FactForm) => object) => onFact(change);

const MUTATIONS: readonly Mutation[] = [
  { name: 'an unknown key of the file', code: 'unknown-key', mutate: (file) => ({ ...file, fatcs: [] }) },
  {
    name: 'an unknown key of a fact',
    code: 'unknown-key',
    mutate: always((fact) => ({ ...fact, objct: 'x' })),
  },
  {
    name: 'an unknown key of an entity',
    code: 'unknown-key',
    mutate: onEntity((spec) => ({ ...spec, lable: 'x' })),
  },
  { name: 'an unknown key of a source', code: 'unknown-key', mutate: onSource({ type: 'T', titel: 'x' }) },
  { name: 'no subject', code: 'missing-key', mutate: always(({ subject: _, ...fact }) => fact) },
  { name: 'no relation', code: 'missing-key', mutate: always(({ relation: _, ...fact }) => fact) },
  { name: 'no class', code: 'missing-key', mutate: onEntity(() => ({ label: 'x' })) },
  { name: 'no type', code: 'missing-key', mutate: onSource({ title: 'x' }) },
  {
    name: 'an unknown relation',
    code: 'unknown-relation',
    mutate: always((fact) => ({ ...fact, relation: 'nmae' })),
  },
  {
    name: 'an unknown subject',
    code: 'unknown-entity',
    mutate: always((fact) => ({ ...fact, subject: 'nobody' })),
  },
  { name: 'an unknown object', code: 'unknown-entity', mutate: onLink('nobody') },
  {
    name: 'itself as object',
    code: 'self-reference',
    mutate: onFact((fact) =>
      ['escorts', 'sisterShip'].includes(fact.relation) && fact.object !== undefined
        ? { ...fact, object: fact.subject }
        : undefined,
    ),
  },
  {
    name: 'an unknown speaker',
    code: 'unknown-entity',
    mutate: always((fact) => ({ ...fact, saidBy: 'nobody' })),
  },
  {
    name: 'an unknown source',
    code: 'unknown-source',
    mutate: always((fact) => ({ ...fact, source: 'nowhere' })),
  },
  { name: 'no source', code: 'missing-source', mutate: always(({ source: _, ...fact }) => fact) },
  {
    name: 'no evidence',
    code: 'missing-evidence',
    mutate: always(({ quote: _a, row: _b, withoutPlace: _c, ...fact }) => fact),
  },
  {
    name: 'no object',
    code: 'missing-object',
    mutate: always(({ object: _a, unknown: _b, none: _c, ...fact }) => fact),
  },
  {
    name: 'an object that is unknown',
    code: 'wrong-shape',
    mutate: onFact((fact) => (fact.object === undefined ? undefined : { ...fact, unknown: true })),
  },
  {
    name: 'a text where a list is wanted',
    code: 'wrong-shape',
    mutate: (file) => ({ ...file, judgements: 'none' }),
  },
  {
    name: 'a list where a text is wanted',
    code: 'wrong-shape',
    mutate: always((fact) => ({ ...fact, note: ['x'] })),
  },
  {
    name: 'an unknown class',
    code: 'unknown-class',
    mutate: onEntity((spec) => ({ ...spec, class: 'Shp' })),
  },
  {
    name: 'a bad id',
    code: 'bad-id',
    mutate: (file) => ({ ...file, entities: { ...file.entities, 'a b': 'Ship' } }),
  },
  {
    name: 'a subject of another class',
    code: 'wrong-subject-class',
    mutate: onFact((fact, file) =>
      file.entities[fact.subject]?.class === 'Port'
        ? {
            ...fact,
            relation: 'crew',
            object: '7',
            unknown: undefined,
            none: undefined,
            qualifiers: undefined,
          }
        : undefined,
    ),
  },
  {
    name: 'an object of another class',
    code: 'wrong-object-class',
    mutate: onFact((fact, file) => {
      const relation = relationOf(fact);
      if (relation?.kind !== 'link' || fact.object === undefined) return undefined;
      const other = Object.keys(file.entities).find(
        (id) =>
          id !== fact.subject && !isOneOf(SHIPS, file.entities[id]?.class ?? '', relation.objectClasses),
      );
      return other === undefined ? undefined : { ...fact, object: other };
    }),
  },
  { name: 'an impossible date', code: 'invalid-date', mutate: ofType('date', '2021-02-30') },
  { name: 'a decimal with a comma', code: 'invalid-literal', mutate: ofType('decimal', '1,5') },
  { name: 'an integer with a point', code: 'invalid-literal', mutate: ofType('integer', '1.0') },
  { name: 'a boolean in words', code: 'invalid-literal', mutate: ofType('boolean', 'yes') },
  { name: 'an IRI with a blank', code: 'invalid-iri', mutate: ofType('iri', 'https://e.org/a b') },
  { name: 'a concept that is not in its list', code: 'unknown-value', mutate: ofType('concept', 'atlantis') },
  { name: 'an empty text', code: 'invalid-literal', mutate: ofType('string', ' ') },
  {
    name: 'a language tag with an underscore',
    code: 'invalid-language-tag',
    mutate: onFact((fact) =>
      fact.relation === 'name' && fact.object !== undefined ? { ...fact, language: 'en_US' } : undefined,
    ),
  },
  {
    name: 'an unknown status',
    code: 'unknown-value',
    mutate: always((fact) => ({ ...fact, status: 'sure' })),
  },
  {
    name: 'an unknown certainty',
    code: 'unknown-value',
    mutate: always((fact) => ({ ...fact, certainty: 'sure' })),
  },
  {
    name: 'negated in words',
    code: 'invalid-literal',
    mutate: always((fact) => ({ ...fact, negated: 'no' })),
  },
  {
    name: 'a score above 1',
    code: 'invalid-literal',
    mutate: always((fact) => ({ ...fact, confidence: '1.01' })),
  },
  {
    name: 'an unknown qualifier',
    code: 'unknown-qualifier',
    mutate: always((fact) => ({ ...fact, qualifiers: { saeson: 'x' } })),
  },
  {
    name: 'a qualifier that is no date',
    code: 'invalid-date',
    mutate: always((fact) => ({ ...fact, qualifiers: { asOf: 'soon' } })),
  },
  {
    name: 'an end before the start',
    code: 'dates-reversed',
    mutate: always((fact) => ({ ...fact, qualifiers: { startDate: '1920', endDate: '1912' } })),
  },
  {
    name: 'a copy of an unknown source',
    code: 'unknown-source',
    mutate: onSource({ type: 'T', copyOf: 'nowhere' }),
  },
  { name: 'a short hash', code: 'invalid-literal', mutate: onSource({ type: 'T', sha256: 'abc' }) },
  {
    name: 'a judgement on no fact',
    code: 'unknown-fact',
    mutate: (file) => ({ ...file, judgements: [{ reject: `f-${'0'.repeat(32)}`, by: 'A', why: 'w' }] }),
  },
  { name: 'null', code: 'null-value', mutate: always((fact) => ({ ...fact, note: null })) },
  {
    name: 'a control character',
    code: 'control-character',
    mutate: always((fact) => ({ ...fact, note: 'a\u0007' })),
  },
  {
    name: 'half a character',
    code: 'lone-surrogate',
    mutate: always((fact) => ({ ...fact, note: 'a\ud800' })),
  },
  {
    name: 'a key twice',
    code: 'duplicate-key',
    mutate: (file) => JSON.stringify(file).replace('{', '{"language":"en","language":"en",'),
  },
  {
    name: 'a comma too many',
    code: 'json-syntax',
    mutate: (file) => JSON.stringify(file).replace(/\}$/, ',}'),
  },
];

describe('one thing wrong in a right file', () => {
  const files = fileOver(SHIPS);
  it.each(MUTATIONS.map((one) => [one.name, one] as const))(
    '%s gives exactly its code, and a place',
    (_, { code, mutate }) => {
      let applied = 0;
      fc.assert(
        fc.property(files, fc.nat({ max: 20 }), (file, at) => {
          const mutated = applied < 5 ? mutate({ ...file }, at) : undefined;
          if (mutated === undefined) return;
          applied++;
          const { problems } = exportAll({ 'facts.json': mutated }, {}, []);
          const errors = problems.diagnostics.filter(({ severity }) => severity === 'error');
          expect(errors.map((one) => one.code)).toEqual([code]);
          expect(errors[0]?.place?.file).toBe('facts.json');
        }),
        { numRuns: 200 },
      );
      expect(applied).toBeGreaterThan(0);
    },
  );

  it('has at least 25 mutations', () => expect(MUTATIONS.length).toBeGreaterThanOrEqual(25));
});

describe('the arbitrary of legal text', () => {
  it('makes text of all planes, and nothing that a format refuses', () => {
    const samples = fc.sample(legalText, 2000);
    expect(samples.some((text) => /[\u{10000}-\u{10ffff}]/u.test(text))).toBe(true);
    expect(samples.some((text) => /[\r\n]/.test(text))).toBe(true);
    expect(samples.some((text) => /\p{Surrogate}/u.test(text))).toBe(false);
  });
});
