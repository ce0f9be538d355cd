import type { Problems } from '../core/diagnostic.ts';
import { checkIri, suggestIri } from '../core/iri.ts';
import { checkLanguageTag, suggestLanguageTag } from '../core/language.ts';
import { nearest } from '../core/suggest.ts';
import { type Document, originAt } from '../facts/document.ts';
import { checkForm } from '../facts/issues.ts';
import { checkProfile } from '../formats/formats.ts';
import { WRITE_DEFAULTS, type WriteOptions } from '../formats/options.ts';
import { FORMATS } from '../formats/table.ts';
import type { DatasetInfo, NotPlainReason } from '../knowledge/knowledge.ts';
import type { PlainChoice } from '../knowledge/plain.ts';
import type { EngineName } from '../layout/engines.ts';
import { DEFAULT_PROFILE, type ProfileName } from '../layout/profiles.ts';
import { COMPRESSIBLE, NOT_TAKEN, SettingsForm } from './form.ts';

/** The file that makes a folder a project. */
export const SETTINGS_FILE = 'factweave.yaml';

/** The version of the project and fact file format that this program reads. */
export const FORMAT_VERSION = '1';

/** Limits on the input, against files that would exhaust the machine. */
export interface Limits {
  /** Of every fact file; by default 64 MiB for YAML and JSON, 2,000,000,000 for JSON lines. */
  readonly fileBytes?: number;
  /** Default 10,000,000. */
  readonly facts: number;
  /** Nested lists and maps; default 64, at most 999. */
  readonly depth?: number;
  /** Values in a file, or in one line of JSON lines; default 5,000,000. */
  readonly values?: number;
  /** Values that the aliases of a YAML file stand for; default 1,000,000. */
  readonly aliases?: number;
}

/** The settings of a project, from its `factweave.yaml`, with all defaults filled in. */
export interface Settings {
  readonly dataset: DatasetInfo;
  /** The stem of the export files: `rust` in `rust.ttl`. */
  readonly name: string;
  /** Ontologies: the name of one that comes with factweave, or a `.ttl` file of the project. */
  readonly ontology: readonly string[];
  /** Fact files, relative to the project folder. */
  readonly inputs: readonly string[];
  /** Output folder, relative to the project folder. */
  readonly output: string;
  /** Names of export formats. */
  readonly formats: readonly string[];
  /** Names of formats whose files are compressed with gzip; default none. */
  readonly compress: readonly string[];
  /** Which facts without a reason against them are plain: all, the best supported of disputed ones, or undisputed ones. */
  readonly plain: PlainChoice;
  /** How the formats write. */
  readonly write: WriteOptions;
  readonly view: {
    /** Facts that are not plain and yet shown in the graph, by reason. Default none. */
    readonly include: readonly NotPlainReason[];
    readonly parallel: 'aggregate' | 'keep';
    readonly events: 'nodes' | 'flattened';
    readonly communities: boolean;
  };
  readonly layout: {
    readonly engine: EngineName;
    readonly profile: ProfileName;
    /** Whether a build goes on from the layout of the earlier one, where there is one. */
    readonly start: 'fresh' | 'earlier';
    readonly seed: number;
    readonly iterations?: number;
  };
  readonly limits: Limits;
}

/** The formats written when the settings name none. */
export const DEFAULT_FORMATS = ['turtle', 'nquads', 'graphml', 'json', 'shapes', 'dataset'] as const;

/**
 * Reads the settings of a project, or reports what is wrong with them.
 *
 * `folderName` gives the default of `name`.
 */
export function parseSettings(
  document: Document,
  { folderName }: { readonly folderName: string },
  problems: Problems,
): Settings | undefined {
  const before = problems.errors;
  const form = checkForm(SettingsForm, document.value, { document, path: [] }, problems);
  if (!form) return undefined;
  if (form.factweave !== FORMAT_VERSION) {
    problems.add('unsupported-version', document.place(['factweave']), {
      value: form.factweave,
      supported: FORMAT_VERSION,
    });
  }
  for (const key of ['base', 'homepage', 'download'] as const)
    checkAddress(key, form[key], { document, problems });
  checkLanguage(form, document, problems);
  checkFormats(form, document, problems);
  checkCompressed(form, document, problems);
  checkProfiles(form, document, problems);
  return problems.errors > before ? undefined : settingsOf(form, folderName);
}

interface Report {
  readonly document: Document;
  readonly problems: Problems;
}

