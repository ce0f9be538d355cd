/** jing with the RELAX NG schema of the project. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './client.js';

const SCHEMA = join(ROOT, 'ontology/schemas/factweave-gexf.rng');
const SPOILS = [
  ['another type of edges', / type="(?:un)?directed"/, ' type="mutual"', /attribute "type"/],
  ['an id that is none', '<node id="', '<node id="a b ', /attribute "id"/],
  ['an empty value', / value="[^"]+"/, ' value=""', /attribute "value"/],
  ['an element of another format', '</graph>', '<data/></graph>', /element "data"/],
];

/** @type {import('./client.js').Client} */
export const client = {
  id: 'jing',
  name: 'jing (own schema)',
  needs: { debian: [['jing', 'command -v jing']] },
  version: () => /^Version: (\S+)/m.exec(run('dpkg', ['-s', 'jing']).stdout)?.[1] ?? 'unknown',
  limits: [
    'The schema is that of the project, a part of GEXF 1.3: no Debian package and no jar of Gephi holds the published one.',
  ],
  checks: [
    {
      format: 'gexf',
      title: 'valid against the project’s own RELAX NG schema',
      run: ({ file }) => complaints(file),
    },
    {
      format: 'gexf',
      title: `the project’s own schema would notice ${SPOILS.map(([name]) => name).join(', ')}`,
      run: ({ set, file, tools }) => SPOILS.flatMap((spoil, i) => notices(spoil, { set, file, tools, i })),
    },
  ],
};

/** jing warns of Java libraries that it does not need. */
function complaints(file) {
  const { status, stdout, stderr } = run('jing', [SCHEMA, file]);
  const told = stdout.trim() || stderr.trim();
  return status === 0 ? [] : [`exit ${status}`, ...told.split('\n')];
}

function notices([name, what, by, expected], { set, file, tools, i }) {
  const good = readFileSync(file, 'utf8');
  const bad = good.replace(what, by);
  if (bad === good) return [`${name}: nothing to spoil`];
  const path = join(tools.scratch, `jing-${set.name}-${i}.gexf`);
  writeFileSync(path, bad);
  const found = complaints(path);
  return found.some((line) => expected.test(line)) ? [] : [`${name}: ${found.join(' ') || 'not noticed'}`];
}
