import { z } from 'zod';
import type { Problems } from '../core/diagnostic.ts';
import { checkIri, suggestIri } from '../core/iri.ts';
import { checkLanguageTag, suggestLanguageTag } from '../core/language.ts';
import { nearest } from '../core/suggest.ts';
import type { Document } from '../facts/document.ts';
import { checkForm } from '../facts/issues.ts';
import type { DatasetInfo, NotPlainReason } from '../knowledge/knowledge.ts';

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
  readonly view: {
    /** Facts that are not plain and yet shown in the graph, by reason. Default none. */
    readonly include: readonly NotPlainReason[];
    readonly parallel: 'aggregate' | 'keep';
    readonly communities: boolean;
  };
  readonly layout: {
    readonly engine: 'forceatlas2' | 'none';
    readonly seed: number;
    readonly iterations?: number;
  };
  readonly limits: Limits;
}

/** The formats written when the settings name none. */
export const DEFAULT_FORMATS = ['turtle', 'nquads', 'graphml', 'json'] as const;

/** The reasons that `view.include` may name; a rejected fact or one without an object is never shown. */
const INCLUDABLE = ['planned', 'expected', 'alleged', 'attributed', 'negated', 'possible'] as const;

const text = z.string();
const texts = z.array(text);
const truth = z.enum(['true', 'false']);
const wholeNumber = z.string().regex(/^(0|[1-9][0-9]{0,11})$/, 'a whole number');
/** `manifest.json` and `csv-metadata.json` are taken, on some disks in any letter case. */
const NOT_MANIFEST = /^(?!(?:manifest|csv-metadata)$)/i;
const fileStem = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'a file name of letters, digits, ".", "_" and "-"')
  .regex(NOT_MANIFEST, 'another name than that of the manifest or the CSV metadata');

const SettingsSpec = z.strictObject({
  factweave: text,
  title: text,
  base: text,
  name: fileStem.optional(),
  description: text.optional(),
  licence: text.optional(),
  creators: texts.optional(),
  language: text.optional(),
  ontology: texts.min(1),
  inputs: texts.min(1),
  output: text.optional(),
  formats: texts.min(1).optional(),
  view: z
    .strictObject({
      include: z.array(z.enum(INCLUDABLE)).optional(),
      parallel: z.enum(['aggregate', 'keep']).optional(),
      communities: truth.optional(),
    })
    .optional(),
  layout: z
    .strictObject({
      engine: z.enum(['forceatlas2', 'none']).optional(),
      seed: wholeNumber.optional(),
      iterations: wholeNumber.optional(),
    })
    .optional(),
  limits: z
    .strictObject({
      fileBytes: wholeNumber.optional(),
      facts: wholeNumber.optional(),
      depth: z
        .string()
        .regex(/^[1-9][0-9]{0,2}$/, 'a whole number from 1 to 999')
        .optional(),
      values: wholeNumber.optional(),
      aliases: wholeNumber.optional(),
    })
    .optional(),
});
type SettingsSpec = z.infer<typeof SettingsSpec>;

/**
 * Reads the settings of a project, or reports what is wrong with them.
 *
 * `folderName` gives the default of `name`; `knownFormats` are the names that `formats` may hold.
 */
export function parseSettings(
  document: Document,
  known: { readonly folderName: string; readonly formats: readonly string[] },
  problems: Problems,
): Settings | undefined {
  const before = problems.errors;
  const spec = checkForm(SettingsSpec, document.value, { document, path: [] }, problems);
  if (!spec) return undefined;
  if (spec.factweave !== FORMAT_VERSION) {
    problems.add('unsupported-version', document.place(['factweave']), {
      value: spec.factweave,
      supported: FORMAT_VERSION,
    });
  }
  checkBase(spec, document, problems);
  checkLanguage(spec, document, problems);
  for (const [i, value] of (spec.formats ?? []).entries()) {
    if (known.formats.includes(value)) continue;
    const suggestion = nearest(value, known.formats);
    problems.add('unknown-format', document.place(['formats', i]), {
      value,
      allowed: known.formats,
      suggestion,
    });
  }
  return problems.errors > before ? undefined : settingsOf(spec, known.folderName);
}

function checkBase({ base }: SettingsSpec, document: Document, problems: Problems): void {
  const endsRight = /[/#]$/.test(base);
  const reason =
    checkIri(base) ?? (endsRight ? undefined : 'it must end in "/" or "#", since ids are appended to it');
  if (reason === undefined) return;
  const suggestion = checkIri(base) === undefined ? `${base}/` : suggestIri(base);
  problems.add('invalid-iri', document.place(['base']), { value: base, reason, suggestion });
}

function checkLanguage({ language }: SettingsSpec, document: Document, problems: Problems): void {
  if (language === undefined || checkLanguageTag(language)) return;
  const suggestion = suggestLanguageTag(language);
  problems.add('invalid-language-tag', document.place(['language']), { value: language, suggestion });
}

function settingsOf(spec: SettingsSpec, folderName: string): Settings {
  const { title, base, description, licence, language, creators = [] } = spec;
  return {
    dataset: {
      base,
      title,
      creators,
      ...(description !== undefined && { description }),
      ...(licence !== undefined && { licence }),
      ...(language !== undefined && { language }),
    },
    name: spec.name ?? (NOT_MANIFEST.test(folderName) ? folderName : 'graph'),
    ontology: spec.ontology,
    inputs: spec.inputs,
    output: spec.output ?? 'exports',
    formats: spec.formats ?? DEFAULT_FORMATS,
    view: {
      include: spec.view?.include ?? [],
      parallel: spec.view?.parallel ?? 'aggregate',
      communities: spec.view?.communities !== 'false',
    },
    layout: {
      engine: spec.layout?.engine ?? 'forceatlas2',
      seed: Number(spec.layout?.seed ?? 1),
      ...(spec.layout?.iterations !== undefined && { iterations: Number(spec.layout.iterations) }),
    },
    limits: limitsOf(spec.limits ?? {}),
  };
}

function limitsOf(spec: NonNullable<SettingsSpec['limits']>): Limits {
  const given = Object.entries(spec).map(([name, value]) => [name, Number(value)]);
  return { facts: 10_000_000, ...Object.fromEntries(given) };
}
