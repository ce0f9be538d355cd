/** docs/formats.md is true: every format and option is there, and its samples are lines of the exports of data/rust. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXPORT_OPTIONS } from '../../src/cli/exportOptions.ts';
import { Problems } from '../../src/core/diagnostic.ts';
import { openProject } from '../../src/files/openProject.ts';
import { DEFAULT_PROFILE, PROFILE_NAMES } from '../../src/formats/options.ts';
import { FORMATS } from '../../src/formats/table.ts';
import { build } from '../../src/pipeline.ts';
import { isBinary, writeFormat } from '../exporting.ts';

const PAGE = readFileSync('docs/formats.md', 'utf8');
const SECTIONS = new Map(
  PAGE.split(/^## /m)
    .slice(1)
    .map((section) => [/^`(\w+)`/.exec(section)?.[1] ?? '', section]),
);

const problems = new Problems();
const project = openProject('data/rust', problems);
if (!project) throw new Error('data/rust does not open');
const built = build(project, problems);

describe('docs/formats.md', () => {
  it('has a section for each format, in the order of the table', () =>
    expect([...SECTIONS.keys()].filter((name) => name !== '')).toEqual([...FORMATS.keys()]));

  it('lists each option of the command line', () => {
    for (const { name } of EXPORT_OPTIONS) expect(PAGE).toContain(`\`--${name}`);
  });

  // A table has no lines to show: its section has a query.
  it.each([...FORMATS.values()].filter((format) => !isBinary(format)))(
    'shows a sample of $name that an export holds',
    (format) => {
      // The word after the language is the profile of the sample.
      const [, word, sample = ''] =
        /```\w*(?: ([\w-]+))?\n([\s\S]*?)```/.exec(SECTIONS.get(format.name) ?? '') ?? [];
      const profile = PROFILE_NAMES.find((name) => name === word) ?? DEFAULT_PROFILE;
      const lines = sample.split('\n').filter((line) => line !== '');
      expect(lines.length).toBeGreaterThan(0);
      const { contents } = writeFormat(format, built, problems, { profile });
      const written = [...contents.values()]
        .map((bytes) => bytes.toString('utf8'))
        .join('\n')
        .split('\n');
      for (const line of lines) {
        const parts = line.split('…');
        const holds = (candidate: string) => {
          let at = 0;
          return parts.every((part) => {
            const found = candidate.indexOf(part, at);
            at = found + part.length;
            return found >= 0;
          });
        };
        expect(written.some(holds), line).toBe(true);
      }
    },
  );
});
