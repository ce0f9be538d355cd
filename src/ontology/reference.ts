/** The reference page of an ontology, as Markdown. */
import { compareUtf8 } from '../core/order.ts';
import type {
  DatatypeName,
  Link,
  Ontology,
  OntologyClass,
  PathStep,
  Property,
  Relation,
  ValueType,
} from './ontology.ts';

const DATATYPE_WORDS: Readonly<Record<Exclude<DatatypeName, 'concept'>, string>> = {
  string: 'text',
  token: 'text without language',
  date: 'date (EDTF)',
  decimal: 'decimal number',
  integer: 'whole number',
  boolean: 'true or false',
  iri: 'IRI',
};

/** Markdown with a table for classes, links, properties, qualifiers and each value list; every term has an anchor. */
export function toReference(ontology: Ontology): string {
  const sections = [
    [
      '# Reference of the ontology',
      'Made from the Turtle files by `factweave ontology generate`; do not edit.',
    ],
    ['## Classes', classTable(ontology)],
    ['## Links', 'Relations from an entity to an entity.', linkTable(ontology)],
    ['## Properties', 'Relations from an entity to a value.', propertyTable(ontology)],
    [
      '## Qualifiers',
      'A discriminating qualifier (**bold** above) is part of what a fact is.',
      qualifierTable(ontology),
    ],
    ['## Value lists', ...listSections(ontology)],
  ];
  return `${sections.flat().join('\n\n')}\n`;
}

function classTable(ontology: Ontology): string {
  const rows = [...ontology.classes.values()].map((each) => [
    anchored('class', each.name),
    described(each) + (each.connector ? ' A flattened graph shows edges in its place.' : ''),
    links('class', each.parents),
    links('class', disjointOf(ontology, each)),
    code(each.colour),
    terms(each),
  ]);
  return table(
    ['class', 'definition', 'superclasses', 'disjoint with', 'colour', 'IRI, close matches'],
    rows,
  );
}

/** Only what the superclasses do not say already. */
function disjointOf(ontology: Ontology, each: OntologyClass): readonly string[] {
  const inherited = each.parents.flatMap((name) => ontology.classes.get(name)?.disjointWith ?? []);
  return each.disjointWith.filter((name) => !inherited.includes(name));
}

function linkTable(ontology: Ontology): string {
  const all = [...ontology.relations.values()].filter((each): each is Link => each.kind === 'link');
  const rows = all.map((each) => [
    anchored('relation', each.name),
    described(each),
    `${links('class', each.subjectClasses)} → ${links('class', each.objectClasses)}`,
    qualifiers(each),
    edge(each),
    notes(each, each.symmetric ? ['symmetric'] : [], each.showWith.map(showPath)),
    terms(each),
  ]);
  return table(
    ['link', 'definition', 'from → to', 'qualifiers', 'edge', 'notes', 'IRI, close matches'],
    rows,
  );
}

function propertyTable(ontology: Ontology): string {
  const all = [...ontology.relations.values()].filter((each): each is Property => each.kind === 'property');
  const rows = all.map((each) => [
    anchored('relation', each.name),
    described(each),
    links('class', each.subjectClasses),
    values(each),
    qualifiers(each),
    notes(each, each.isName ? ['display name'] : [], []),
    terms(each),
  ]);
  return table(['property', 'definition', 'of', 'values', 'qualifiers', 'notes', 'IRI, close matches'], rows);
}

function qualifierTable(ontology: Ontology): string {
  const rows = [...ontology.qualifiers.values()].map((each) => [
    anchored('qualifier', each.name),
    described(each),
    values(each),
    each.universal ? 'every relation' : links('relation', carriers(ontology, each.name)),
    terms({ ...each, closeMatch: [] }),
  ]);
  return table(['qualifier', 'definition', 'values', 'on', 'IRI'], rows);
}

function carriers(ontology: Ontology, qualifier: string): string[] {
  const all = [...ontology.relations.values()].filter((each) => each.qualifiers.has(qualifier));
  return all.map((each) => each.name).sort(compareUtf8);
}

function listSections(ontology: Ontology): string[] {
  return [...ontology.lists.values()].flatMap((list) => {
    const rows = [...list.concepts.values()].map((each) => [
      code(each.name),
      described(each),
      terms({ ...each, closeMatch: [] }),
    ]);
    return [`### ${anchored('list', list.name)}`, table(['value', 'definition', 'IRI'], rows)];
  });
}

function edge({ edgeKind, edgeLabel, reversed, colour }: Link): string {
  const direction = reversed ? 'object → subject' : 'subject → object';
  return `${code(edgeKind)} “${text(edgeLabel)}”, ${direction}, ${code(colour)}`;
}

function notes(relation: Relation, first: readonly string[], paths: readonly string[]): string {
  const functional = relation.functional ? ['one at a time'] : [];
  return [...first, ...functional, ...paths.map((path) => `show with ${path}`)].join('; ');
}

function showPath(steps: readonly PathStep[]): string {
  return steps.map((step) => `${step.inverse ? '^' : ''}${links('relation', [step.relation])}`).join(' / ');
}

function qualifiers(relation: Relation): string {
  const shown = [...relation.qualifiers].map(([name, { discriminating }]) => {
    const link = links('qualifier', [name]);
    return discriminating ? `**${link}**` : link;
  });
  return shown.join(', ');
}

function values({ datatype, list }: ValueType): string {
  return datatype === 'concept' ? `one of ${links('list', [list ?? ''])}` : DATATYPE_WORDS[datatype];
}

function described({ label, definition }: { readonly label: string; readonly definition: string }): string {
  return `*${text(label)}*: ${text(definition)}`;
}

function terms({
  iri,
  closeMatch,
}: {
  readonly iri: string;
  readonly closeMatch: readonly string[];
}): string {
  return [iri, ...closeMatch.map((match) => `≈ ${match}`)]
    .map((each) => each.replace(/(\S+:\S+)/, '<$1>'))
    .join('<br>');
}

function anchored(kind: string, name: string): string {
  return `<a id="${kind}-${text(name)}"></a>${code(name)}`;
}

function links(kind: string, names: readonly string[]): string {
  return names.map((name) => `[${text(name)}](#${kind}-${text(name)})`).join(', ');
}

function code(value: string): string {
  return `\`${value.replace(/[`|\r\n]/g, ' ')}\``;
}

/** Text that Markdown and HTML show as it is, in one table cell. */
function text(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? char)
    .replace(/[\\|*_`[\]]/g, (char) => `\\${char}`);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
