import { describe, expect, it } from 'vitest';
import { diagnostic, KEPT_PER_CODE, Problems } from '../../src/core/diagnostic.ts';
import { CODES, messageOf } from '../../src/core/messages.ts';

const place = (line: number, column = 1, file = 'a.yaml') => ({ file, line, column });

describe('Problems', () => {
  it('counts all and keeps the first of each code', () => {
    const problems = new Problems();
    for (let i = 1; i <= KEPT_PER_CODE + 20; i++) problems.add('unknown-entity', place(i), { id: `x${i}` });
    problems.add('missing-source', place(1), {});
    expect(problems.errors).toBe(KEPT_PER_CODE + 21);
    expect(problems.counts.get('unknown-entity')).toBe(KEPT_PER_CODE + 20);
    expect(problems.diagnostics.filter(({ code }) => code === 'unknown-entity')).toHaveLength(KEPT_PER_CODE);
    expect(problems.diagnostics.some(({ code }) => code === 'missing-source')).toBe(true);
  });

  it('works places and values out only for what is kept', () => {
    const problems = new Problems();
    let worked = 0;
    const origin = {
      place: (part?: string) => {
        worked++;
        return place(part === 'object' ? 2 : 1);
      },
    };
    for (let i = 0; i < 1000; i++) {
      problems.add('unknown-entity', { origin, part: 'object' }, () => {
        worked++;
        return { id: 'x' };
      });
    }
    expect(worked).toBe(2 * KEPT_PER_CODE);
    expect(problems.diagnostics[0]?.place).toEqual(place(2));
  });

  it('lists by file, line, column and code, and those without a place last', () => {
    const problems = new Problems();
    problems.add('no-facts', undefined, {});
    problems.add('missing-source', place(2, 1), {});
    problems.add('missing-evidence', place(2, 1), {});
    problems.add('missing-source', place(1, 9), {});
    problems.add('missing-source', place(1, 2, 'b.yaml'), {});
    problems.add('missing-source', place(10, 1), {});
    const listed = problems.diagnostics.map(
      ({ code, place: at }) => `${at?.file ?? '-'}:${at?.line ?? 0} ${code}`,
    );
    expect(listed).toEqual([
      'a.yaml:1 missing-source',
      'a.yaml:2 missing-evidence',
      'a.yaml:2 missing-source',
      'a.yaml:10 missing-source',
      'b.yaml:1 missing-source',
      '-:0 no-facts',
    ]);
  });

  it('does not count warnings as errors', () => {
    const problems = new Problems();
    problems.add('unused-entity', place(1), { id: 'x' });
    expect(problems.errors).toBe(0);
    expect(problems.diagnostics[0]?.severity).toBe('warning');
  });

  it('takes over the diagnostics of another stage', () => {
    const problems = new Problems();
    problems.addAll([
      diagnostic('empty-file', place(1), {}),
      diagnostic('unused-source', undefined, { id: 's' }),
    ]);
    expect(problems.errors).toBe(1);
    expect(problems.diagnostics.map(({ code }) => code)).toEqual(['empty-file', 'unused-source']);
  });
});

describe('messageOf', () => {
  it('says what is wrong with the value, and the way out', () => {
    const shown = messageOf(
      diagnostic('unknown-class', place(1), { value: 'Shp', allowed: ['Ship'], suggestion: 'Ship' }),
    );
    expect(shown).toEqual({ message: 'unknown class "Shp"', hint: 'did you mean "Ship"?' });
  });

  it('lets no control character, line end or half character out', () => {
    const value = 'a\u0007b\u001b[31m\nc\u2028\ud800';
    const { message, hint } = messageOf(
      diagnostic('unknown-class', place(1), { value, allowed: [], suggestion: value }),
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(`${message}${hint}`).not.toMatch(/[\u0000-\u001f\u2028]|\p{Surrogate}/u);
    expect(message).toContain('\\u0007');
  });

  it('cuts long values', () => {
    const { message } = messageOf(
      diagnostic('unknown-class', place(1), { value: '\u{1f6a2}'.repeat(500), allowed: [] }),
    );
    expect([...message].length).toBeLessThan(110);
  });

  it('knows each code once', () => {
    expect(CODES.length).toBeGreaterThan(60);
    expect(new Set(CODES).size).toBe(CODES.length);
  });
});
