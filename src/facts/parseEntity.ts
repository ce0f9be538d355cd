import type { Problems } from '../core/diagnostic.ts';
import type { EntityId } from '../core/ids.ts';
import { checkLanguageTag, suggestLanguageTag } from '../core/language.ts';
import { nearest } from '../core/suggest.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { Entity } from './facts.ts';
import type { FormerId } from './formerIds.ts';
import { parseIdAt } from './parseId.ts';
import type { EntityRecord } from './records.ts';

/** One definition of an entity. Its former ids are settled when all definitions are known. */
export interface ParsedEntity {
  readonly entity: Omit<Entity, 'formerIds'>;
  readonly formerIds: readonly FormerId[];
}

/** Types an entity; a definition with an error is reported and left out. */
export function parseEntity(
  record: EntityRecord,
  ontology: Ontology,
  problems: Problems,
): ParsedEntity | undefined {
  const { label, language, origin } = record;
  const id = parseIdAt<EntityId>(record.id, { origin }, problems);
  const formerIds = parseFormerIds(record, problems);
  const fits =
    checkClass(record, ontology, problems) && checkLabel(record, problems) && checkLanguage(record, problems);
  if (!fits || !id || !formerIds) return undefined;
  const labelled = label !== undefined && {
    label,
    ...(language !== undefined && { labelLanguage: language }),
  };
  return { entity: { id, class: record.class, origin, ...labelled }, formerIds };
}

/** Undefined when one of them is no id. */
function parseFormerIds(
  { formerIds = [], origin }: EntityRecord,
  problems: Problems,
): readonly FormerId[] | undefined {
  const parsed = formerIds.flatMap((text, i) => {
    const at = { origin, part: `formerIds.${i}` };
    const id = parseIdAt<EntityId>(text, at, problems);
    return id ? [{ id, at }] : [];
  });
  return parsed.length === formerIds.length ? parsed : undefined;
}

function checkClass(record: EntityRecord, { classes }: Ontology, problems: Problems): boolean {
  if (classes.has(record.class)) return true;
  const suggestion = nearest(record.class, classes.keys());
  const params = { value: record.class, allowed: [...classes.keys()], suggestion };
  problems.add('unknown-class', record.origin.place('class'), params);
  return false;
}

function checkLabel({ label, origin }: EntityRecord, problems: Problems): boolean {
  if (label === undefined || label.trim() !== '') return true;
  const params = { value: label, datatype: 'text', reason: 'it is empty' };
  problems.add('invalid-literal', origin.place('label'), params);
  return false;
}

function checkLanguage({ label, language, origin }: EntityRecord, problems: Problems): boolean {
  if (label === undefined || language === undefined || checkLanguageTag(language)) return true;
  const suggestion = suggestLanguageTag(language);
  problems.add('invalid-language-tag', origin.place('label'), { value: language, suggestion });
  return false;
}
