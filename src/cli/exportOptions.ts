/** The options of `build` and `export` that change how formats are made: each is a setting of `factweave.yaml`. */
import { nearest } from '../core/suggest.ts';
import { checkProfile } from '../formats/formats.ts';
import { WRITE_CHOICES } from '../formats/options.ts';
import { FORMATS } from '../formats/table.ts';
import { PLAIN_CHOICES } from '../knowledge/plain.ts';
import { COMPRESSIBLE, INCLUDABLE, LAYOUT_CHOICES, VIEW_CHOICES } from '../project/form.ts';
import type { Settings } from '../project/settings.ts';
import type { Call, Option } from './command.ts';
import { UsageError } from './io.ts';

interface Choice extends Option {
  readonly value: string;
  readonly values: readonly string[];
  /** Whether it takes several values, with commas. */
  readonly many?: boolean;
  /** Whether `none` stands for no value at all. */
  readonly clearable?: boolean;
  /** The settings with the values in place; they are among `values`. */
  readonly set: (settings: Settings, values: readonly string[]) => Settings;
}

/** One value of an option, found again as the literal that it is. */
function oneOf<T extends string>(values: readonly T[], chosen: readonly string[], otherwise: T): T {
  return values.find((value) => value === chosen.at(-1)) ?? otherwise;
}

function writeChoice<Key extends keyof Settings['write']>(
  name: string,
  key: Key,
  values: readonly Settings['write'][Key][],
  summary: string,
): Choice {
  return {
    name,
    value: 'WORD',
    values,
    summary: `${summary} (${values.join(', ')})`,
    set: (settings, chosen) => ({
      ...settings,
      write: { ...settings.write, [key]: oneOf(values, chosen, settings.write[key]) },
    }),
  };
}

const CHOICES: readonly Choice[] = [
  {
    name: 'formats',
    value: 'A,B',
    values: [...FORMATS.keys()],
    many: true,
    summary: `which formats: ${[...FORMATS.keys()].join(', ')}`,
    set: (settings, formats) => ({ ...settings, formats }),
  },
  {
    name: 'compress',
    value: 'A,B',
    values: COMPRESSIBLE,
    many: true,
    clearable: true,
    summary: `the formats whose files are compressed with gzip, or none: ${COMPRESSIBLE.join(', ')}`,
    set: (settings, compress) => ({ ...settings, compress }),
  },
  writeChoice('profile', 'profile', WRITE_CHOICES.profile, 'RDF: what is said of a fact beside its triple'),
  {
    name: 'plain',
    value: 'WORD',
    values: PLAIN_CHOICES,
    summary: `which disputed facts are plain: all, the best supported, or none (${PLAIN_CHOICES.join(', ')})`,
    set: (settings, chosen) => ({ ...settings, plain: oneOf(PLAIN_CHOICES, chosen, settings.plain) }),
  },
  {
    name: 'include',
    value: 'A,B',
    values: INCLUDABLE,
    many: true,
    clearable: true,
    summary: `facts that the graph shows though they are not plain: ${INCLUDABLE.join(', ')}, or none`,
    set: (settings, chosen) => {
      const include = INCLUDABLE.filter((reason) => chosen.includes(reason));
      return { ...settings, view: { ...settings.view, include } };
    },
  },
  {
    name: 'events',
    value: 'WORD',
    values: VIEW_CHOICES.events,
    summary: `graph: events as nodes, or as edges between those they connect (${VIEW_CHOICES.events.join(', ')})`,
    set: (settings, chosen) => {
      const events = oneOf(VIEW_CHOICES.events, chosen, settings.view.events);
      return { ...settings, view: { ...settings.view, events } };
    },
  },
  {
    name: 'parallel',
    value: 'WORD',
    values: VIEW_CHOICES.parallel,
    summary: `graph: facts that differ only in qualifiers as one edge, or as one each (${VIEW_CHOICES.parallel.join(', ')})`,
    set: (settings, chosen) => {
      const parallel = oneOf(VIEW_CHOICES.parallel, chosen, settings.view.parallel);
      return { ...settings, view: { ...settings.view, parallel } };
    },
  },
  writeChoice(
    'graphml',
    'graphml',
    WRITE_CHOICES.graphml,
    'GraphML: with the types of edges that Gephi reads, or as its official schema wants it',
  ),
  writeChoice('size-unit', 'sizeUnit', WRITE_CHOICES.sizeUnit, 'laid-out JSON: what sizes are radii in'),
  writeChoice(
    'formulas',
    'formulas',
    WRITE_CHOICES.formulas,
    'CSV: texts that a spreadsheet would run, as they are or after a quote mark',
  ),
  writeChoice(
    'illegal-characters',
    'illegalCharacters',
    WRITE_CHOICES.illegalCharacters,
    'XML: characters that it cannot hold are an error, or replaced by U+FFFD',
  ),
  writeChoice(
    'theme',
    'theme',
    WRITE_CHOICES.theme,
    'pictures: the ground; auto: as the reader of an SVG has it',
  ),
  writeChoice('paper', 'paper', WRITE_CHOICES.paper, 'pictures: what they are drawn on'),
];

