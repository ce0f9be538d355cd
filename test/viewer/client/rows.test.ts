import { describe, expect, it } from 'vitest';
import { toVisible } from '../../../src/viewer/client/filters.ts';
import { toModel } from '../../../src/viewer/client/model.ts';
import { entityRows, relationRows, sortedRows } from '../../../src/viewer/client/rows.ts';
import { startFilter } from '../../../src/viewer/client/state.ts';
import { smallPayload } from './payload.ts';

const model = toModel(smallPayload());
const visible = toVisible(model, { ...startFilter(model), hiddenStandings: new Set() });

describe('rows', () => {
  it('of entities have name, kind, relations, facts', () => {
    expect(entityRows(model, visible)[0]).toEqual({ item: 0, cells: ['Aurora', 'ship', 4, 7] });
  });
  it('of relations have both ends, marks, years, facts', () => {
    const rows = relationRows(model, visible);
    expect(rows[1]?.entities).toEqual([1, undefined, 0]);
    expect(rows[1]?.cells).toEqual(['Bergen', 'calls at', 'Aurora', '1910–1920', 1]);
    expect(rows[2]?.cells).toEqual(['Ørsted & Søn', 'owns ⚠', 'Aurora', '', 2]);
    expect(rows[4]?.cells[1]).toBe('calls at (alleged, denied)');
  });
  it('hold only what is shown', () => {
    const plain = toVisible(model, startFilter(model));
    expect(relationRows(model, plain).map(({ item }) => item)).toEqual([0, 1, 2, 3, 5]);
  });
});

describe('sortedRows', () => {
  const rows = entityRows(model, visible);
  const names = (column: number, descending: boolean) =>
    sortedRows(rows, { column, descending }).map(({ cells }) => cells[0]);
  it('sorts names without accents', () => {
    expect(names(0, false)).toEqual([
      'Aurora',
      'Bergen',
      'Dover',
      'Écho du Nord',
      'Ghost',
      'Lonely Rock',
      'Ørsted & Søn',
    ]);
  });
  it('sorts numbers as numbers, keeping the order of equals', () => {
    expect(names(2, true).slice(0, 3)).toEqual(['Aurora', 'Bergen', 'Ørsted & Søn']);
  });
});
