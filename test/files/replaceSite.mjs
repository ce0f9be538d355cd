/** `node replaceSite.mjs OUT FROM`: puts a site of one folder in place of that in another, as `factweave site` does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitSite } from '../../dist/files/commitSite.js';
import { DiskQueue } from '../../dist/files/diskQueue.js';
import { FileError } from '../../dist/files/errors.js';
import { Staging } from '../../dist/files/output.js';
import { staged } from '../../dist/files/siteStage.js';
import { SizeCounter } from '../../dist/site/limits.js';

const [out = '', from = ''] = process.argv.slice(2);
const queue = new DiskQueue();
let staging;
try {
  staging = new Staging(out);
  const write = staged(queue, { folder: out, earlier: new Map(), counter: new SizeCounter() });
  const files = readdirSync(from, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  for (const name of files.map((file) => join(file.parentPath, file.name).slice(from.length + 1)).sort())
    await write({ name, chunks: [readFileSync(join(from, name), 'utf8')] });
  await queue.finish();
  commitSite(out);
} catch (error) {
  await queue.settle();
  staging?.discard();
  if (!(error instanceof FileError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 3;
}
