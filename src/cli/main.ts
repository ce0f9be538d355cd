#!/usr/bin/env node
import { ioReason } from '../files/errors.ts';
import { EXIT } from './io.ts';
import { run } from './run.ts';

// Signals are left to the system: the work is synchronous, so that a handler would run only when all is done.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) is no error, and the run keeps its own exit code.
    if (error.code === 'EPIPE') return;
    if (stream === process.stdout)
      process.stderr.write(`factweave: cannot print: ${ioReason(error) ?? error.message}\n`);
    process.exit(EXIT.io);
  });
}

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
  now: () => performance.now(),
});
