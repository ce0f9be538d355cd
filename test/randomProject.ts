/** Random small projects that are right: fact files as objects, over any ontology. */
import fc from 'fast-check';
import { isOneOf, type Ontology, type Relation, type ValueType } from '../src/ontology/ontology.ts';
import { wellFormedText } from './rawText.ts';

/** A fact in the flat form. */
export interface FactForm {
  readonly subject: string;
  readonly relation: string;
  readonly object?: string;
  readonly unknown?: boolean;
  readonly none?: boolean;
  readonly language?: string;
  readonly qualifiers?: Readonly<Record<string, readonly string[]>>;
  readonly status?: string;
  readonly negated?: boolean;
  readonly source: string;
  readonly quote?: string;
  readonly row?: string;
  readonly withoutPlace?: string;
  readonly certainty?: string;
  readonly saidBy?: string;
  readonly note?: string;
}

export interface EntityForm {
  readonly class: string;
  readonly label?: string;
  readonly formerIds?: string | readonly string[];
}

export interface FileForm {
  readonly sources: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly entities: Readonly<Record<string, EntityForm>>;
  readonly facts: readonly FactForm[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no fact file may hold
const REFUSED = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** Text that every format can hold: neither blank nor with a character that fact files or XML refuse. */
export const legalText = fc
  .oneof(
    wellFormedText,
    fc.constantFrom(
      'Aurora',
      'a;b',
      ']]>',
      '&amp;',
      '<b>',
      '"',
      "'",
      '\\',
      'a\nb',
      '\u{1f6a2}',
      '__proto__',
      '=1',
      'x\u2028y',
      '@prefix',
      '\u202eabc',
    ),
  )
  .map((text) => text.replace(REFUSED, ''))
  .filter((text) => text.trim() !== '');

const IDS = ['e0', 'constructor', '0', 'a.b-c_d', 'E0', 'e-0'];
const EARLY = ['1912', '1912-03', '1912-03-04', '1910~', '191X', '1911/1912', '1909?'];
const LATE = ['1920', '1921-05', '1921-05-06', '1920/1922', '1925%'];
const DATES = [...EARLY, ...LATE, '2021-22', '[1913,1914]', '2021/..'];
const TAGS = ['en', 'sv', 'pt-BR', 'zh-Hans-TW', 'x-own'];
const VALUES: Readonly<Record<string, readonly string[]>> = {
  date: DATES,
  decimal: ['0', '-1.50', '3.10', '12345678901234567890.5', '+7', '.5'],
  integer: ['0', '007', '-12', '9007199254740993', '2147483648'],
  boolean: ['true', 'false'],
  iri: [
    'https://example.org/',
    'urn:isbn:1',
    'https://example.org/ö?a=1#x',
    'mailto:a@example.org',
    'http://[::1]/',
  ],
};

const nat = fc.nat({ max: 1000 });
const drawnFact = fc.record({
  subject: nat,
  relation: nat,
  object: nat,
  text: legalText,
  qualifiers: fc.array(fc.record({ name: nat, value: nat, text: legalText }), { maxLength: 2 }),
  start: fc.option(nat, { freq: 4, nil: undefined }),
  end: fc.option(nat, { freq: 4, nil: undefined }),
  absent: fc.constantFrom('unknown', 'none', undefined, undefined, undefined, undefined, undefined),
  status: fc.constantFrom(
    undefined,
    undefined,
    undefined,
    'asserted',
    'attributed',
    'alleged',
    'planned',
    'expected',
  ),
  negated: fc.constantFrom(undefined, undefined, undefined, true, false),
  certainty: fc.constantFrom(undefined, undefined, undefined, 'certain', 'probable', 'possible'),
  language: fc.constantFrom(undefined, undefined, ...TAGS),
  place: fc.constantFrom('quote', 'row', 'withoutPlace'),
  words: legalText,
  note: fc.option(legalText, { freq: 3, nil: undefined }),
  saidBy: fc.option(nat, { freq: 3, nil: undefined }),
  source: nat,
});
type DrawnFact = typeof drawnFact extends fc.Arbitrary<infer T> ? T : never;

const drawnFile = fc.record({
  entities: fc.array(
    fc.record({
      class: nat,
      label: fc.option(legalText, { nil: undefined }),
      former: fc.constantFrom(undefined, undefined, 1, 2),
    }),
    { minLength: 1, maxLength: IDS.length },
  ),
  sources: fc.array(fc.record({ title: legalText, language: fc.constantFrom(undefined, ...TAGS) }), {
    minLength: 1,
    maxLength: 2,
  }),
  facts: fc.array(drawnFact, { minLength: 1, maxLength: 10 }),
});

/** Fact files that have no error against the ontology. */
export function fileOver(ontology: Ontology): fc.Arbitrary<FileForm> {
  const classes = [...ontology.classes.keys()];
  return drawnFile
    .map(({ entities, sources, facts }): FileForm => {
      const things = entities.map((one, i) => ({
        id: IDS[i] ?? 'x',
        class: pick(classes, one.class),
        label: one.label,
        former: one.former,
      }));
      const sourceIds = sources.map((_, i) => (i === 0 ? 's0' : 'toString'));
      return {
        sources: Object.fromEntries(
          sources.map(({ title, language }, i) => [
            sourceIds[i] ?? '',
            { type: 'T', title, ...(language && { language }) },
          ]),
        ),
        entities: Object.fromEntries(
          things.map(({ id, class: name, label, former }) => [
            id,
            {
              class: name,
              ...(label !== undefined && { label }),
              ...(former === 1 && { formerIds: `was.${id}` }),
              ...(former === 2 && { formerIds: [`${id}_old`, `0-${id}`] }),
            },
          ]),
        ),
        facts: facts.flatMap((fact) => resolve(ontology, { things, sourceIds }, fact) ?? []),
      };
    })
    .filter((file) => file.facts.length > 0);
}

interface Thing {
  readonly id: string;
  readonly class: string;
}

function pick<T>(items: readonly T[], at: number): T {
  const item = items[at % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function resolve(
  ontology: Ontology,
  { things, sourceIds }: { things: readonly Thing[]; sourceIds: readonly string[] },
  drawn: DrawnFact,
): FactForm | undefined {
  const subject = pick(things, drawn.subject);
  const fitting = [...ontology.relations.values()].filter((one) =>
    isOneOf(ontology, subject.class, one.subjectClasses),
  );
  if (fitting.length === 0) return undefined;
  const relation = pick(fitting, drawn.relation);
  const object = objectFor(ontology, { relation, subject, things }, drawn);
  const absent = object === undefined ? (drawn.absent ?? 'unknown') : undefined;
  const qualifiers = qualifiersFor(ontology, relation, drawn);
  return {
    subject: subject.id,
    relation: relation.name,
    ...(absent ? { [absent]: true } : { object: object ?? '' }),
    ...(drawn.language && takesLanguage(ontology, relation, qualifiers) && { language: drawn.language }),
    ...(Object.keys(qualifiers).length > 0 && { qualifiers }),
    ...(drawn.status && { status: drawn.status }),
    ...(drawn.negated !== undefined && { negated: drawn.negated }),
    ...(drawn.certainty && { certainty: drawn.certainty }),
    ...(drawn.note !== undefined && { note: drawn.note }),
    ...(drawn.saidBy !== undefined && { saidBy: pick(things, drawn.saidBy).id }),
    source: pick(sourceIds, drawn.source),
    [drawn.place]: drawn.words,
  };
}

/** A language is of the object or of a qualifier that is text. */
function takesLanguage(ontology: Ontology, relation: Relation, qualifiers: object): boolean {
  const types = Object.keys(qualifiers).map((name) => ontology.qualifiers.get(name)?.datatype);
  return [relation.kind === 'property' ? relation.datatype : undefined, ...types].includes('string');
}

function objectFor(
  ontology: Ontology,
  { relation, subject, things }: { relation: Relation; subject: Thing; things: readonly Thing[] },
  drawn: DrawnFact,
): string | undefined {
  if (drawn.absent) return undefined;
  if (relation.kind === 'property') return valueFor(ontology, relation, drawn.object, drawn.text);
  const allowed = things.filter(
    (one) => one.id !== subject.id && isOneOf(ontology, one.class, relation.objectClasses),
  );
  return allowed.length > 0 ? pick(allowed, drawn.object).id : undefined;
}

function valueFor(ontology: Ontology, type: ValueType, at: number, text: string): string | undefined {
  if (type.datatype === 'string') return text;
  if (type.datatype === 'token') return text.trim().replace(/[\t\n\r]/g, ' ');
  if (type.datatype !== 'concept') return pick(VALUES[type.datatype] ?? [], at);
  const concepts = [...(ontology.lists.get(type.list ?? '')?.concepts.keys() ?? [])];
  return concepts.length > 0 ? pick(concepts, at) : undefined;
}

function qualifiersFor(ontology: Ontology, relation: Relation, drawn: DrawnFact): Record<string, string[]> {
  const chosen: Record<string, string[]> = {};
  const names = [...relation.qualifiers.keys()].filter((name) => !['startDate', 'endDate'].includes(name));
  for (const { name, value, text } of names.length > 0 ? drawn.qualifiers : []) {
    const key = pick(names, name);
    const type = ontology.qualifiers.get(key);
    const found = type && valueFor(ontology, type, value, text);
    if (found !== undefined)
      Object.defineProperty(chosen, key, {
        value: [...(Object.hasOwn(chosen, key) ? (chosen[key] ?? []) : []), found],
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  if (drawn.start !== undefined) chosen.startDate = [pick(EARLY, drawn.start)];
  if (drawn.end !== undefined) chosen.endDate = [pick(LATE, drawn.end)];
  return chosen;
}
