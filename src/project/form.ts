/** The form of `factweave.yaml`: which keys there are, and which values each takes. All scalars are texts. */
import { z } from 'zod';
import { isDay } from '../core/calendar.ts';
import { isCompressible } from '../formats/formats.ts';
import { WRITE_CHOICES } from '../formats/options.ts';
import { FORMATS } from '../formats/table.ts';
import { PLAIN_CHOICES } from '../knowledge/plain.ts';
import { ENGINES } from '../layout/engines.ts';
import { PROFILES } from '../layout/profiles.ts';
import { isOrcid } from './orcid.ts';

/** The reasons that `view.include` may name; a rejected fact or one without an object is never shown. */
export const INCLUDABLE = [
  'planned',
  'expected',
  'alleged',
  'attributed',
  'negated',
  'possible',
  'disputed',
  'outweighed',
] as const;

/** The formats that `compress` may name. */
export const COMPRESSIBLE: readonly string[] = [...FORMATS.values()]
  .filter(isCompressible)
  .map(({ name }) => name);

/** The values of the settings of the graph view, the default first. */
export const VIEW_CHOICES = {
  parallel: ['aggregate', 'keep'],
  events: ['nodes', 'flattened'],
} as const;

/** The values of the settings of the layout; the default of the profile is elsewhere, of the others the first. */
export const LAYOUT_CHOICES = {
  engine: ENGINES,
  profile: PROFILES,
  start: ['fresh', 'earlier'],
} as const;

/** Names of files that a set of exports has anyway, on some disks in any letter case. */
export const NOT_TAKEN = /^(?!(?:manifest|csv-metadata|dataset|shapes|citation)$)/i;

const text = z.string();
const texts = z.array(text);
const truth = z.enum(['true', 'false']);
const wholeNumber = z.string().regex(/^(0|[1-9][0-9]{0,11})$/, 'a whole number');
const fileStem = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'a file name of letters, digits, ".", "_" and "-"')
  .regex(NOT_TAKEN, 'another name than manifest, csv-metadata, dataset, shapes or citation');
const creator = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  z.strictObject({
    name: text,
    orcid: z
      .string()
      .refine(isOrcid, 'an ORCID iD with a right check digit, as 0000-0002-1825-0097')
      .optional(),
  }),
);

/** What the settings say of the data set. */
const dataset = {
  title: text,
  base: text,
  description: text.optional(),
  licence: text.optional(),
  creators: z.array(creator).optional(),
  language: text.optional(),
  version: text.optional(),
  doi: z
    .string()
    .regex(/^10\.[0-9]{4,9}\/[!-~]+$/, 'a DOI without an address before it, as 10.5281/zenodo.1234567')
    .optional(),
  issued: z.string().refine(isDay, 'a day, as 2026-11-22').optional(),
  publisher: text.optional(),
  homepage: text.optional(),
  download: text.optional(),
  keywords: texts.optional(),
};

export const SettingsForm = z.strictObject({
  factweave: text,
  ...dataset,
  name: fileStem.optional(),
  ontology: texts.min(1),
  inputs: texts.min(1),
  output: text.optional(),
  formats: texts.min(1).optional(),
  compress: texts.optional(),
  plain: z.enum(PLAIN_CHOICES).optional(),
  write: z
    .strictObject({
      profile: z.enum(WRITE_CHOICES.profile).optional(),
      graphml: z.enum(WRITE_CHOICES.graphml).optional(),
      sizeUnit: z.enum(WRITE_CHOICES.sizeUnit).optional(),
      formulas: z.enum(WRITE_CHOICES.formulas).optional(),
      illegalCharacters: z.enum(WRITE_CHOICES.illegalCharacters).optional(),
      theme: z.enum(WRITE_CHOICES.theme).optional(),
      paper: z.enum(WRITE_CHOICES.paper).optional(),
    })
    .optional(),
  view: z
    .strictObject({
      include: z.array(z.enum(INCLUDABLE)).optional(),
      parallel: z.enum(VIEW_CHOICES.parallel).optional(),
      events: z.enum(VIEW_CHOICES.events).optional(),
      communities: truth.optional(),
    })
    .optional(),
  layout: z
    .strictObject({
      engine: z.enum(LAYOUT_CHOICES.engine).optional(),
      profile: z.enum(LAYOUT_CHOICES.profile).optional(),
      start: z.enum(LAYOUT_CHOICES.start).optional(),
      seed: wholeNumber.optional(),
      iterations: z
        .string()
        .regex(/^(0|[1-9][0-9]{0,4})$/, 'a whole number up to 99,999')
        .optional(),
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
export type SettingsForm = z.infer<typeof SettingsForm>;
