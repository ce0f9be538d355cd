// Compiles the force kernel (src/layout/forces/assembly) and writes it as src/layout/forces/kernelBytes.ts.
// With --check writes nothing, and ends with 1 where the committed bytes are not what the source gives.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const committed = join(root, 'src/layout/forces/kernelBytes.ts');
const flags = [
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--initialMemory',
  '1',
  '--use',
  'abort=',
];

async function kernelBytes() {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-'));
  const out = join(folder, 'kernel.wasm');
  const source = join(root, 'src/layout/forces/assembly/index.ts');
  try {
    const { error, stderr } = await main([source, '--outFile', out, '--baseDir', '/', ...flags]);
    if (error) throw new Error(stderr.toString());
    return readFileSync(out);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function moduleOf(bytes) {
  return `// Made by scripts/buildKernel.mjs from src/layout/forces/assembly. Do not edit.

/** The force kernel: a WebAssembly module without imports, in base64. */
export const KERNEL_BYTES =
  '${bytes.toString('base64')}';
`;
}

const text = moduleOf(await kernelBytes());
if (!process.argv.includes('--check')) writeFileSync(committed, text);
else if (readFileSync(committed, 'utf8') !== text) {
  process.stderr.write('kernelBytes.ts is not what its source gives: npm run kernel\n');
  process.exitCode = 1;
}
