/**
 * Bundles the browser side of the viewer: src/viewer/client and src/viewer/live → client.js, client.css, live.js and
 * live.css in dist/viewer, or in the folder that the call names. The same bytes for the same lock file, wherever the
 * repository lies.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Each is a folder with `main.ts`, and `style.ts` that exports its stylesheet as `STYLE`. */
const PARTS = ['client', 'live'];

const SHARED = {
  absWorkingDir: ROOT,
  bundle: true,
  charset: 'utf8',
  legalComments: 'eof',
  logLevel: 'warning',
  minify: true,
  target: 'es2022',
  tsconfigRaw: {},
  write: false,
};

async function bundleScript(part) {
  const { metafile, outputFiles } = await build({
    ...SHARED,
    entryPoints: [`src/viewer/${part}/main.ts`],
    format: 'iife',
    metafile: true,
    platform: 'browser',
  });
  return `${licencesOf(Object.keys(metafile.inputs))}${outputFiles[0].text}`;
}

/** The stylesheet is a text of a module, which is run to get it. */
async function bundleStyle(part) {
  const entryPoints = [`src/viewer/${part}/style.ts`];
  const { outputFiles } = await build({ ...SHARED, entryPoints, format: 'esm' });
  const { STYLE } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return STYLE;
}

/** The licences of all packages among the inputs, as one comment: they ask to be kept with every copy. */
function licencesOf(inputs) {
  const folders = inputs.flatMap(
    (path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
  );
  const texts = [...new Set(folders)].sort().map(licenceOf);
  if (texts.length === 0) return '';
  return `/*!\nThis program contains the following packages.\n\n${texts.join('\n\n').replaceAll('*/', '* /')}\n*/\n`;
}

function licenceOf(folder) {
  const path = join(ROOT, folder);
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const file = readdirSync(path)
    .sort()
    .find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (file === undefined) throw new Error(`${name} comes without the text of its licence (${license})`);
  const text = readFileSync(join(path, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return `--- ${name} ${version} (${license})\n\n${text}`;
}

const folder = resolve(process.argv[2] ?? join(ROOT, 'dist/viewer'));
mkdirSync(folder, { recursive: true });
for (const part of PARTS) {
  writeFileSync(join(folder, `${part}.js`), await bundleScript(part));
  writeFileSync(join(folder, `${part}.css`), await bundleStyle(part));
}