/** Something is appended to `base` and `download`, so that they must end where a name can begin; pages link the others. */
const FORMS: Readonly<Record<string, RegExp>> = {
  base: /[/#]$/,
  homepage: /^https?:/i,
  download: /^https?:[^?#]*\/$/i,
};
const FORM_REASONS: Readonly<Record<string, string>> = {
  base: 'it must end in "/" or "#", since ids are appended to it',
  homepage: 'it must be an http or https address',
  download: 'it must be an http or https address that ends in "/", since file names are appended to it',
};

function checkAddress(key: string, iri: string | undefined, { document, problems }: Report): void {
  if (iri === undefined) return;
  const wrong = checkIri(iri);
  const reason = wrong ?? (FORMS[key]?.test(iri) === false ? FORM_REASONS[key] : undefined);
  if (reason === undefined) return;
  const suggestion = wrong === undefined ? (key === 'base' ? `${iri}/` : undefined) : suggestIri(iri);
  problems.add('invalid-iri', document.place([key]), { value: iri, reason, suggestion });
}

function checkLanguage({ language }: SettingsForm, document: Document, problems: Problems): void {
  if (language === undefined || checkLanguageTag(language)) return;
  const suggestion = suggestLanguageTag(language);
  problems.add('invalid-language-tag', document.place(['language']), { value: language, suggestion });
}

function checkFormats({ formats = [] }: SettingsForm, document: Document, problems: Problems): void {
  const allowed = [...FORMATS.keys()];
  for (const [i, value] of formats.entries()) {
    if (FORMATS.has(value)) continue;
    problems.add('unknown-format', { origin: originAt(document, ['formats', i]) }, () => ({
      value,
      allowed,
      suggestion: nearest(value, allowed),
    }));
  }
}

function checkCompressed({ compress = [] }: SettingsForm, document: Document, problems: Problems): void {
  for (const [i, value] of compress.entries()) {
    if (COMPRESSIBLE.includes(value)) continue;
    problems.add('unknown-value', { origin: originAt(document, ['compress', i]) }, () => ({
      value,
      list: 'compress',
      allowed: COMPRESSIBLE,
      suggestion: nearest(value, COMPRESSIBLE),
    }));
  }
}

/** A profile must be possible in every format that is written. */
function checkProfiles({ formats, write }: SettingsForm, document: Document, problems: Problems): void {
  for (const [i, name] of (formats ?? DEFAULT_FORMATS).entries()) {
    const format = FORMATS.get(name);
    const problem = format && checkProfile(format, write?.profile);
    const path = formats ? ['formats', i] : ['write', 'profile'];
    if (problem) problems.addAll([{ ...problem, place: document.place(path) }]);
  }
}

function settingsOf(form: SettingsForm, folderName: string): Settings {
  const { view, layout } = form;
  return {
    dataset: datasetOf(form),
    name: form.name ?? (NOT_TAKEN.test(folderName) ? folderName : 'graph'),
    ontology: form.ontology,
    inputs: form.inputs,
    output: form.output ?? 'exports',
    formats: form.formats ?? DEFAULT_FORMATS,
    compress: form.compress ?? [],
    plain: form.plain ?? 'all',
    write: { ...WRITE_DEFAULTS, ...given(form.write ?? {}) },
    view: {
      include: view?.include ?? [],
      parallel: view?.parallel ?? 'aggregate',
      events: view?.events ?? 'nodes',
      communities: view?.communities !== 'false',
    },
    layout: {
      engine: layout?.engine ?? 'forceatlas2',
      profile: layout?.profile ?? DEFAULT_PROFILE,
      start: layout?.start ?? 'fresh',
      seed: Number(layout?.seed ?? 1),
      ...(layout?.iterations !== undefined && { iterations: Number(layout.iterations) }),
    },
    limits: limitsOf(form.limits ?? {}),
  };
}

function datasetOf(form: SettingsForm): DatasetInfo {
  const { title, base, creators = [] } = form;
  const { description, licence, language, version, doi, issued, publisher, homepage, download, keywords } =
    form;
  const optional = {
    description,
    licence,
    language,
    version,
    doi,
    issued,
    publisher,
    homepage,
    download,
    keywords,
  };
  return {
    base,
    title,
    creators: creators.map(({ name, orcid }) => ({ name, ...given({ orcid }) })),
    ...given(optional),
  };
}

/** The members that have a value. */
function given<T extends object>(members: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const present = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [Key in keyof T]?: Exclude<T[Key], undefined> }; // fromEntries forgets the keys
}

function limitsOf(form: NonNullable<SettingsForm['limits']>): Limits {
  const numbers = Object.entries(form).map(([name, value]) => [name, Number(value)]);
  return { facts: 10_000_000, ...Object.fromEntries(numbers) };
}
