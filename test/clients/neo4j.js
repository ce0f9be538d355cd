/** Neo4j Community, embedded: the admin import that our script calls, then the database that it made. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { differ, differJson, differSets, oncePer, outputOf, run } from './client.js';
import { differGraphs, expectedOf } from './graphs.js';

const FOLDER = 'java/neo4j';
/** What Neo4j's own scripts give the JVM: it reaches into packages that Java closes otherwise. */
const JVM = [
  'java.base/java.nio',
  'java.base/java.lang',
  'java.base/sun.nio.ch',
  'java.base/java.util.concurrent',
].map((name) => `--add-opens=${name}=ALL-UNNAMED`);

/** @type {import('./client.js').Client} */
export const client = {
  id: 'neo4j',
  name: 'Neo4j Community',
  needs: { maven: FOLDER },
  version: (tools) => tools.mavenVersion(FOLDER, 'neo4j'),
  limits: [
    'It has no undirected relationships: `symmetric` says so.',
    'Dates stay texts, since its dates have no mere years and months; whole numbers are long ones.',
  ],
  checks: [
    {
      format: 'csv',
      title: 'neo4j-import.sh: same nodes, labels, relationships, types and properties',
      run: ({ set, tools }) => checkGraph(set, loaded(set, tools)),
    },
    {
      format: 'csv',
      title: 'texts, lists, whole numbers, numbers and truth values are stored as such',
      run: ({ set, tools }) => checkTypes(set, loaded(set, tools)),
    },
    {
      format: 'csv',
      title: 'constraints.cypher: one constraint a class, all of them hold',
      run: ({ set, tools }) => checkConstraints(set, loaded(set, tools)),
    },
  ],
};

const loaded = oncePer((set, tools) => {
  const folder = join(tools.scratch, `neo4j-${set.name}`);
  mkdirSync(folder);
  const output = join(folder, 'found.json');
  const constraints = join(set.folder, 'constraints.cypher');
  const admin = [...argumentsOf(set, folder), `--report-file=${join(folder, 'import.report')}`];
  outputOf(tools.java(FOLDER, [output, join(folder, 'home'), constraints, ...admin], { jvm: JVM }));
  return JSON.parse(readFileSync(output, 'utf8'));
});

/** What the script would give neo4j-admin, with the tables where they are: it is run with a program that tells. */
function argumentsOf(set, folder) {
  const telling = join(folder, 'neo4j-admin');
  writeFileSync(telling, `#!/bin/sh\nprintf '%s\\n' "$@"\n`);
  chmodSync(telling, 0o755);
  const told = run('bash', [join(set.folder, 'neo4j-import.sh')], { env: { NEO4J_ADMIN: telling } });
  return outputOf(told)
    .trimEnd()
    .split('\n')
    .map((argument) =>
      argument.replace(
        /^(--(?:nodes|relationships)=)(.*)$/,
        (_, option, name) => option + resolve(set.folder, name),
      ),
    );
}

function checkGraph(set, found) {
  const expected = expectedOf(set.json);
  const { id, lineage } = set.graph.view.nodes;
  const labels = new Map(id.map((key, i) => [key, [...lineage[i]].sort()]));
  return differGraphs(
    {
      nodes: expected.nodes.map(([key, node]) => [
        key,
        { ...asTable(node), id: key, '(labels)': labels.get(key) },
      ]),
      edges: expected.edges.map(([key, { kind, ...edge }]) => [
        key,
        { ...asTable(edge), id: key, '(type)': kind },
      ]),
    },
    {
      nodes: found.nodes.map(({ properties, labels }) => [
        properties.id,
        { ...properties, '(labels)': labels.sort() },
      ]),
      edges: found.edges.map(({ properties, type, source, target }) => [
        properties.id,
        { ...properties, source, target, '(type)': type },
      ]),
    },
  );
}

/** Nothing stands for an empty text or list, and `;` in an item is `,`. */
function asTable(attributes) {
  const values = Object.entries(attributes).map(([name, value]) => [
    name,
    Array.isArray(value)
      ? value.filter((item) => item !== '').map((item) => item.replaceAll(';', ','))
      : value,
  ]);
  return Object.fromEntries(values.filter(([, value]) => value !== '' && value.length !== 0));
}

/** The import makes every whole number a long one, unless it is told not to. */
const CLASSES = {
  string: 'String',
  strings: 'String[]',
  int: 'Long',
  long: 'Long',
  double: 'Double',
  boolean: 'Boolean',
};
const OWN_CLASSES = {
  String: ['id', 'label', 'kind', 'uri', 'color', 'predicate'],
  Double: ['x', 'y', 'size', 'weight', 'weightedDegree'],
  Long: ['degree', 'community'],
  Boolean: ['symmetric'],
};

function checkTypes({ graph }, found) {
  const wrongIn = (what, { attributes }, elements) => {
    const classes = new Map([
      ...Object.entries(OWN_CLASSES).flatMap(([name, of]) => of.map((property) => [property, name])),
      ...attributes.map(({ name, type }) => [name, CLASSES[type]]),
    ]);
    const told = elements.flatMap(({ types }) => Object.entries(types));
    const wrong = told.flatMap(([name, type]) => differ(`type of ${what} ${name}`, classes.get(name), type));
    return [...new Set(wrong)];
  };
  return [
    ...wrongIn('node', graph.view.nodes, found.nodes),
    ...wrongIn('edge', graph.view.edges, found.edges),
  ];
}

function checkConstraints(set, { constraints }) {
  const classes = [...new Set(set.graph.view.nodes.lineage.flat())].sort();
  const expected = classes.map((name) => `${name}_id UNIQUENESS ${name} [id]`);
  return [
    ...differSets('constraints', new Set(expected), new Set(constraints)),
    ...differJson('classes', classes.length, constraints.length),
  ];
}
