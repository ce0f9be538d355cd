/** What a column of a Parquet file is, before its values pass the gate. */

/** A record within a list; undefined for what is absent. */
export type Cells<Name extends string = string> = { readonly [Key in Name]: string | undefined };

interface Typed<Row, Type extends string, Value> {
  /** In snake_case; no word that SQL reserves. */
  readonly name: string;
  readonly type: Type;
  /** Never absent, and never text of the user's: null is not allowed. */
  readonly required?: true;
  /** Undefined becomes null. */
  readonly of: (row: Row) => Value;
}

/**
 * One column: `text`, `texts` (a list, never null), `truth` (boolean), `whole` (64 bits), `day` (in days from
 * 1970-01-01) and `records` (a list of records of texts, never null, whose `key` is in each).
 */
export type Column<Row> =
  | Typed<Row, 'text', string | undefined>
  | Typed<Row, 'texts', readonly string[]>
  | Typed<Row, 'truth', boolean | undefined>
  | Typed<Row, 'whole', bigint | undefined>
  | Typed<Row, 'day', number | undefined>
  | (Typed<Row, 'records', readonly Cells[]> & { readonly key: string; readonly fields: readonly string[] });

/**
 * The columns that hold each field of the model: a new field does not compile until it has its own.
 *
 * `origin` has none: where a record stands in its file differs for equal knowledge, and equal knowledge gives equal
 * bytes.
 */
export type FieldColumns<Row> = {
  readonly [Field in Exclude<keyof Row, 'origin'>]-?: readonly Column<Row>[];
};

/** A column and the field of the model that it holds, for the place in a diagnostic. */
export interface PlacedColumn<Row> {
  readonly column: Column<Row>;
  readonly part: string;
}

/** All columns in the order of the fields. */
export function inOrder<Row>(fields: Readonly<Record<string, readonly Column<Row>[]>>): PlacedColumn<Row>[] {
  return Object.entries(fields).flatMap(([part, columns]) => columns.map((column) => ({ column, part })));
}

export function text<Row>(name: string, of: (row: Row) => string | undefined): Column<Row> {
  return { name, type: 'text', of };
}

/** An id, or a word of a closed list: always there. */
export function word<Row>(name: string, of: (row: Row) => string): Column<Row> {
  return { name, type: 'text', required: true, of };
}

export function texts<Row>(name: string, of: (row: Row) => readonly string[]): Column<Row> {
  return { name, type: 'texts', required: true, of };
}
