/** Sources: what facts were read in. */
import type { Source } from '../../facts/facts.ts';
import type { Collector, SubjectGroup } from './groups.ts';
import type { Scope } from './profile.ts';
import { textAdder } from './values.ts';
import type { Predicate } from './vocabulary.ts';

/** What the source is: title, publisher, dates, hash, and the sources it copies, corrects or retracts. */
export function describeSource(scope: Scope, source: Source): readonly SubjectGroup[] {
  const { mint, gate, vocabulary } = scope;
  const { own, things } = vocabulary;
  const { group } = scope;
  const text = textAdder(scope, group, source.origin);
  const date = (predicate: Predicate | undefined, part: 'published' | 'retrieved') => {
    const value = source[part];
    const at = { origin: source.origin, part };
    if (value !== undefined) group.add(predicate, gate.typed({ datatype: 'date', text: value }, at));
  };
  group.add(own.type, things.Source);
  text(own.kindOfSource, 'type', source.type);
  text(own.title, 'title', source.title);
  text(own.publisher, 'publisher', source.publisher);
  text(own.creator, 'author', source.author);
  text(own.language, 'language', source.language);
  text(own.sha256, 'sha256', source.sha256);
  date(own.issued, 'published');
  date(own.retrievedOn, 'retrieved');
  addLicence(scope, group, source);
  if (source.url !== undefined) {
    group.add(own.seeAlso, gate.iri(source.url, { origin: source.origin, part: 'url' }));
  }
  for (const part of ['copyOf', 'corrects', 'retracts'] as const) {
    const other = source[part];
    if (other !== undefined) group.add(own[part], mint.source(other));
  }
  return group.build(mint.source(source.id));
}

/** A licence that is a web address is linked, any other wording is quoted. */
function addLicence(scope: Scope, group: Collector, source: Source): void {
  const { licence } = source;
  if (licence === undefined) return;
  const at = { origin: source.origin, part: 'licence' };
  const iri = /^https?:/i.test(licence) ? scope.quietGate.iri(licence, at) : undefined;
  if (iri !== undefined) group.add(scope.vocabulary.own.licence, iri);
  else textAdder(scope, group, source.origin)(scope.vocabulary.own.rights, 'licence', licence);
}
