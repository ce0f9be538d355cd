import type { YAMLError } from 'yaml';

/** Problems that the gate reports in words of its own, at the tag. */
const OF_TAGS: ReadonlySet<string> = new Set(['TAG_RESOLVE_FAILED', 'MULTIPLE_TAGS', 'BAD_COLLECTION_TYPE']);

/** What a syntax error of the `yaml` package means, in short; undefined when the gate has reported it already. */
export function detailOf(error: YAMLError): string | undefined {
  if (OF_TAGS.has(error.code)) return undefined;
  return error.code === 'MISSING_CHAR' ? missing(error.message) : DETAILS[error.code];
}

/** A value in quotes up to the end of a line, behind a key, a dash or a bracket. */
const QUOTED = /(?:^|[:\-,[{?] *)(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*')[ \t]*$/;

/** What to say of a text that starts with a quotation mark and goes on after the closing one. */
export function goesOn(
  error: YAMLError,
  before: string,
): { readonly detail: string; readonly instead: string } | undefined {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (error.code !== 'UNEXPECTED_TOKEN' || !QUOTED.test(line)) return undefined;
  const instead = line.trimEnd().endsWith('"')
    ? `put the whole text in single quotes: '"…" …'`
    : `put the whole text in double quotes: "'…' …"`;
  return { detail: 'the text goes on after its closing quotation mark', instead };
}

const DETAILS: Readonly<Record<Exclude<YAMLError['code'], 'MISSING_CHAR'>, string>> = {
  ALIAS_PROPS: 'an alias can have no anchor of its own',
  BAD_ALIAS: 'an anchor or alias has no proper name',
  BAD_COLLECTION_TYPE: 'the tag does not fit',
  BAD_DIRECTIVE: 'this directive cannot be read',
  BAD_DQ_ESCAPE: 'there is no such escape in a text in double quotes',
  BAD_INDENT: 'the indentation does not fit the lines above',
  BAD_PROP_ORDER: 'an anchor stands at the wrong place',
  BAD_SCALAR_START: 'a text that starts with this character needs quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'a map or list starts in the middle of a line; a text with a colon in it needs quotes',
  BLOCK_IN_FLOW: 'an indented map or list stands inside brackets',
  DUPLICATE_KEY: 'a key stands twice in one map',
  IMPOSSIBLE: 'this cannot be read',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters',
  MULTILINE_IMPLICIT_KEY: 'a key runs over several lines; a colon may be missing',
  MULTIPLE_ANCHORS: 'a value has more than one anchor',
  MULTIPLE_DOCS: 'there is a second document',
  MULTIPLE_TAGS: 'a value has more than one tag',
  NON_STRING_KEY: 'a key is no text',
  RESOURCE_EXHAUSTION: 'this is nested too deep',
  TAB_AS_INDENT: 'a tab is used to indent; use blanks',
  TAG_RESOLVE_FAILED: 'the tag is not known',
  UNEXPECTED_TOKEN: 'this is not expected here',
};

/** The package has one code for all that is missing; only its message says what. */
function missing(message: string): string {
  if (message.includes('quote')) return 'the closing quote is missing';
  if (message.includes('must end with')) return 'the closing bracket is missing';
  if (message.includes('followed by map values')) return 'a colon is missing after the key';
  if (message.startsWith('Missing ,')) return 'a comma is missing';
  if (message.includes('space')) return 'a blank is missing';
  return 'something is missing here';
}
