import type { Problems } from '../core/diagnostic.ts';
import { parseEdtf } from '../core/edtf.ts';
import { parseId, type SourceId } from '../core/ids.ts';
import { checkIri, suggestIri } from '../core/iri.ts';
import { checkLanguageTag, suggestLanguageTag } from '../core/language.ts';
import type { Source } from './facts.ts';
import type { SourceRecord } from './records.ts';

/** Checks one field of a source; true when it may stand. */
type Check = (value: string, key: string, record: SourceRecord, problems: Problems) => boolean;

const checkDate: Check = (value, key, record, problems) => {
  const date = parseEdtf(value);
  if (date.ok) return true;
  problems.add('invalid-date', record.origin.place(key), {
    value,
    reason: date.reason,
    suggestion: date.suggestion,
  });
  return false;
};

const checkUrl: Check = (value, key, record, problems) => {
  const reason = checkIri(value);
  if (reason === undefined) return true;
  problems.add('invalid-iri', record.origin.place(key), { value, reason, suggestion: suggestIri(value) });
  return false;
};

const checkLanguage: Check = (value, key, record, problems) => {
  if (checkLanguageTag(value)) return true;
  problems.add('invalid-language-tag', record.origin.place(key), {
    value,
    suggestion: suggestLanguageTag(value),
  });
  return false;
};

const checkSha256: Check = (value, key, record, problems) => {
  if (/^[0-9a-f]{64}$/.test(value)) return true;
  problems.add('invalid-literal', record.origin.place(key), {
    value,
    datatype: 'sha256',
    reason: 'it has 64 hex digits in lower case',
  });
  return false;
};

const checkId: Check = (value, key, record, problems) => {
  if (parseId(value) !== undefined) return true;
  problems.add('bad-id', record.origin.place(key), { value });
  return false;
};

const CHECKS: Readonly<Record<string, Check>> = {
  published: checkDate,
  retrieved: checkDate,
  url: checkUrl,
  language: checkLanguage,
  sha256: checkSha256,
  copyOf: checkId,
  corrects: checkId,
  retracts: checkId,
};

/** Types a source; a field with an error is reported and left out. */
export function parseSource(id: SourceId, record: SourceRecord, problems: Problems): Source {
  const fields: [string, string][] = [];
  for (const [key, value] of Object.entries(record.fields)) {
    if (value === undefined) continue;
    const check = CHECKS[key];
    if (!check || check(value, key, record, problems)) fields.push([key, value]);
  }
  // The fields are those of the zod schema of a source, so they fit the model key by key.
  return { id, origin: record.origin, ...Object.fromEntries(fields) } as unknown as Source;
}
