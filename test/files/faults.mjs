/**
 * Loaded before a program (`node --import`): lets one call of the file system fail, or be the last one.
 *
 * Counts the calls below that touch FAULT_FOLDER. FAULT_AT=n picks the n-th; FAULT is `KILL` or the code of a system
 * error. With FAULT_KILL=m, the m-th is the last one after such an error. FAULT_LOG gets the number of calls, and the name of the one that was hit, when the program ends.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const CALLS = [
  'openSync',
  'writeSync',
  'fsyncSync',
  'closeSync',
  'renameSync',
  'linkSync',
  'rmSync',
  'mkdirSync',
  'fsync',
  'close',
];
const { FAULT: fault, FAULT_LOG: log = '', FAULT_FOLDER: folder = '' } = process.env;
const at = Number(process.env.FAULT_AT);
const killAt = Number(process.env.FAULT_KILL ?? 0);
const { writeFileSync, writeSync } = fs;
const handles = new Set();
let count = 0;
let hit = '';

for (const name of CALLS) {
  const real = fs[name];
  fs[name] = (...args) => {
    const [target] = args;
    const touches = typeof target === 'number' ? handles.has(target) : String(target).startsWith(folder);
    if (touches && ++count === at) strike(name, args, fault);
    else if (touches && count === killAt) strike(name, args, 'KILL');
    const result = real(...args);
    if (touches && name === 'openSync') handles.add(result);
    if (touches && (name === 'closeSync' || name === 'close')) handles.delete(target);
    return result;
  };
}
syncBuiltinESMExports();
process.on('exit', () => writeFileSync(log, JSON.stringify({ count, hit })));

function strike(name, args, fault) {
  hit = name;
  if (fault !== 'KILL') throw Object.assign(new Error(`${fault}: injected, ${name}`), { code: fault });
  // Half of what was to be written has reached the disk.
  if (name === 'writeSync') writeSync(args[0], args[1], 0, Math.ceil(args[1].length / 2));
  process.kill(process.pid, 'SIGKILL');
}
