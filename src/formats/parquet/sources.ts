import type { Source } from '../../facts/facts.ts';
import { type Column, type FieldColumns, text, word } from './columns.ts';
import type { Scope } from './scope.ts';

/** Dates as EDTF, with the first and last day that they may mean. `text_file` is the file that holds the text. */
export function sourceColumns(scope: Scope): FieldColumns<Source> {
  const { iris } = scope;
  return {
    id: [word('id', (source) => source.id), text('iri', (source) => iris.source(source.id))],
    type: [text('type', (source) => source.type)],
    title: [text('title', (source) => source.title)],
    publisher: [text('publisher', (source) => source.publisher)],
    author: [text('author', (source) => source.author)],
    published: dateColumns(scope, 'published'),
    retrieved: dateColumns(scope, 'retrieved'),
    url: [text('url', (source) => source.url)],
    language: [text('language', (source) => source.language)],
    licence: [text('licence', (source) => source.licence)],
    text: [text('text_file', (source) => source.text)],
    sha256: [text('sha256', (source) => source.sha256)],
    copyOf: [text('copy_of', (source) => source.copyOf)],
    corrects: [text('corrects', (source) => source.corrects)],
    retracts: [text('retracts', (source) => source.retracts)],
  };
}

function dateColumns({ calendar }: Scope, name: 'published' | 'retrieved'): Column<Source>[] {
  return [
    text(name, (source) => source[name]),
    { name: `${name}_earliest`, type: 'day', of: (source) => calendar.earliest(source[name]) },
    { name: `${name}_latest`, type: 'day', of: (source) => calendar.latest(source[name]) },
  ];
}
