/** The cells of a column: what its rows give, less the texts that the gate refuses. */
import type { Origin } from '../../core/place.ts';
import type { Cells, PlacedColumn } from './columns.ts';
import type { At, TextGate } from './gate.ts';
import type { ColumnSource } from './library.ts';

export interface Row {
  readonly origin: Origin;
}

/** The values of a column, in the order of the rows; undefined becomes null. */
export function cellsOf<R extends Row>(
  { column, part }: PlacedColumn<R>,
  rows: readonly R[],
  gate: TextGate,
): ColumnSource['data'] {
  switch (column.type) {
    case 'text':
      return rows.map((row) => passed(column.of(row), { row, part, gate }));
    case 'texts':
      return rows.map((row) => passedList(column.of(row), { row, part, gate }));
    case 'records':
      return rows.map((row) => passedRecords(column.of(row), column.key, { row, part, gate }));
    case 'truth':
    case 'whole':
    case 'day':
      return rows.map((row) => column.of(row));
  }
}

interface Passing {
  readonly row: Row;
  readonly part: string;
  readonly gate: TextGate;
}

function atOf({ row: { origin }, part }: Passing): At {
  return { origin, part };
}

function passed(text: string | undefined, passing: Passing): string | undefined {
  if (text === undefined || passing.gate.holds(text)) return text;
  return void passing.gate.refuse(text, atOf(passing));
}

/** The list without the texts that were refused. */
function passedList(texts: readonly string[], passing: Passing): readonly string[] {
  if (texts.every(passing.gate.holds)) return texts;
  return texts.filter((text) => passed(text, passing) !== undefined);
}

/** The records without the texts that were refused; without its key a record goes as a whole. */
function passedRecords(records: readonly Cells[], key: string, passing: Passing): readonly Cells[] {
  const { holds } = passing.gate;
  if (records.every((record) => Object.values(record).every(holds))) return records;
  return records
    .map((record): Cells => {
      const cells = Object.entries(record).map(([name, text]) => [name, passed(text, passing)]);
      return Object.fromEntries(cells);
    })
    .filter((record) => record[key] !== undefined);
}
