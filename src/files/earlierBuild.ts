import { join } from 'node:path';
import { z } from 'zod';
import type { Problems } from '../core/diagnostic.ts';
import { textOf } from '../core/text.ts';
import type { ManifestOptions } from '../formats/manifest.ts';
import { WRITE_CHOICES, WRITE_DEFAULTS } from '../formats/options.ts';
import { PLAIN_CHOICES } from '../knowledge/plain.ts';
import type { EarlierLayout } from '../layout/keep.ts';
import { COMPRESSIBLE, INCLUDABLE, VIEW_CHOICES } from '../project/form.ts';
import { earlierExports } from './checkOutput.ts';
import { MANIFEST } from './commit.ts';
import { unpack } from './gzip.ts';
import { readRegular, readRegularText } from './regular.ts';

/** The options in a manifest. */
const OptionsForm = z.object({
  options: z.strictObject({
    compress: z.array(z.enum(COMPRESSIBLE)),
    plain: z.enum(PLAIN_CHOICES),
    write: z.strictObject({
      profile: z.enum(WRITE_CHOICES.profile),
      graphml: z.enum(WRITE_CHOICES.graphml),
      sizeUnit: z.enum(WRITE_CHOICES.sizeUnit),
      formulas: z.enum(WRITE_CHOICES.formulas),
      illegalCharacters: z.enum(WRITE_CHOICES.illegalCharacters),
      // Earlier versions made no pictures.
      theme: z.enum(WRITE_CHOICES.theme).default(WRITE_DEFAULTS.theme),
      paper: z.enum(WRITE_CHOICES.paper).default(WRITE_DEFAULTS.paper),
    }),
    view: z.strictObject({
      include: z.array(z.enum(INCLUDABLE)),
      parallel: z.enum(VIEW_CHOICES.parallel),
      events: z.enum(VIEW_CHOICES.events),
      communities: z.boolean(),
    }),
  }),
});

/** The options of the earlier build in a folder; undefined where no manifest tells them. */
export function earlierOptions(folder: string): ManifestOptions | undefined {
  try {
    const json: unknown = JSON.parse(readRegularText(join(folder, MANIFEST)));
    return OptionsForm.safeParse(json).data?.options;
  } catch {
    return undefined; // no manifest, or a broken one
  }
}

const inFrame = z.number().min(-5000).max(5000);

/** The parts of laid-out JSON that hold its layout. */
const LaidOutForm = z.object({
  attributes: z.object({
    layout: z.object({ algorithm: z.string(), seed: z.int().min(0), iterations: z.int().min(0) }),
  }),
  nodes: z.array(z.object({ key: z.string(), attributes: z.object({ x: inFrame, y: inFrame }) })),
  edges: z.array(z.object({ source: z.string(), target: z.string() })),
});

/** Whether the earlier build in a folder has laid-out JSON. */
export function hasLayout(folder: string): boolean {
  return laidOutName(folder) !== undefined;
}

function laidOutName(folder: string): string | undefined {
  return [...(earlierExports(folder)?.files ?? [])].find(([, format]) => format === 'json')?.[0];
}

/**
 * Reads the layout of the earlier build in a folder from its laid-out JSON.
 *
 * Undefined, with `layout-missing` or `layout-unreadable`, where there is none to read.
 */
export function earlierLayout(folder: string, problems: Problems): EarlierLayout | undefined {
  const name = laidOutName(folder);
  if (name === undefined) return void problems.add('layout-missing', undefined, { path: folder });
  const path = join(folder, name);
  try {
    const bytes = readRegular(path);
    const text = textOf(name.endsWith('.gz') ? unpack(bytes) : bytes);
    const { attributes, nodes, edges } = LaidOutForm.parse(JSON.parse(text));
    const positions = nodes.map(({ key, attributes: { x, y } }) => [key, [x, y]] as const);
    const links = edges.map(({ source, target }) => [source, target] as const);
    return { positions: new Map(positions), links, ...attributes.layout };
  } catch (error) {
    return void problems.add('layout-unreadable', undefined, { path, detail: detailOf(error) });
  }
}

/** The first thing wrong, with its place in the file. */
function detailOf(error: unknown): string {
  if (!(error instanceof z.ZodError)) return String(error).split('\n')[0] ?? '';
  const [first] = error.issues;
  const place = z.core.toDotPath(first?.path ?? []);
  return [place, first?.message ?? ''].filter((part) => part !== '').join(': ');
}
