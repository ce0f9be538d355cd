// The grammar of RFC 5646 (BCP 47), clause 2.1, one line a part.
const LANGTAG = new RegExp(
  [
    '^(?:[a-z]{2,3}(?:-[a-z]{3}(?![a-z0-9])){0,3}|[a-z]{4,8})',
    '(?:-[a-z]{4}(?![a-z0-9]))?',
    '(?:-(?:[a-z]{2}|[0-9]{3})(?![a-z0-9]))?',
    '(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3})(?![a-z0-9]))*',
    '(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*',
    '(?:-x(?:-[a-z0-9]{1,8})+)?$',
  ].join(''),
  'i',
);
const PRIVATE_USE = /^x(?:-[a-z0-9]{1,8})+$/i;

/** Registered before RFC 4646 in a shape that the grammar does not give; the regular ones match it anyway. */
const IRREGULAR: ReadonlySet<string> = new Set(
  (
    'en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao i-tay i-tsu ' +
    'sgn-be-fr sgn-be-nl sgn-ch-de'
  ).split(' '),
);

/** RFC 5646, clause 4.4, lets an implementation limit the length; 35 characters hold all registered tags. */
const LONGEST = 250;

/**
 * Whether a text has the shape of a BCP 47 language tag of at most 250 characters; that its subtags are registered
 * is not looked at.
 */
export function checkLanguageTag(text: string): boolean {
  if (text.length > LONGEST) return false;
  return LANGTAG.test(text) || PRIVATE_USE.test(text) || IRREGULAR.has(text.toLowerCase());
}

/** A tag near to a refused one, for a hint: `en_US` and `en_US.UTF-8` → `en-US`. */
export function suggestLanguageTag(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const bare = text
    .trim()
    .replace(/^@/, '')
    .replace(/[.@].*$/s, '')
    .replace(/[_\s-]+/g, '-');
  const tag = bare
    .split('-')
    .map((part, i) => customaryCase(part, i))
    .join('-');
  return tag !== text && checkLanguageTag(tag) ? tag : undefined;
}

/** RFC 5646, clause 2.1.1: language `en`, script `Latn`, region `US`. */
function customaryCase(subtag: string, position: number): string {
  const lower = subtag.toLowerCase();
  if (position === 0) return lower;
  if (/^[a-z]{2}$/.test(lower)) return lower.toUpperCase();
  return /^[a-z]{4}$/.test(lower) ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
}
