import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Problems } from '../core/diagnostic.ts';
import type { Manifest } from '../formats/manifest.ts';
import { PROFILE_NAMES } from '../formats/options.ts';
import { type Verified, verifyExports } from '../formats/verify.ts';
import { finishCommit, MANIFEST } from './commit.ts';
import { attempt } from './errors.ts';
import { unpack } from './gzip.ts';
import { isRegular } from './regular.ts';

const AccountForm = z.object({ refused: z.number(), refusedValues: z.number().optional() });

/** The parts of a manifest that verifying reads. */
const ManifestForm = z.object({
  base: z.string(),
  counts: z.record(z.string(), z.number()),
  relations: z.array(z.string()),
  symmetric: z.array(z.string()),
  files: z.array(
    z.object({
      name: z.string().regex(/^(?!\.\.?$)[^/\\]+$/),
      format: z.string(),
      sha256: z.string(),
      bytes: z.number(),
      encoding: z.literal('gzip').optional(),
      profile: z.enum(PROFILE_NAMES).optional(),
      facts: AccountForm.optional(),
      losses: z.record(z.string(), z.number()),
    }),
  ),
});

/**
 * Verifies the exports in a folder: each file against its sha256, then all by independent readers.
 *
 * A build that was cut off while it put its files in place is finished first. Throws FileError when the disk refuses.
 */
export async function verifyFolder(folder: string, problems: Problems): Promise<Verified[]> {
  finishCommit(folder);
  const manifest = readManifest(folder, problems);
  if (!manifest) return [];
  const read = (name: string) => attempt('read', join(folder, name), () => readFileSync(join(folder, name)));
  const compressed = new Set(manifest.files.filter(({ encoding }) => encoding).map(({ name }) => name));
  const unpacked = (name: string) => (compressed.has(name) ? unpack(read(name)) : read(name));
  const before = problems.errors;
  checkList(manifest, join(folder, MANIFEST), problems);
  for (const { name, sha256 } of manifest.files) {
    if (!isRegular(join(folder, name))) {
      problems.add('verify-missing', undefined, { path: join(folder, name) });
      continue;
    }
    const found = createHash('sha256').update(read(name)).digest('hex');
    const path = join(folder, name);
    if (found !== sha256) problems.add('verify-changed', undefined, { path, expected: sha256, found });
    else if (compressed.has(name)) checkPacked(path, () => unpack(read(name)), problems);
  }
  return problems.errors > before
    ? []
    : verifyExports({ manifest, read: unpacked, pathOf: (name) => join(folder, name) }, problems);
}

function checkPacked(path: string, open: () => unknown, problems: Problems): void {
  try {
    open();
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    problems.add('verify-unreadable', undefined, { path, reader: 'gzip', detail });
  }
}

/** A set has files, each of them once. */
function checkList({ files }: Manifest, path: string, problems: Problems): void {
  const against = 'itself';
  if (files.length === 0)
    problems.add('verify-differs', undefined, {
      path,
      against,
      what: 'files',
      expected: 'some',
      found: 'none',
    });
  const seen = new Set<string>();
  for (const { name } of files) {
    if (seen.has(name))
      problems.add('verify-differs', undefined, {
        path,
        against,
        what: name,
        expected: 'once',
        found: 'twice',
      });
    seen.add(name);
  }
}

function readManifest(folder: string, problems: Problems): Manifest | undefined {
  const path = join(folder, MANIFEST);
  if (!isRegular(path)) {
    problems.add('verify-missing', undefined, { path });
    return undefined;
  }
  try {
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
    ManifestForm.parse(json);
    return json as Manifest; // the parts in use were checked by the form
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    problems.add('verify-unreadable', undefined, { path, reader: 'factweave', detail });
    return undefined;
  }
}
