/** Filters change what is shown, and the counts agree with the payload. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { PayloadFact, ViewerPayload } from '../../src/viewer/payload.ts';
import { harbour, pages, payloadIn } from './pages.ts';
import { boxOf, filtersOf, ready, type Shown, shownIn } from './reader.ts';
import { visits } from './visits.ts';

const open = visits();
const { rust, write } = pages();

interface Asked {
  readonly edge?: (edge: number) => boolean;
  readonly fact?: (fact: PayloadFact) => boolean;
  readonly node?: (node: number) => boolean;
  /** Whether a node without a shown edge stays. */
  readonly alone?: boolean;
}

const isPlain = ({ notPlain }: PayloadFact) => notPlain === undefined;

/** What has to be shown, counted from the payload by the plainest way. */
function counted(payload: ViewerPayload, asked: Asked): Shown {
  const { nodes, edges, facts } = payload;
  const { edge = () => true, fact = isPlain, node = () => true, alone = true } = asked;
  const kept = edges.id.flatMap((_, at) => {
    const ends = [edges.source[at] ?? -1, edges.target[at] ?? -1];
    const passes = (edges.facts[at] ?? []).some((one) => {
      const found = facts[one];
      return found !== undefined && fact(found);
    });
    return edge(at) && passes && ends.every(node) ? [ends] : [];
  });
  const touched = new Set(kept.flat());
  const stays = (one: number) => touched.has(one) || (alone && nodes.hidden[one] === 0);
  return { nodes: nodes.id.filter((_, one) => node(one) && stays(one)).length, edges: kept.length };
}

async function expectShown(page: Page, shown: Shown): Promise<void> {
  await expect.poll(() => shownIn(page)).toEqual(shown);
}

describe('the page of data/rust', () => {
  it('hides each class with its relations, and brings it back', async () => {
    const { page } = await open(rust());
    await ready(page);
    const payload = payloadIn(rust());
    const all = await shownIn(page);
    expect(all).toEqual(counted(payload, {}));
    for (const [index, { label }] of payload.classes.entries()) {
      await boxOf(page, label, 'Entities').uncheck();
      const expected = counted(payload, { node: (node) => payload.nodes.class[node] !== index });
      expect(expected.nodes).toBeLessThan(all.nodes);
      await expectShown(page, expected);
      await boxOf(page, label, 'Entities').check();
    }
    await expectShown(page, all);
  });

  it('hides each relation, and the entities that only it touches', async () => {
    const { page } = await open(rust());
    await ready(page);
    const payload = payloadIn(rust());
    for (const [index, { label }] of payload.relations.entries()) {
      await boxOf(page, label, 'Relations').uncheck();
      const edge = (at: number) => payload.edges.relation[at] !== index;
      await expectShown(page, counted(payload, { edge, alone: false }));
      await boxOf(page, label, 'Relations').check();
    }
    await expectShown(page, counted(payload, {}));
  });

  it('shows one kind of relation only, and all again', async () => {
    const { page } = await open(rust());
    await ready(page);
    const payload = payloadIn(rust());
    const index = payload.relations.findIndex(({ label }) => label === 'financed');
    await filtersOf(page).getByRole('button', { name: 'Show only financed' }).click();
    const edge = (at: number) => payload.edges.relation[at] === index;
    await expectShown(page, counted(payload, { edge, alone: false }));
    expect(counted(payload, { edge, alone: false })).toEqual({ nodes: 2, edges: 1 });
    await filtersOf(page).getByRole('button', { name: 'Reset filters' }).click();
    await expectShown(page, counted(payload, {}));
  });

  it('switches on what is not plain, all and one by one', async () => {
    const { page } = await open(rust());
    await ready(page);
    const payload = payloadIn(rust());
    const switchAll = filtersOf(page).getByRole('checkbox', { name: 'Also planned, alleged, denied …' });
    await switchAll.check();
    const all = counted(payload, { fact: () => true });
    expect(all.edges).toBe(payload.edges.id.length);
    expect(all.edges).toBeGreaterThan(counted(payload, {}).edges);
    await expectShown(page, all);
    await switchAll.uncheck();
    await expectShown(page, counted(payload, {}));
    await boxOf(page, 'planned', 'Status').check();
    const fact = (one: PayloadFact) => isPlain(one) || one.notPlain === 'planned';
    await expectShown(page, counted(payload, { fact }));
  });

  it('moves the ends of the time by keyboard, with and without the undated', async () => {
    const { page } = await open(rust());
    await ready(page);
    const payload = payloadIn(rust());
    const from = filtersOf(page).getByRole('slider', { name: 'From year' });
    const first = Number(await from.inputValue());
    await from.focus();
    await page.keyboard.press('ArrowRight');
    const later = ({ years }: PayloadFact) => years === undefined || years[1] > first;
    const fact = (one: PayloadFact) => isPlain(one) && later(one);
    const expected = counted(payload, { fact, alone: false });
    expect(expected.edges).toBeLessThan(counted(payload, {}).edges);
    await expectShown(page, expected);
    await filtersOf(page).getByRole('checkbox', { name: 'Without date' }).uncheck();
    const dated = (one: PayloadFact) => fact(one) && one.years !== undefined;
    await expectShown(page, counted(payload, { fact: dated, alone: false }));
  });

  it('says beside each class and relation how many are shown', async () => {
    const { page } = await open(rust(), { fragment: 'hide-class=Person' });
    await ready(page);
    const payload = payloadIn(rust());
    const person = payload.classes.findIndex(({ name }) => name === 'Person');
    const isPerson = (node: number | undefined) => payload.nodes.class[node ?? -1] === person;
    for (const [index, { label }] of payload.relations.entries()) {
      const of = payload.edges.relation.filter((one) => one === index).length;
      const shown = payload.edges.relation.filter(
        (one, at) =>
          one === index &&
          payload.edges.plain[at] === 1 &&
          !isPerson(payload.edges.source[at]) &&
          !isPerson(payload.edges.target[at]),
      ).length;
      const name = shown === of ? `${label} ${of}` : `${label} ${shown}/${of}`;
      const box = filtersOf(page).getByRole('checkbox', { name, exact: true });
      await expect.poll(() => box.count(), { message: name }).toBeGreaterThan(0);
    }
  });
});

it('hides a source: what another says too stays', async () => {
  const payload = harbour();
  const { page } = await open(write('harbour.html', payload));
  await ready(page);
  const paper = payload.sources.findIndex(({ title }) => title === 'A paper');
  await boxOf(page, 'A paper', 'Sources').uncheck();
  const fact = (one: PayloadFact) => isPlain(one) && one.evidence.some(({ source }) => source !== paper);
  const expected = counted(payload, { fact, alone: false });
  expect(expected.edges).toBeLessThan(counted(payload, {}).edges);
  await expectShown(page, expected);
  await boxOf(page, 'The log', 'Sources').uncheck();
  await expectShown(page, { nodes: 0, edges: 0 });
  await page.getByText('The filters hide everything.').waitFor();
});
