/** What every XML format needs: the characters XML 1.0 allows, and text escaped so that strict and odd readers agree. */

const NOT_CHAR = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const EVERY_NOT_CHAR = new RegExp(NOT_CHAR, 'gu');
/** All but the characters from the blank to U+FFFD that stand for themselves. */
const SPECIAL_IN_TEXT = /[^ -%'-;=?-\u0084\u0086-\u2027\u2029-\ud7ff\ue000-\ufffd]/;
/** What a reader of XML 1.0 (2.11), or one that applies the rules of 1.1 to it (xmldom), turns into a line feed. */
const LINE_ENDS = /[\r\u0085\u2028]/g;
const ESCAPED_NEXT_TO_BLANK = /[ \t\n\r][&<]|[&<][ \t\n\r]/;

/** Why a text cannot stand in an XML 1.0 document (production Char), or undefined when it can. */
export function xmlReason(text: string): string | undefined {
  const found = NOT_CHAR.exec(text)?.[0].codePointAt(0);
  if (found === undefined) return undefined;
  const name = `U+${found.toString(16).toUpperCase().padStart(4, '0')}`;
  const surrogate = found >= 0xd800 && found <= 0xdfff;
  return surrogate ? `${name} is half of a surrogate pair` : `XML 1.0 has no place for ${name}`;
}

/** The text with U+FFFD, the replacement character, for each character that {@link xmlReason} refuses. */
export function withoutIllegal(text: string): string {
  return text.replace(EVERY_NOT_CHAR, '\ufffd');
}

/** Whether a text needs neither a check nor an escape as the content of an element; quick, for the common case. */
export function isPlainXmlText(text: string): boolean {
  return !SPECIAL_IN_TEXT.test(text);
}

/**
 * Escapes the content of an element; the text must have passed {@link xmlReason}.
 *
 * A CDATA section where `&` or `<` stands next to a blank: Gephi drops that blank beside an entity. `>` stays as
 * it is except in `]]>`, for the same reason. A carriage return and its kin are written as references, since
 * readers turn raw ones into line feeds.
 */
export function xmlText(text: string): string {
  if (ESCAPED_NEXT_TO_BLANK.test(text)) {
    const inside = text
      .replaceAll(']]>', ']]]]><![CDATA[>')
      .replace(LINE_ENDS, (c) => `]]>${reference(c)}<![CDATA[`);
    return `<![CDATA[${inside}]]>`;
  }
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(']]>', ']]&gt;')
    .replace(LINE_ENDS, reference);
}

/** Whether a text needs neither a check nor an escape as the value of an attribute in double quotes. */
export function isPlainXmlAttribute(text: string): boolean {
  return !SPECIAL_IN_TEXT.test(text) && !text.includes('"');
}

const SPECIAL_IN_ATTRIBUTE = /[&<"\t\n\r\u0085\u2028]/g;

/** Escapes the value of an attribute in double quotes; the text must have passed {@link xmlReason}. */
export function xmlAttribute(text: string): string {
  return text.replace(SPECIAL_IN_ATTRIBUTE, (c) => {
    if (c === '&') return '&amp;';
    if (c === '<') return '&lt;';
    return reference(c);
  });
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
