import type { Anchor, Evidence } from '../../facts/facts.ts';
import { type Column, type FieldColumns, text, word } from './columns.ts';
import type { Scope } from './scope.ts';

/**
 * `quote` is unaltered. Offsets count code points of the stored source text from 0, the end exclusive. `row_key` and
 * `column_name` are the place in a table. `confidence` is the extractor's score as it was given, as text.
 */
export function evidenceColumns({ iris }: Scope): FieldColumns<Evidence> {
  return {
    id: [word('id', (one) => one.id), text('iri', (one) => iris.evidence(one.source, one.id))],
    source: [word('source', (one) => one.source)],
    quote: [text('quote', (one) => one.quote)],
    occurrence: [whole('occurrence', (one) => one.occurrence)],
    anchor: Object.values(ANCHOR_COLUMNS),
    row: [text('row_key', (one) => one.row)],
    column: [text('column_name', (one) => one.column)],
    certainty: [word('certainty', (one) => one.certainty)],
    confidence: [text('confidence', (one) => one.confidence)],
    saidBy: [text('said_by', (one) => one.saidBy)],
    dateExpression: [text('date_expression', (one) => one.dateExpression)],
    note: [text('note', (one) => one.note)],
    withoutPlace: [text('without_place', (one) => one.withoutPlace)],
  };
}

const ANCHOR_COLUMNS: { readonly [Part in keyof Anchor]-?: Column<Evidence> } = {
  start: whole('anchor_start', ({ anchor }) => anchor?.start),
  end: whole('anchor_end', ({ anchor }) => anchor?.end),
  exact: text('anchor_exact', ({ anchor }) => anchor?.exact),
  prefix: text('anchor_prefix', ({ anchor }) => anchor?.prefix),
  suffix: text('anchor_suffix', ({ anchor }) => anchor?.suffix),
};

function whole(name: string, of: (evidence: Evidence) => number | undefined): Column<Evidence> {
  return {
    name,
    type: 'whole',
    of: (one) => {
      const value = of(one);
      return value === undefined ? undefined : BigInt(value);
    },
  };
}
