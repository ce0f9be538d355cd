/** igraph for Python, which reads GraphML. */
import { join } from 'node:path';
import { differ, HERE, outputOf, run } from './client.js';
import { asGraphml, differGraphs, differNames, expectedOf, without } from './graphs.js';

/** @type {import('./client.js').Client} */
export const client = {
  id: 'igraph',
  name: 'igraph',
  needs: { python: ['igraph'] },
  version: (tools) => tools.pythonVersion('igraph'),
  limits: [
    'Version 1.0.0 gives edges the ids of nodes (all else is right); 0.11 does not.',
    'It does not know an absent truth value from `false`, nor an absent text from an empty one.',
  ],
  checks: [
    {
      format: 'graphml',
      title: 'same nodes, edges, attributes, positions and colours',
      run: ({ set, file, tools }) => check(set, read(file, tools)),
    },
    {
      format: 'graphml',
      title: 'the same from strict GraphML',
      run: ({ set, tools }) => check(set, read(set.strict, tools)),
    },
  ],
};

function read(file, { python }) {
  return JSON.parse(outputOf(run(python, [join(HERE, 'read_igraph.py'), file])));
}

function check(set, found) {
  const expected = asGraphml(expectedOf(set.json));
  return [
    ...differ('directed', true, found.directed),
    ...differNames(set, found),
    ...differGraphs(
      { ...expected, nodes: withFalse(expected.nodes), edges: withFalse(expected.edges) },
      { ...found, nodes: without(found.nodes, 'name', 'labels') },
    ),
  ];
}

/** `false` where others have a truth value. */
function withFalse(elements) {
  const truths = elements.flatMap(([, attributes]) =>
    Object.keys(attributes).filter((name) => typeof attributes[name] === 'boolean'),
  );
  const absent = Object.fromEntries(truths.map((name) => [name, false]));
  return elements.map(([id, attributes]) => [id, { ...absent, ...attributes }]);
}