function layoutChoice<Key extends keyof typeof LAYOUT_CHOICES>(
  name: string,
  key: Key,
  { values, summary }: { readonly values: readonly Settings['layout'][Key][]; readonly summary: string },
): Choice {
  return {
    name,
    value: 'WORD',
    values,
    summary: `${summary} (${values.join(', ')})`,
    set: (settings, chosen) => ({
      ...settings,
      layout: { ...settings.layout, [key]: oneOf(values, chosen, settings.layout[key]) },
    }),
  };
}

/** Of `build` alone, since `export` keeps the layout there is. */
const LAYOUTS: readonly Choice[] = [
  layoutChoice('layout', 'profile', {
    values: LAYOUT_CHOICES.profile,
    summary: 'graph: what the picture is to show best',
  }),
  layoutChoice('engine', 'engine', {
    values: LAYOUT_CHOICES.engine,
    summary: 'graph: what moves the nodes',
  }),
  layoutChoice('start', 'start', {
    values: LAYOUT_CHOICES.start,
    summary: 'graph: a new picture, or the earlier one, where little moves but near what has changed',
  }),
];

const optionOf = ({ name, value, summary }: Choice): Option => ({ name, value, summary });
export const EXPORT_OPTIONS: readonly Option[] = CHOICES.map(optionOf);
export const LAYOUT_OPTIONS: readonly Option[] = LAYOUTS.map(optionOf);

/**
 * What the call changes in the settings; throws UsageError for a value that there is not, before anything is read,
 * and when it is applied to settings whose formats cannot hold the profile.
 */
export function changesOf(
  call: Call,
  { formats }: { readonly formats: 'replace' | 'add' } = { formats: 'replace' },
): (settings: Settings) => Settings {
  const chosen = [...CHOICES, ...LAYOUTS].flatMap((choice) => {
    const given = call.values.get(choice.name);
    return given ? [{ choice, values: valuesOf(choice, given) }] : [];
  });
  return (settings) => {
    const asked = chosen.reduce((current, { choice, values }) => choice.set(current, values), settings);
    const all = formats === 'add' ? [...new Set([...settings.formats, ...asked.formats])] : asked.formats;
    const changed = { ...asked, formats: all };
    for (const name of changed.formats) checkHolds(name, changed.write.profile);
    return changed;
  };
}

function valuesOf({ name, values, many, clearable }: Choice, given: readonly string[]): readonly string[] {
  if (clearable && given.join() === 'none') return [];
  const chosen = many ? given.flatMap((value) => value.split(',')) : given;
  for (const value of chosen) {
    if (values.includes(value)) continue;
    const suggestion = nearest(value, values);
    const hint = suggestion ? `did you mean ${suggestion}?` : `--${name} takes ${values.join(', ')}`;
    const what = values === CHOICES[0]?.values ? 'format' : `value for --${name}`;
    throw new UsageError(`unknown ${what} ${JSON.stringify(value)}: ${hint}`);
  }
  return chosen;
}

function checkHolds(name: string, profile: Settings['write']['profile']): void {
  const format = FORMATS.get(name);
  if (!format || !('profiles' in format) || !checkProfile(format, profile)) return;
  const able = [...FORMATS.values()].filter((one) => 'profiles' in one && one.profiles?.includes(profile));
  throw new UsageError(
    `${name} cannot hold the profile ${profile}: --profile ${format.profiles?.join(' or ')}, or --formats ${able.map((one) => one.name).join(',')}`,
  );
}
