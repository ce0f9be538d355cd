import type { Problems } from '../core/diagnostic.ts';
import { parseEdtf } from '../core/edtf.ts';
import { suggestIri } from '../core/iri.ts';
import { checkLanguageTag, suggestLanguageTag } from '../core/language.ts';
import type { Origin } from '../core/place.ts';
import { nearest } from '../core/suggest.ts';
import { findIllegal } from '../core/text.ts';
import { DATATYPES } from '../ontology/datatypes.ts';
import type { Ontology, ValueType } from '../ontology/ontology.ts';
import type { Literal } from './facts.ts';

/** A value as written, and what it should be. */
export interface Written {
  readonly text: string;
  readonly language: string | undefined;
  readonly type: ValueType & { readonly name: string };
  readonly at: { readonly origin: Origin; readonly part: string };
}

/** Types a value as its relation or qualifier demands, or reports why it cannot be. */
export function parseLiteral(
  context: { readonly ontology: Ontology; readonly problems: Problems },
  { text, language, type, at }: Written,
): Literal | undefined {
  const { datatype, list } = type;
  const { problems } = context;
  const illegal = findIllegal(text);
  if (illegal) {
    problems.add(illegal.kind, at, { codePoint: illegal.codePoint });
    return undefined;
  }
  if (datatype === 'string') return parseText(problems, { text, language, type, at });
  if (datatype === 'concept') return parseConcept(context, { text, language, type, at }, list ?? '');
  if (datatype === 'date') {
    const date = parseEdtf(text);
    if (date.ok) return { datatype, text };
    problems.add('invalid-date', at, { value: text, reason: date.reason, suggestion: date.suggestion });
    return undefined;
  }
  const failure = DATATYPES[datatype].check(text);
  if (!failure) return { datatype, text };
  if (datatype === 'iri')
    problems.add('invalid-iri', at, { value: text, reason: failure.reason, suggestion: suggestIri(text) });
  else
    problems.add('invalid-literal', at, {
      value: text,
      datatype: DATATYPES[datatype].label,
      reason: failure.reason,
      suggestion: failure.suggestion,
    });
  return undefined;
}

function parseText(problems: Problems, { text, language, at }: Written): Literal | undefined {
  if (text.trim() === '') {
    problems.add('invalid-literal', at, { value: text, datatype: 'text', reason: 'it is empty' });
    return undefined;
  }
  if (language === undefined) return { datatype: 'string', text };
  if (checkLanguageTag(language)) return { datatype: 'string', text, language };
  const place = { origin: at.origin, part: 'language' };
  problems.add('invalid-language-tag', place, { value: language, suggestion: suggestLanguageTag(language) });
  return undefined;
}

function parseConcept(
  context: { ontology: Ontology; problems: Problems },
  { text, at }: Written,
  list: string,
): Literal | undefined {
  const concepts = context.ontology.lists.get(list)?.concepts;
  if (concepts?.has(text)) return { datatype: 'concept', list, text };
  const allowed = [...(concepts?.keys() ?? [])];
  context.problems.add('unknown-value', at, {
    value: text,
    list,
    allowed,
    extensible: true,
    suggestion: nearest(text, allowed),
  });
  return undefined;
}
