import { showCodePoint } from './text.ts';

// The character classes of RFC 3987, clause 2.2, for use between the brackets of a regular expression.
const UNRESERVED = 'A-Za-z0-9._~\\-';
const SUB_DELIMS = "!$&'()*+,;=";
/**
 * `ucschar`, less the bidirectional formatting characters, which clause 4.1 forbids in any IRI, and less white space:
 * jsonld.js drops every triple of an IRI with a U+00A0 in silence.
 */
const UCSCHAR = [
  '\\u{a1}-\\u{167f}\\u{1681}-\\u{1fff}\\u{200b}-\\u{200d}\\u{2010}-\\u{2027}\\u{2030}-\\u{205e}\\u{2060}-\\u{2fff}',
  '\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fefe}\\u{ff00}-\\u{ffef}',
  ...Array.from(
    { length: 13 },
    (_, i) => `\\u{${(i + 1).toString(16)}0000}-\\u{${(i + 1).toString(16)}fffd}`,
  ),
  '\\u{e1000}-\\u{efffd}',
].join('');
const PRIVATE = '\\u{e000}-\\u{f8ff}\\u{f0000}-\\u{ffffd}\\u{100000}-\\u{10fffd}';
const HEX = '[0-9A-Fa-f]';

/** Matches the first character that may not stand in a component whose further characters are given. */
function outside(further: string): RegExp {
  return new RegExp(`[^%${UNRESERVED}${SUB_DELIMS}${UCSCHAR}${further}]|%(?!${HEX}{2})`, 'u');
}

const COMPONENTS = {
  'user part': outside(':'),
  host: outside(''),
  path: outside(':@/'),
  query: outside(`:@/?${PRIVATE}`),
  fragment: outside(':@/?'),
} as const;

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const HOST_AND_PORT = /^([^:]*)(?::(.*))?$/s;
const BRACKETED_HOST = /^\[([^[\]]*)\](?::(.*))?$/s;
const IPV_FUTURE = new RegExp(`^[vV]${HEX}+\\.[${UNRESERVED}${SUB_DELIMS}:]+$`);
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const NOT_DIGIT = /[^0-9]/u;
const FORBIDDEN_ANYWHERE = /[\0-\x20"<>\\^`{|}\x7f-\x9f\u200e\u200f\u202a-\u202e\s]/g;
const WEB_SCHEME = /^(?:https?|doi|urn|mailto):/i;

/** Most IRIs: ASCII, no user part, no brackets. It accepts nothing that the careful way refuses. */
const COMMON = new RegExp(
  [
    '^[A-Za-z][A-Za-z0-9+.\\-]*:',
    `(?://[${UNRESERVED}${SUB_DELIMS}]*(?::[0-9]*)?(?=[/?#]|$)|(?!//))`,
    `(?:[${UNRESERVED}${SUB_DELIMS}:@/]|%${HEX}{2})*`,
    `(?:\\?(?:[${UNRESERVED}${SUB_DELIMS}:@/?]|%${HEX}{2})*)?`,
    `(?:#(?:[${UNRESERVED}${SUB_DELIMS}:@/?]|%${HEX}{2})*)?$`,
  ].join(''),
);
/** Longer texts go the careful way, which needs no backtracking stack. */
const COMMON_LENGTH = 2048;

/**
 * Why a text is no absolute IRI (RFC 3987), or undefined when it is one.
 *
 * As strict as Oxigraph; beyond it, bidirectional formatting characters (clause 4.1) and white space are refused. The reason is
 * a clause without a full stop that names the first offending character as U+XXXX. Linear in the text.
 */
export function checkIri(text: string): string | undefined {
  if (text.length <= COMMON_LENGTH && COMMON.test(text)) return undefined;
  const scheme = SCHEME.exec(text);
  if (!scheme) return 'it does not start with a scheme such as https:';
  const [beforeFragment, fragment] = cutAt(text.slice(scheme[0].length), '#');
  const [hierarchy, query] = cutAt(beforeFragment, '?');
  return (
    checkHierarchy(hierarchy) ??
    (query === undefined ? undefined : checkComponent('query', query)) ??
    (fragment === undefined ? undefined : checkComponent('fragment', fragment))
  );
}

/** A segment for a minted IRI: the UTF-8 bytes of all but `A-Za-z0-9-._~` as %XX. Throws on a lone surrogate. */
export function mintSlug(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => percent(c));
}

/** An IRI near to a refused one, for a hint: blanks, control characters and ``<>"{}|\^` `` as %XX. */
export function suggestIri(text: string): string | undefined {
  const encoded = text.trim().replace(FORBIDDEN_ANYWHERE, (c) => percent(c));
  return encoded !== text && checkIri(encoded) === undefined ? encoded : undefined;
}

/** Whether a page may show a text as a link: an IRI with the scheme http, https, doi, urn or mailto. */
export function isWebLink(text: string): boolean {
  return WEB_SCHEME.test(text) && checkIri(text) === undefined;
}

function checkHierarchy(hierarchy: string): string | undefined {
  if (!hierarchy.startsWith('//')) return checkComponent('path', hierarchy);
  const slash = hierarchy.indexOf('/', 2);
  const end = slash < 0 ? hierarchy.length : slash;
  return checkAuthority(hierarchy.slice(2, end)) ?? checkComponent('path', hierarchy.slice(end));
}

function checkAuthority(authority: string): string | undefined {
  const at = authority.indexOf('@');
  const user = at < 0 ? undefined : checkComponent('user part', authority.slice(0, at));
  return user ?? checkHostAndPort(authority.slice(at + 1));
}

function checkHostAndPort(text: string): string | undefined {
  const bracketed = text.startsWith('[');
  const parts = (bracketed ? BRACKETED_HOST : HOST_AND_PORT).exec(text);
  if (!parts) return 'after the U+005B of its host there is no U+005D followed by the port or the path';
  const [, host = '', port = ''] = parts;
  if (!bracketed) return checkComponent('host', host) ?? checkPort(port);
  const known = isIpv6(host) || IPV_FUTURE.test(host);
  return known ? checkPort(port) : 'between U+005B and U+005D its host is no IPv6 address';
}

function checkPort(port: string): string | undefined {
  const index = port.search(NOT_DIGIT);
  return index < 0 ? undefined : `${nameAt(port, index)} is no digit of a port`;
}

function checkComponent(name: keyof typeof COMPONENTS, text: string): string | undefined {
  const index = text.search(COMPONENTS[name]);
  if (index < 0) return undefined;
  if (text[index] === '%') return `a U+0025 in its ${name} is not followed by two hexadecimal digits`;
  return `${nameAt(text, index)} is not allowed in its ${name}`;
}

/** RFC 3986, clause 3.2.2: eight groups of at most four digits, `::` once for one or more, IPv4 as the last two. */
function isIpv6(text: string): boolean {
  const halves = text.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const endsInIpv4 = IPV4.test(last) && !text.endsWith('::');
  const plain = endsInIpv4 ? groups.slice(0, -1) : groups;
  if (halves.length > 2 || !plain.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return false;
  const count = plain.length + (endsInIpv4 ? 2 : 0);
  return halves.length === 2 ? count <= 7 : count === 8;
}

function cutAt(text: string, mark: string): [string, string | undefined] {
  const index = text.indexOf(mark);
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
}

function nameAt(text: string, index: number): string {
  return showCodePoint(text.codePointAt(index) ?? 0);
}

/** `encodeURIComponent` leaves `!'()*` alone; all others of the characters given here it encodes as UTF-8. */
function percent(c: string): string {
  const encoded = encodeURIComponent(c);
  return encoded === c ? `%${c.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}
