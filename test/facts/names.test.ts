/** Names that JavaScript gives a meaning are names like any other: refused or kept, never altered or lost. */
import { describe, expect, it } from 'vitest';
import { HEAD, know, objectOf, place, says } from '../harbour.ts';
import { errorsOf } from '../marked.ts';

const AWKWARD = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length', 'then'];
const file = (entities: string, facts: string) => ({
  'facts.yaml': HEAD.replace('facts:\n', `${entities}facts:\n`) + facts,
});

describe('ids', () => {
  it.each(AWKWARD)('%s is an entity', (id) => {
    const { knowledge, problems, graph } = place(
      file(
        `  ${id}: Ship\n`,
        `  - ${says(`${id}: { name: N, homePort: malmo }, aurora: { escorts: ${id} }`)}\n`,
      ),
    );
    expect(problems.errors).toBe(0);
    expect(knowledge.facts.map((fact) => `${fact.subject} ${fact.relation} ${objectOf(fact)}`)).toEqual(
      [`aurora escorts ${id}`, `${id} homePort malmo`, `${id} name N`].sort(),
    );
    expect(graph.view.nodes.id).toContain(id);
  });

  it.each(AWKWARD)('%s is a source', (id) => {
    const files = {
      'facts.yaml': `source: ${id}\nsources:\n  ${id}: { type: T }\nentities:\n  a: { class: Ship, label: A }\nfacts:\n  - ${says('a: { callSign: X }')}\n`,
    };
    const { knowledge, problems } = know(files);
    expect(problems.errors).toBe(0);
    expect([...knowledge.sources.keys()]).toEqual([id]);
    expect(knowledge.evidence[0]?.source).toBe(id);
  });

  it('an id that begins with an underscore is none', () => {
    const { problems } = know(file('  __proto__: Ship\n', '  []\n'));
    expect(errorsOf(problems)).toEqual([`bad-id ${HEAD.split('\n').length - 1}:3`]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('%s is unknown where nothing defines it', (name) => {
    const codes = (facts: string) =>
      errorsOf(know(file('', facts)).problems).map((line) => line.split(' ')[0]);
    expect(codes(`  - ${says(`${name}: { name: N }`)}\n`)).toEqual(['unknown-entity']);
    expect(codes(`  - ${says(`aurora: { escorts: ${name} }`)}\n`)).toEqual(['unknown-entity']);
    expect(codes(`  - ${says('aurora: { callSign: X }', `quote: q, source: ${name}`)}\n`)).toEqual([
      'unknown-source',
    ]);
    expect(codes(`  - ${says('aurora: { callSign: X }', `quote: q, certainty: ${name}`)}\n`)).toEqual([
      'unknown-value',
    ]);
    expect(codes(`  - ${says('aurora: { callSign: X }', `quote: q, status: ${name}`)}\n`)).toEqual([
      'unknown-value',
    ]);
    expect(codes(`  - ${says(`aurora: { flagState: ${name} }`)}\n`)).toEqual(['unknown-value']);
    expect(errorsOf(know({ 'facts.yaml': `entities:\n  a: ${name}\n` }).problems)).toEqual([
      'unknown-class 2:6',
    ]);
  });
});

describe('relations and qualifiers', () => {
  it('that the ontology calls constructor and toString work as any other', () => {
    const { knowledge, problems, graph } = place(
      file('', `  - ${says('aurora: { constructor: Bob, homePort: { object: malmo, toString: Ann } }')}\n`),
    );
    expect(problems.errors).toBe(0);
    expect(
      knowledge.facts.map((fact) => [fact.relation, objectOf(fact), [...fact.qualifiers.keys()]]),
    ).toEqual([
      ['constructor', 'Bob', []],
      ['homePort', 'malmo', ['toString']],
    ]);
    expect(graph.view.nodes.attributes.find(({ name }) => name === 'constructor')?.values).toContainEqual([
      'Bob',
    ]);
    expect(graph.view.edges.attributes.find(({ name }) => name === 'toString')?.values).toEqual(['Ann']);
  });

  it.each(['__proto__', 'valueOf', 'hasOwnProperty'])(
    '%s is unknown as relation and as qualifier',
    (name) => {
      const codes = (said: string) =>
        errorsOf(know(file('', `  - ${says(said)}\n`)).problems).map((line) => line.split(' ')[0]);
      expect(codes(`aurora: { ${name}: x }`)).toEqual(['unknown-relation']);
      expect(codes(`aurora: { homePort: { object: malmo, ${name}: x } }`)).toEqual(['unknown-qualifier']);
    },
  );

  it.each(['__proto__', 'constructor', 'toString'])(
    '%s is an unknown key of a file, a block and a flat fact',
    (key) => {
      const codes = (text: string) =>
        errorsOf(know({ 'facts.yaml': text }).problems).map((line) => line.split(' ')[0]);
      expect(codes(`${HEAD}  []\n${key}: x\n`)).toContain('unknown-key');
      expect(codes(`${HEAD}  - { quote: q, ${key}: x, says: { aurora: { callSign: X } } }\n`)).toEqual([
        'unknown-key',
      ]);
      expect(
        codes(`${HEAD}  - { quote: q, ${key}: x, subject: aurora, relation: callSign, object: X }\n`),
      ).toEqual(['unknown-key']);
    },
  );

  it('the same in JSON lines', () => {
    const { problems } = know({
      'facts.jsonl':
        '{"entity":"a","class":"Ship","__proto__":"x"}\n{"source":"s","type":"T","__proto__":{"a":"b"}}\n{"entity":"b","class":"Ship"}\n{"subject":"b","relation":"name","object":"B","source":"s","row":"1","__proto__":"x"}\n',
    });
    expect(errorsOf(problems).map((line) => line.split(':')[0])).toEqual([
      'unknown-key 1',
      'unknown-key 2',
      'unknown-key 4',
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('%s survives as a value', (text) => {
    const { knowledge } = know(
      file(
        '',
        `  - ${says(`aurora: { name: ${text}, homePort: { object: malmo, berth: ${text} } }`, `quote: ${text}, note: ${text}`)}\n`,
      ),
    );
    const [port, name] = knowledge.facts;
    expect(name && objectOf(name)).toBe(text);
    expect(port?.qualifiers.get('berth')?.map((value) => value.text)).toEqual([text]);
    expect(name?.evidence[0]).toMatchObject({ quote: text, note: text });
  });
});
