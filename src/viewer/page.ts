/** The viewer as one HTML file that loads nothing. */
import { createHash } from 'node:crypto';
import { isWebLink } from '../core/iri.ts';
import { inChunks } from '../formats/chunks.ts';
import { type Html, html, NOTHING, trusted } from '../site/html.ts';
import { TABLE_STYLE, writeFactTable } from './factTable.ts';
import type { ViewerPayload } from './payload.ts';
import { writePayload } from './writePayload.ts';

/** A script of the package, and its stylesheet. */
export interface Client {
  readonly script: string;
  readonly style: string;
}

/** What a page has that a server renews. */
export interface Live extends Client {
  /** Hears what tells this page from others: sixteen hex digits of the hash of all that comes before them. */
  readonly versioned: (version: string) => void;
}

/** What says at the start of a file that it is a page of the viewer, and so may be replaced by another. */
export const VIEWER_MARK = '<meta name="generator" content="factweave viewer">';

/**
 * The page in chunks of about 64 kB. Its policy allows the scripts and the stylesheet of the package by their hashes,
 * and nothing else (guards.md G18); with `live` also to ask its own server.
 *
 * Throws an Error for a script or stylesheet that cannot stand in a page as it is: that is a fault of the bundle.
 */
export function writeViewer(payload: ViewerPayload, client: Client, live?: Live): Iterable<string> {
  return inChunks(partsOf(payload, client, live));
}

function* partsOf(payload: ViewerPayload, client: Client, live: Live | undefined): Generator<string> {
  const hash = live && createHash('sha256');
  for (const part of pictureParts(payload, client, live)) {
    hash?.update(part);
    yield part;
  }
  if (live && hash) {
    const version = hash.digest('hex').slice(0, 16);
    live.versioned(version);
    yield showLive(version, live.script).text;
  }
  yield '</body>\n</html>\n';
}

function showLive(version: string, script: string): Html {
  return html`<script type="application/json" id="live">${trusted(JSON.stringify({ version }))}</script>
<script>${trusted(script)}</script>
`;
}

/** All but what a server adds. */
function* pictureParts(payload: ViewerPayload, client: Client, live: Live | undefined): Generator<string> {
  const style = asInline([TABLE_STYLE, client.style, live?.style ?? ''].join('\n'), 'style');
  const scripts = [client, ...(live ? [live] : [])].map(({ script }) => asInline(script, 'script'));
  yield html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
${trusted(VIEWER_MARK)}
<meta http-equiv="Content-Security-Policy" content="${policyOf({ scripts, style, isLive: live !== undefined })}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${payload.title}</title>
${headOf(payload)}<style>${trusted(style)}</style>
</head>
<body>
<noscript>
`.text;
  for (const part of writeFactTable(payload)) yield part.text;
  yield '</noscript>\n<div id="viewer"></div>\n<script type="application/json" id="payload">';
  yield* writePayload(payload);
  yield html`</script>\n<script>${trusted(client.script)}</script>\n`.text;
}

function headOf({ description, licence }: ViewerPayload): Html {
  const about =
    description === undefined ? NOTHING : html`<meta name="description" content="${description}">\n`;
  const rights =
    licence !== undefined && isWebLink(licence) ? html`<link rel="license" href="${licence}">\n` : NOTHING;
  return html`${about}${rights}`;
}

interface Inline {
  readonly scripts: readonly string[];
  readonly style: string;
  readonly isLive: boolean;
}

function policyOf({ scripts, style, isLive }: Inline): string {
  const directives = [
    "default-src 'none'",
    `script-src ${scripts.map(sourceOf).join(' ')}`,
    `style-src ${sourceOf(style)}`,
    'img-src data:',
    ...(isLive ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return directives.join('; ');
}

function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** What a parser would end early or read otherwise, so that the hash would not fit. */
const NOT_INLINE = { script: /<\/script|<!--|[\r\0]/i, style: /<\/style|<!--|[\r\0]/i };

function asInline(text: string, element: 'script' | 'style'): string {
  const found = NOT_INLINE[element].exec(text)?.[0];
  if (found !== undefined) throw new Error(`${JSON.stringify(found)} cannot stand in a ${element} element`);
  return text;
}

/** The version of a page without a picture: no hash is so short. */
export const NO_PICTURE = '0';

/** A page that waits for the first facts without an error, and shows the errors until then. */
export function writeWaiting(live: Client): string {
  const style = asInline(live.style, 'style');
  const script = asInline(live.script, 'script');
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf({ scripts: [script], style, isLive: true })}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>factweave view</title>
<style>${trusted(style)}</style>
</head>
<body>
${showLive(NO_PICTURE, script)}</body>
</html>
`.text;
}
