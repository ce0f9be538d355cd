import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFragment, toFragment } from '../../../src/viewer/client/fragment.ts';
import { toModel } from '../../../src/viewer/client/model.ts';
import { startState, type ViewState } from '../../../src/viewer/client/state.ts';
import { smallPayload } from './payload.ts';

const model = toModel(smallPayload());
const start = startState(model);
const through = (state: ViewState) => parseFragment(model, `#${toFragment(model, state)}`);

describe('toFragment', () => {
  it('is empty at the start', () => expect(toFragment(model, start)).toBe(''));

  it('names things by their ids', () => {
    const state: ViewState = {
      ...start,
      selection: { kind: 'node', node: 2 },
      filter: {
        ...start.filter,
        hiddenClasses: new Set([1]),
        hiddenStandings: new Set([0, 2]),
        years: [1906, 1910],
      },
    };
    expect(toFragment(model, state)).toBe(
      'node=company&hide-class=Port&hide=asserted&show=alleged&years=1906..1910',
    );
  });
});

describe('parseFragment', () => {
  const some = (count: number) => fc.uniqueArray(fc.nat(count - 1)).map((items) => new Set(items));
  const selection = fc.oneof(
    fc.constant({ kind: 'none' } as const),
    fc.nat(6).map((node) => ({ kind: 'node', node }) as const),
    fc.nat(5).map((edge) => ({ kind: 'edge', edge }) as const),
    fc
      .tuple(fc.nat(6), fc.option(fc.nat(6), { nil: undefined }))
      .map(([from, to]) => ({ kind: 'path', from, to }) as const),
  );
  const state: fc.Arbitrary<ViewState> = fc.record({
    view: fc.constantFrom('graph', 'table'),
    tab: fc.constantFrom('entities', 'relations'),
    selection,
    hops: fc.constantFrom(1, 2),
    filter: fc.record({
      hiddenClasses: some(3),
      hiddenRelations: some(2),
      hiddenSources: some(2),
      hiddenStandings: some(3),
      years: fc.option(fc.constantFrom([1905, 1910] as const, [1912, 1912] as const), { nil: undefined }),
      undated: fc.boolean(),
    }),
    facts: fc.option(fc.string(), { nil: undefined }),
    unknown: fc.constant([]),
    opened: fc.uniqueArray(fc.nat(2)).map((list) => list.sort((a, b) => a - b)),
  });

  it('gives back any state', () => {
    fc.assert(
      fc.property(state, (one) => {
        expect(through(one)).toEqual(one);
      }),
    );
  });

  it('never throws, and gives a state that can be written again', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            'node=',
            'edge=',
            'aurora',
            '&',
            '__proto__',
            'years=1..',
            '%',
            '%ff',
            'open=',
            '9e9',
            'show=',
            'constructor',
            'from=',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseFragment(model, text);
        expect(through(read)).toEqual({ ...read, unknown: [] });
      }),
    );
  });

  it('leaves out what this graph does not have', () => {
    const hostile =
      '#node=__proto__&edge=constructor&hide-class=toString&show=valueOf&years=2000..1900&open=77&open=-1&view=x&hops=3';
    expect(parseFragment(model, hostile)).toEqual({ ...start, unknown: ['__proto__', 'constructor'] });
  });

  it('tells of ids that the graph lacks, some of many, shortened', () => {
    const { unknown } = parseFragment(model, `#node=${'😀'.repeat(90)}&from=aurora&to=b&edge=c&edge=d`);
    expect(unknown).toEqual(['😀'.repeat(80), 'b', 'c']);
  });

  it('names the fewer, so that a choice of one among hundreds stays short', () => {
    const sources = Array.from({ length: 400 }, (_, i) => ({
      id: `${'s'.repeat(300)}${i}`,
      title: `S ${i}`,
    }));
    const large = toModel({ ...smallPayload(), sources });
    const hiddenSources = new Set(sources.keys());
    hiddenSources.delete(7);
    const state = { ...startState(large), filter: { ...startState(large).filter, hiddenSources } };
    const text = toFragment(large, state);
    expect(text.length).toBeLessThan(400);
    expect(text).toContain('only-source=');
    expect(parseFragment(large, text)).toEqual(state);
  });

  it('holds years to those of the data', () => {
    expect(parseFragment(model, '#years=-5..1907').filter.years).toEqual([1905, 1907]);
    expect(parseFragment(model, '#years=1e3..1907').filter.years).toBeUndefined();
  });

  it('ignores a fragment that is too long', () => {
    expect(parseFragment(model, `#node=aurora&x=${'x'.repeat(200_000)}`)).toEqual(start);
  });
});
