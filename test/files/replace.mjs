/** `node replace.mjs OUT FROM`: puts the files of one folder in place of those of another, as a build does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileError } from '../../dist/files/errors.js';
import { Staging } from '../../dist/files/output.js';

const [out = '', from = ''] = process.argv.slice(2);
let staging;
try {
  staging = new Staging(out);
  for (const name of readdirSync(from).sort()) {
    const text = readFileSync(join(from, name), 'utf8');
    staging.write({ name, chunks: [text.slice(0, 3), text.slice(3)] });
  }
  staging.commit();
} catch (error) {
  staging?.discard();
  if (!(error instanceof FileError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 3;
}
