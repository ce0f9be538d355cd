import { describe, expect, it } from 'vitest';
import { checkProfile } from '../../src/formats/formats.ts';
import { FORMATS } from '../../src/formats/table.ts';

describe('checkProfile', () => {
  const check = (format: string, profile: Parameters<typeof checkProfile>[1]) => {
    const found = FORMATS.get(format);
    if (!found) throw new Error(`no format ${format}`);
    return checkProfile(found, profile);
  };

  it('refuses a profile that a format cannot hold', () => {
    expect(check('turtle', 'named-graphs')).toMatchObject({
      code: 'profile-not-possible',
      severity: 'error',
      params: { profile: 'named-graphs', format: 'turtle' },
    });
  });

  it('takes one that it can hold, and any for a format without profiles', () => {
    expect(check('trig', 'named-graphs')).toBeUndefined();
    expect(check('turtle', 'statements')).toBeUndefined();
    expect(check('json', 'named-graphs')).toBeUndefined();
  });
});
