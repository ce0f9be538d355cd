/** The fact file form as a JSON Schema (draft 7, which editors of YAML support best), made from an ontology. */
import { DATATYPES } from './datatypes.ts';
import { EVIDENCE_KEYS, JUDGEMENT_KEYS, OBJECT_KEYS, SOURCE_KEYS, STATUS_KEYS } from './factKeys.ts';
import { FW } from './namespaces.ts';
import type { DatatypeName, Ontology, Qualifier, Relation, ValueType } from './ontology.ts';

/** A JSON Schema, or a part of one. */
export interface JsonSchema {
  readonly [key: string]: JsonSchema | readonly (JsonSchema | string | boolean)[] | string | number | boolean;
}

const SCALAR: JsonSchema = { type: ['string', 'number', 'boolean'] };
const TRUE: JsonSchema = { enum: [true, 'true'] };
/** Ids may look like numbers, which YAML then reads as such. */
const ID: JsonSchema = {
  anyOf: [{ type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$', maxLength: 200 }, { type: 'integer' }],
};

/** A pattern binds only what is a string; of numbers YAML has made sure already. */
const VALUES: Readonly<Record<Exclude<DatatypeName, 'concept'>, JsonSchema>> = {
  string: SCALAR,
  token: { ...SCALAR, ...patternOf('token') },
  date: { type: ['string', 'integer'], ...patternOf('date') },
  decimal: { type: ['string', 'number'], ...patternOf('decimal') },
  integer: { type: ['string', 'integer'], ...patternOf('integer') },
  boolean: { enum: [true, false, 'true', 'false'] },
  iri: { type: 'string', ...patternOf('iri') },
};

function patternOf(datatype: DatatypeName): JsonSchema {
  const pattern = DATATYPES[datatype].jsonSchemaPattern;
  return pattern === undefined ? {} : { pattern };
}

/** The JSON Schema of fact files that follow the ontology, for completion and checks in an editor. */
export function toFactsSchema(ontology: Ontology): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${FW.slice(0, -'ns#'.length)}schema/facts.json`,
    title: 'Facts with evidence',
    type: 'object',
    additionalProperties: false,
    properties: {
      source: described(ID, 'The source of all facts of this file that name no other.'),
      language: described(SCALAR, 'The BCP 47 language tag of text without one of its own.'),
      sources: described(mapOf(ref('source')), 'What the facts were read in, by id.'),
      entities: described(mapOf(ref('entity')), 'What the facts are about, by id.'),
      facts: {
        description: 'Blocks of evidence with the facts that it states, and single facts, in any order.',
        type: 'array',
        items: { anyOf: [ref('block'), ref('fact')] },
      },
      judgements: described({ type: 'array', items: ref('judgement') }, 'What editors decided.'),
    },
    definitions: toDefinitions(ontology),
  };
}

function toDefinitions(ontology: Ontology): JsonSchema {
  const definitions: Record<string, JsonSchema> = {
    id: ID,
    source: toSource(),
    class: named([...ontology.classes.values()]),
    entity: toEntity(),
    block: toBlock(ontology),
    fact: toFact(ontology),
    judgement: toJudgement(),
    ...toKeys(),
  };
  for (const list of ontology.lists.values()) {
    definitions[`list-${list.name}`] = named([...list.concepts.values()]);
  }
  for (const qualifier of ontology.qualifiers.values()) {
    definitions[`qualifier-${qualifier.name}`] = toQualifier(qualifier);
  }
  for (const relation of ontology.relations.values()) {
    definitions[`object-${relation.name}`] = relation.kind === 'link' ? ref('id') : toValue(relation);
    definitions[`said-${relation.name}`] = toSaid(ontology, relation);
  }
  return definitions;
}

function toSource(): JsonSchema {
  const properties = {
    ...each(SOURCE_KEYS, SCALAR),
    ...each(pick(SOURCE_KEYS, ['copyOf', 'corrects', 'retracts']), ref('id')),
    sha256: described({ type: 'string', pattern: '^[0-9a-f]{64}$' }, SOURCE_KEYS.sha256),
  };
  return { type: 'object', additionalProperties: false, required: ['type'], properties };
}

function toEntity(): JsonSchema {
  const label = described(
    SCALAR,
    'A display name given by the editor; a name that a source states is a fact.',
  );
  const formerIds = described(
    oneOrMany(ref('id')),
    'Ids that the entity had before, so that what they led to is found.',
  );
  const properties = { class: ref('class'), label, formerIds };
  return {
    anyOf: [ref('class'), { type: 'object', additionalProperties: false, required: ['class'], properties }],
  };
}

function toBlock(ontology: Ontology): JsonSchema {
  const relations = [...ontology.relations.values()].map((relation): [string, JsonSchema] => [
    relation.name,
    withDefinition(relation, oneOrMany(ref(`said-${relation.name}`))),
  ]);
  const facts: JsonSchema = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(relations),
  };
  return {
    type: 'object',
    additionalProperties: false,
    required: ['says'],
    properties: {
      ...keyProperties(),
      says: described(mapOf(facts), 'What the evidence states: subject, then relation, then object.'),
    },
  };
}

/** An object inside `says`: the bare value, or a map with qualifiers and whatever else differs from the block. */
function toSaid(ontology: Ontology, relation: Relation): JsonSchema {
  const long: JsonSchema = {
    type: 'object',
    additionalProperties: false,
    ...ONE_OBJECT,
    properties: {
      ...objectProperties(ref(`object-${relation.name}`)),
      ...(hasText(ontology, relation) ? languageProperty() : {}),
      ...qualifierProperties(ontology, relation),
      ...keyProperties(),
    },
  };
  return { anyOf: [ref(`object-${relation.name}`), long] };
}

/** Whether the relation or one of its qualifiers has text, which has a language. */
function hasText(ontology: Ontology, relation: Relation): boolean {
  const qualifiers = [...relation.qualifiers.keys()].map((name) => ontology.qualifiers.get(name)?.datatype);
  return (relation.kind === 'property' && relation.datatype === 'string') || qualifiers.includes('string');
}

function toFact(ontology: Ontology): JsonSchema {
  const relations = [...ontology.relations.values()];
  return {
    type: 'object',
    additionalProperties: false,
    required: ['subject', 'relation'],
    ...ONE_OBJECT,
    properties: {
      subject: described(ref('id'), 'The id of the entity that the fact is about.'),
      relation: named(relations),
      ...objectProperties(SCALAR),
      ...languageProperty(),
      qualifiers: described(
        { type: 'object' },
        'What narrows down the fact, by the names of the qualifiers.',
      ),
      ...keyProperties(),
    },
    allOf: relations.map((relation) => ({
      if: { properties: { relation: { const: relation.name } }, required: ['relation'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        properties: {
          object: ref(`object-${relation.name}`),
          qualifiers: { additionalProperties: false, properties: qualifierProperties(ontology, relation) },
        },
      },
    })),
  };
}

function toJudgement(): JsonSchema {
  const properties = {
    ...each(JUDGEMENT_KEYS, SCALAR),
    reject: described({ type: 'string', pattern: '^f-[0-9a-f]{32}$' }, JUDGEMENT_KEYS.reject),
    distinct: described({ type: 'array', minItems: 2, items: ref('id') }, JUDGEMENT_KEYS.distinct),
  };
  return {
    type: 'object',
    additionalProperties: false,
    required: ['by', 'why'],
    oneOf: [{ required: ['reject'] }, { required: ['distinct'] }],
    properties,
  };
}

/** Exactly one of the three ways to give an object. */
const ONE_OBJECT: JsonSchema = {
  oneOf: [{ required: ['object'] }, { required: ['unknown'] }, { required: ['none'] }],
};

function objectProperties(object: JsonSchema): Record<string, JsonSchema> {
  return {
    object: described(object, OBJECT_KEYS.object),
    unknown: described(TRUE, OBJECT_KEYS.unknown),
    none: described(TRUE, OBJECT_KEYS.none),
  };
}

function languageProperty(): Record<string, JsonSchema> {
  return { language: described(SCALAR, OBJECT_KEYS.language) };
}

/** The keys that stand in blocks, facts and objects alike. */
function toKeys(): Record<string, JsonSchema> {
  const keys = {
    ...each(EVIDENCE_KEYS, SCALAR),
    ...each(pick(EVIDENCE_KEYS, ['source', 'saidBy']), ref('id')),
    occurrence: described(VALUES.integer, EVIDENCE_KEYS.occurrence),
    certainty: described(ref('list-certainty'), EVIDENCE_KEYS.certainty),
    confidence: described(VALUES.decimal, EVIDENCE_KEYS.confidence),
    status: described(ref('list-status'), STATUS_KEYS.status),
    negated: described(VALUES.boolean, STATUS_KEYS.negated),
  };
  return Object.fromEntries(Object.entries(keys).map(([key, schema]) => [`key-${key}`, schema]));
}

function keyProperties(): Record<string, JsonSchema> {
  const keys = [...Object.keys(STATUS_KEYS), ...Object.keys(EVIDENCE_KEYS)];
  return Object.fromEntries(keys.map((key) => [key, ref(`key-${key}`)]));
}

/** The qualifiers of a relation and the universal ones, in byte order. */
function qualifierProperties(ontology: Ontology, relation: Relation): Record<string, JsonSchema> {
  const all = [...ontology.qualifiers.values()];
  const allowed = all.filter((qualifier) => qualifier.universal || relation.qualifiers.has(qualifier.name));
  const entries = allowed.map((qualifier): [string, JsonSchema] => [
    qualifier.name,
    ref(`qualifier-${qualifier.name}`),
  ]);
  return Object.fromEntries(entries);
}

function toQualifier(qualifier: Qualifier): JsonSchema {
  return withDefinition(qualifier, oneOrMany(toValue(qualifier)));
}

function toValue({ datatype, list }: ValueType): JsonSchema {
  return datatype === 'concept' ? ref(`list-${list ?? ''}`) : VALUES[datatype];
}

/** An enumeration that shows the definition of each name. */
function named(terms: readonly { readonly name: string; readonly definition: string }[]): JsonSchema {
  return {
    type: 'string',
    enum: terms.map((term) => term.name),
    markdownEnumDescriptions: terms.map((term) => term.definition),
  };
}

function oneOrMany(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'array', minItems: 1, items: schema }] };
}

function mapOf(values: JsonSchema): JsonSchema {
  return { type: 'object', propertyNames: ref('id'), additionalProperties: values };
}

function ref(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` };
}

/** Beside `$ref` draft 7 ignores every other key, so a reference is wrapped. */
function described(schema: JsonSchema, description: string): JsonSchema {
  return '$ref' in schema ? { description, allOf: [schema] } : { description, ...schema };
}

/** The definition as plain text, and for editors that can with the label in bold. */
function withDefinition(
  { label, definition }: { readonly label: string; readonly definition: string },
  schema: JsonSchema,
): JsonSchema {
  return { ...described(schema, definition), markdownDescription: `**${label}**: ${definition}` };
}

function each<K extends string>(
  keys: Readonly<Record<K, string>>,
  schema: JsonSchema,
): Record<string, JsonSchema> {
  const entries = Object.entries<string>(keys);
  return Object.fromEntries(entries.map(([key, text]) => [key, described(schema, text)]));
}

function pick<T, K extends keyof T & string>(from: T, keys: readonly K[]): Record<K, T[K]> {
  // The keys are exactly those given, which fromEntries cannot say.
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Record<K, T[K]>;
}
