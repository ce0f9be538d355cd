/** The way from IRIs to files where they are not alike: rules for hosts, and for the resolver of the IRIs. */
import type { EntityId } from '../core/ids.ts';
import { sortedBy } from '../core/order.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { SiteNames } from './links.ts';

/** Former id → the id that took its place, in byte order of the former. */
export type FormerIds = ReadonlyMap<EntityId, EntityId>;

export function formerIdsIn({ entities }: Knowledge): FormerIds {
  const found = [...entities.values()].flatMap(({ id, formerIds = [] }) =>
    formerIds.map((former) => [former, id] as const),
  );
  return new Map(sortedBy(found, ([former]) => former));
}

export interface Addresses {
  /** What the IRIs begin with; ends in `/`. */
  readonly base: string;
  /** Where the site lies; ends in `/`. Undefined: not known yet. */
  readonly address: string | undefined;
}

/** An address of the site that is no file of it. */
interface Redirect {
  /** The path behind the base. */
  readonly from: string;
  /** What it leads to, as the IRI of that has it, and as its files are called. */
  readonly to: string;
  readonly stem: string;
  readonly isFormer: boolean;
}

function redirectsOf({ entities, sources }: SiteNames, former: FormerIds): Redirect[] {
  const moved = [...former].map(([id, current]) => ({
    from: id,
    to: current,
    stem: entities.stemOf(current),
    isFormer: true,
  }));
  const renamed = entities.renamed.filter(({ id }) => !former.has(id as EntityId)); // a look-up only
  return [
    ...moved,
    ...renamed.map(({ id, stem }) => ({ from: id, to: id, stem, isFormer: false })),
    ...sources.renamed.map(({ id, stem }) => {
      const from = `source/${id}`;
      return { from, to: from, stem: `source/${stem}`, isFormer: false };
    }),
  ];
}

/** The `_redirects` file of Netlify and Cloudflare Pages: one rule a line, paths from the root of the host. */
export function writeRedirects(names: SiteNames, former: FormerIds, addresses: Addresses): string[] {
  const root = pathOnHost(addresses);
  return redirectsOf(names, former).map(
    ({ from, stem, isFormer }) => `${root}${from} ${root}${stem} ${isFormer ? 301 : 302}\n`,
  );
}

/** The path of the site; ends in `/`. Hosts read `_redirects` only where that is `/`. */
export function pathOnHost({ base, address }: Addresses): string {
  const at = address ?? base;
  return URL.canParse(at) ? new URL(at).pathname : '/';
}

const PLACEHOLDER = 'https://host.invalid/';
const ID = '[A-Za-z0-9][A-Za-z0-9._-]*';
const FILE = '(?:source/)?[A-Za-z0-9][A-Za-z0-9._~-]*\\.(?:html|ttl|json|xml)';

/** An .htaccess for the resolver: 303 to the file that suits the request (Cool URIs for the Semantic Web, 4.2). */
export function* writeResolverRules(
  names: SiteNames,
  former: FormerIds,
  addresses: Addresses,
): Generator<string> {
  const { base, to } = yield* writeTop(addresses);
  yield `\n# The data set itself\nRewriteRule ^$ ${to} [R=303,L,NE]\n`;
  const redirects = redirectsOf(names, former);
  if (redirects.length > 0) yield '\n# Former ids, and pages that cannot be called by their id\n';
  for (const redirect of redirects) {
    const from = redirect.from.replaceAll('.', '\\.');
    if (redirect.isFormer) yield `RewriteRule ^${from}$ ${base}${redirect.to} [R=301,L,NE]\n`;
    else yield* negotiated(from, `${to}${redirect.stem}`);
  }
  yield `\n# A file of the site is taken at its word\nRewriteRule ^(${FILE})$ ${to}$1 [R=302,L,NE]\n`;
  yield '\n# Turtle for programs that ask for it, else the page\n';
  yield* negotiated(`((?:source/)?${ID})`, `${to}$1`);
}

/** For a base with a `#`: the server never sees what stands behind it. */
export function* writeResolverRulesOfOnePage(addresses: Addresses): Generator<string> {
  const { to } = yield* writeTop(addresses);
  yield* negotiated('', `${to}index`);
}

/** Gives base and address as they can stand in a rule. */
function* writeTop({ base, address }: Addresses): Generator<string, { base: string; to: string }> {
  const to = address ?? PLACEHOLDER;
  yield `# Leads ${base} to ${to}\n`;
  yield '# For Apache, and for w3id.org: the file belongs into the folder that the IRIs name.\n';
  if (address === undefined) {
    yield '# The address of the site was not given: write these rules with `factweave site --address URL`.\n';
  }
  yield 'Options -MultiViews\nRewriteEngine On\n';
  return { base: substitution(base), to: substitution(to) };
}

/** In what a rule puts in place, `%` and `$` stand for parts of the request. */
function substitution(iri: string): string {
  return iri.replace(/[%$]/g, '\\$&');
}

function* negotiated(path: string, target: string): Generator<string> {
  yield 'RewriteCond %{HTTP_ACCEPT} text/turtle [NC]\n';
  yield 'RewriteCond %{HTTP_ACCEPT} !text/turtle\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$) [NC]\n';
  yield `RewriteRule ^${path}$ ${target}.ttl [R=303,L,NE]\n`;
  yield `RewriteRule ^${path}$ ${target}.html [R=303,L,NE]\n`;
}
