/** The periods of nodes and edges: the numbers that a GEXF file gives them, and those that follow from their dates. */
import { readFileSync } from 'node:fs';
import { differ } from './client.js';

const ELEMENT = /^<(?:node|edge) ((?:[\w:]+="[^"]*" ?)+)>/;

/** The numbers of `start` and `end` that a GEXF file with one element a line gives its nodes and edges, by id. */
export function timesInGexf(path) {
  const times = new Map();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [, text = ''] = ELEMENT.exec(line) ?? [];
    const { id, start, end } = Object.fromEntries(
      [...text.matchAll(/([\w:]+)="([^"]*)"/g)].map((match) => match.slice(1)),
    );
    const time = Object.entries({ start, end }).filter(([, value]) => value !== undefined);
    if (id !== undefined && time.length > 0)
      times.set(id, Object.fromEntries(time.map(([name, value]) => [name, Number(value)])));
  }
  return times;
}

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** From the first day of a start to the last day of an end; other forms of dates are left to the unit tests. */
export function differDates(id, { start, end }, time = {}) {
  return [
    ...(DATE.test(start) ? differ(`start of ${id}`, inYears(start, false), time.start) : []),
    ...(DATE.test(end) ? differ(`end of ${id}`, inYears(end, true), time.end) : []),
  ];
}

/** A day in years with four decimals. */
function inYears(date, last) {
  const [year, month, day] = DATE.exec(date)
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const time = last && day === undefined ? Date.UTC(year, month ?? 12, 0) : first;
  const [from, to] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return Math.round((year + Math.round(((time - from) / (to - from)) * 1e4) / 1e4) * 1e4) / 1e4;
}
