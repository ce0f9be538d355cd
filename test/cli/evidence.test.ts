/** What the commands say of quotes and of sources. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { PROJECT, scratchFolders } from '../files/scratch.ts';

const folderWith = scratchFolders('evidence');
const LOG = 'The log of the Aurora of Malmö.\n';
const sha256 = createHash('sha256').update(LOG).digest('hex');
const FACTS = (PROJECT['facts.yaml'] ?? '').replace(
  'The log, text: log.txt }',
  `The log, text: log.txt, sha256: ${sha256} }`,
);
const project = (log = LOG) => folderWith({ ...PROJECT, 'facts.yaml': FACTS, 'log.txt': log });

async function call(...args: readonly string[]): Promise<string> {
  let printed = '';
  const out = (text: string) => {
    printed += text;
  };
  await run(args, { out, err: out, terminal: false, now: () => 0 });
  return printed;
}

describe('check', () => {
  it('tells machines how many quotes were verified', async () => {
    const folder = project();
    await call('anchor', folder);
    expect(JSON.parse(await call('check', folder, '--json'))).toMatchObject({ verified: 1, notAtHand: 0 });
  });

  it.each([false, true])('blames a changed text for itself only (anchored before: %s)', async (anchored) => {
    const folder = project();
    if (anchored) await call('anchor', folder);
    const { writeFileSync } = await import('node:fs');
    writeFileSync(`${folder}/log.txt`, 'Another text.\n');
    const printed = await call('check', folder);
    expect(printed).toContain('error source-changed: ');
    expect(printed).not.toContain('not at hand');
    expect(printed).not.toContain('quote-not-anchored');
  });
});

describe('anchor', () => {
  it('says that an error kept it from writing', async () =>
    expect(await call('anchor', project('Another text.\n'))).toMatch(
      /; evidence\.lock\.json was not written\n$/,
    ));
});

describe('build', () => {
  it('counts the quotes without a place, where there are any', async () => {
    const folder = project();
    expect(await call('build', folder)).toContain('0 quotes anchored, 1 without a place\n');
    await call('anchor', folder);
    expect(await call('build', folder)).not.toContain('without a place');
  });

  it('warns once of a source without a text', async () => {
    const printed = await call(
      'build',
      folderWith({ ...PROJECT, 'facts.yaml': FACTS.replace(/, text: log.*(?= })/, '') }),
    );
    expect(printed.match(/warning quotes-without-text: /g)).toHaveLength(1);
    expect(await call('build', project())).not.toContain('quotes-without-text');
  });
});

describe('explain', () => {
  const said = FACTS.replace(
    'homePort: malmo',
    'homePort: { object: malmo, status: attributed, saidBy: inga }',
  ).replace('entities:', 'entities:\n  inga: { class: Port, label: Inga }');
  const folder = () => folderWith({ ...PROJECT, 'facts.yaml': said, 'log.txt': LOG });

  it('lists what an entity says', async () =>
    expect(await call('explain', 'inga', folder())).toContain('homePort – Malmö (malmo)'));
  it('lists what a source says', async () => {
    const printed = await call('explain', 'log', folder());
    expect(printed).toMatch(/^The log — Article log\n/);
    expect(printed.match(/ f-[0-9a-f]{32}\n/g)).toHaveLength(2);
  });
  it('knows the ids of sources', async () =>
    expect(await call('explain', 'logg', folder())).toContain('did you mean log?'));
});
