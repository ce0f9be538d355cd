/** cffconvert: the citation file, against the published schema, and what it makes of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { differ, outputOf, run } from './client.js';

const SPOILS = [
  ['no title', /^title:.*\n/m, '', 'title'],
  ['no message', /^message:.*\n/m, '', 'message'],
  ['a type of its own', /^type:.*$/m, 'type: vessel', 'vessel'],
  ['a key of its own', /^title:/m, 'tonnage: 7\ntitle:', 'tonnage'],
];

/** @type {import('./client.js').Client} */
export const client = {
  id: 'cffconvert',
  name: 'cffconvert',
  needs: { python: ['cffconvert'] },
  version: ({ pythonVersion }) => pythonVersion('cffconvert'),
  checks: [
    {
      format: 'citation',
      title: 'valid by the schema of CFF 1.2.0, with the title of the data set',
      run: ({ set, file, tools }) => [...complaints(file, tools), ...titleOf(set, { file, tools })],
    },
    {
      format: 'citation',
      title: `it would notice ${SPOILS.map(([name]) => name).join(', ')}`,
      run: ({ set, file, tools }) => SPOILS.flatMap((spoil, i) => notices(spoil, { set, file, tools, i })),
    },
  ],
};

function start(args, { python }) {
  return run(join(dirname(python), 'cffconvert'), args);
}

function complaints(file, tools) {
  const { status, stdout, stderr } = start(['--validate', '-i', file], tools);
  const isValid = status === 0 && /valid according to schema version 1\.2\.0/.test(stdout + stderr);
  return isValid ? [] : [`exit ${status}`, ...(stderr || stdout).trim().split('\n')];
}

function titleOf(set, { file, tools }) {
  const converted = JSON.parse(outputOf(start(['-f', 'schema.org', '-i', file], tools)));
  return differ('title', set.knowledge.dataset.title, converted.name);
}

function notices([name, what, by, expected], { set, file, tools, i }) {
  const good = readFileSync(file, 'utf8');
  const bad = good.replace(what, by);
  if (bad === good) return [`${name}: nothing to spoil`];
  const path = join(tools.scratch, `cffconvert-${set.name}-${i}.cff`);
  writeFileSync(path, bad);
  const found = complaints(path, tools);
  return found.some((line) => line.includes(expected))
    ? []
    : [`${name}: ${found.slice(0, 20).join(' ') || 'not noticed'}`];
}
