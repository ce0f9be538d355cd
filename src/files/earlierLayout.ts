import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Problems } from '../core/diagnostic.ts';
import type { EarlierLayout } from '../layout/keep.ts';
import { earlierExports } from './checkOutput.ts';

const inFrame = z.number().min(-5000).max(5000);

/** The parts of laid-out JSON that hold its layout. */
const LaidOutForm = z.object({
  attributes: z.object({
    layout: z.object({ algorithm: z.string(), seed: z.int().min(0), iterations: z.int().min(0) }),
  }),
  nodes: z.array(z.object({ key: z.string(), attributes: z.object({ x: inFrame, y: inFrame }) })),
});

/**
 * Reads the layout of the earlier build in a folder from its laid-out JSON.
 *
 * Undefined, with `layout-missing` or `layout-unreadable`, where there is none to read.
 */
export function earlierLayout(folder: string, problems: Problems): EarlierLayout | undefined {
  const files = [...(earlierExports(folder)?.files ?? [])];
  const name = files.find(([, format]) => format === 'json')?.[0];
  if (name === undefined) return void problems.add('layout-missing', undefined, { path: folder });
  const path = join(folder, name);
  try {
    const bytes = readFileSync(path);
    const text = new TextDecoder().decode(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
    const { attributes, nodes } = LaidOutForm.parse(JSON.parse(text));
    const positions = nodes.map(({ key, attributes: { x, y } }) => [key, [x, y]] as const);
    return { positions: new Map(positions), ...attributes.layout };
  } catch (error) {
    const detail = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return void problems.add('layout-unreadable', undefined, { path, detail: detail.split('\n')[0] ?? '' });
  }
}
