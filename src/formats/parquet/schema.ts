/** Columns as elements of a Parquet schema: a tree, written with each parent before its children. */
import type { Column } from './columns.ts';
import type { SchemaElement } from './library.ts';

type Repetition = NonNullable<SchemaElement['repetition_type']>;

export function schemaOf(columns: readonly Column<never>[]): SchemaElement[] {
  return [{ name: 'schema', num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

function elementsOf(column: Column<never>): SchemaElement[] {
  const { name } = column;
  const repetition = column.required ? 'REQUIRED' : 'OPTIONAL';
  switch (column.type) {
    case 'text':
      return [textElement(name, repetition)];
    case 'truth':
      return [{ name, type: 'BOOLEAN', repetition_type: repetition }];
    case 'whole':
      return [{ name, type: 'INT64', repetition_type: repetition }];
    case 'day': {
      const date = { converted_type: 'DATE', logical_type: { type: 'DATE' } } as const;
      return [{ name, type: 'INT32', ...date, repetition_type: repetition }];
    }
    case 'texts':
      return listOf(name, repetition, [textElement('element', 'REQUIRED')]);
    case 'records': {
      const { fields, key } = column;
      const children = fields.map((field) => textElement(field, field === key ? 'REQUIRED' : 'OPTIONAL'));
      const record = { name: 'element', repetition_type: 'REQUIRED', num_children: children.length } as const;
      return listOf(name, repetition, [record, ...children]);
    }
  }
}

function textElement(name: string, repetition_type: Repetition): SchemaElement {
  return {
    name,
    type: 'BYTE_ARRAY',
    converted_type: 'UTF8',
    logical_type: { type: 'STRING' },
    repetition_type,
  };
}

/** The three levels of a list (Apache Parquet, Logical Types: Lists), which every reader knows. */
function listOf(name: string, repetition_type: Repetition, element: SchemaElement[]): SchemaElement[] {
  const list = { converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 } as const;
  return [
    { name, ...list, repetition_type },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ...element,
  ];
}
