import { join } from 'node:path';
import { HERE, run } from './client.js';
import { shaclChecks } from './shacl.js';

/** @type {import('./client.js').Client} */
export const client = {
  id: 'pyshacl',
  name: 'pySHACL',
  needs: { python: ['pyshacl'] },
  version: ({ pythonVersion }) => pythonVersion('pyshacl'),
  limits: [
    'It takes minutes for some thousand statements: of the large set it is given one statement in fifty, with all it needs.',
  ],
  checks: shaclChecks(
    'pyshacl',
    (input, { python }) => run(python, [join(HERE, 'check_shapes.py')], { input }),
    { oneStatementIn: 50 },
  ),
};
