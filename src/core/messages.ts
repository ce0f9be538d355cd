import type { Code, Diagnostic, ProblemParams } from './diagnostic.ts';

/** The two sentences of a diagnostic: what is wrong, with the value; and the way out. */
export interface Message {
  readonly message: string;
  readonly hint: string;
}

type Sentences = { readonly [C in Code]: (params: ProblemParams[C]) => Message };

/** All prose about problems, in one place; tests elsewhere assert codes and places. */
const SENTENCES: Sentences = {
  'no-project': (p) =>
    say(
      `there is no ${q(p.path)}, so this is no project`,
      'name the folder of a project, or start one with `factweave init DIR`',
    ),
  'file-missing': (p) =>
    say(`no file ${q(p.path)}`, 'check the path, which is relative to the file that names it'),
  'file-too-large': (p) =>
    say(
      `the file has ${p.bytes} bytes, more than the limit of ${p.limit}`,
      'split it, or write it as JSON lines and raise `limits.fileBytes` in factweave.yaml',
    ),
  'empty-file': () => say('the file is empty', 'add content, or take the file out of `inputs`'),
  'not-utf8': (p) => say(`byte ${p.offset} is not valid UTF-8`, 'save the file with the encoding UTF-8'),
  'utf16-text': (p) => say(`the file is encoded in ${p.encoding}`, 'save it with the encoding UTF-8'),
  'byte-order-mark': () =>
    say('the file starts with a byte order mark; it was skipped', 'save the file as UTF-8 without BOM'),
  'unknown-file-type': (p) =>
    say(
      `cannot tell how to read a file that ends in ${q(p.extension)}`,
      'fact files end in .yaml, .yml, .json or .jsonl',
    ),
  'yaml-syntax': (p) =>
    say(`YAML: ${p.detail}`, p.instead ?? 'check indentation, quotes and the colon before this place'),
  'yaml-feature': (p) => say(`${p.feature} is not allowed in fact files`, p.instead),
  'json-syntax': (p) => say(`JSON: ${p.detail}`, 'check commas, quotes and brackets before this place'),
  'duplicate-key': (p) =>
    say(
      `the key ${q(p.key)} stands here again, first in line ${p.firstLine}`,
      'join the two, for instance as a list',
    ),
  'too-deep': (p) =>
    say(
      `nested deeper than ${p.limit} levels`,
      'flatten the data, or raise `limits.depth` in factweave.yaml',
    ),
  'null-value': () => say('a value is missing', 'write a value, or delete the key'),
  'text-cut-by-comment': (p) =>
    say(
      `the text ends here as ${q(p.text)}: ${q(`#${p.comment}`)} is a comment`,
      'put the text in quotes, or a blank behind the # of a comment',
    ),
  'control-character': (p) =>
    say(`the text has the control character ${p.codePoint}`, 'delete the character'),
  'lone-surrogate': (p) =>
    say(
      `the text has half a character (${p.codePoint}, a lone surrogate)`,
      'replace the escape by the whole character',
    ),

  'unknown-key': (p) =>
    say(`unknown key ${q(p.key)}`, suggest(p.suggestion, `allowed here: ${list(p.allowed)}`)),
  'missing-key': (p) => say(`the key ${q(p.key)} is missing`, `add \`${p.key}: …\``),
  'wrong-shape': (p) => say(`found ${p.found}, where ${p.expected} is wanted`, `write ${p.expected}`),
  'unsupported-version': (p) =>
    say(`format version ${q(p.value)} is not known`, `this program reads version ${p.supported}`),
  'bad-id': (p) =>
    say(
      `${q(p.value)} is no id`,
      suggest(
        p.suggestion,
        'ids are up to 200 letters, digits, `.`, `_` and `-`, starting with a letter or digit',
      ),
    ),
  'invalid-iri': (p) =>
    say(
      `${q(p.value)} is no absolute IRI: ${p.reason}`,
      suggest(p.suggestion, 'write it whole, such as https://example.org/x, with blanks as %20'),
    ),
  'invalid-prefix': (p) =>
    say(`the prefix ${q(p.prefix)} cannot be used: ${p.reason}`, 'choose another prefix'),
  'outside-folder': (p) =>
    say(`${q(p.path)} lies outside of ${q(p.folder)}`, 'move or copy the file into that folder'),

  'unknown-ontology': (p) =>
    say(
      `no ontology called ${q(p.value)} comes with factweave`,
      suggest(p.suggestion, `write ${list(p.allowed)}, or name a file of the project, such as mine.ttl`),
    ),
  'unknown-class': (p) =>
    say(`unknown class ${q(p.value)}`, suggest(p.suggestion, `classes: ${list(p.allowed)}`)),
  'unknown-relation': (p) =>
    say(
      `unknown relation ${q(p.value)} on ${p.subjectClass}`,
      suggest(p.suggestion, `relations here: ${list(p.allowed)}`),
    ),
  'wrong-subject-class': (p) =>
    say(
      `${q(p.relation)} does not apply to ${p.subject}, which is ${article(p.class)}`,
      suggest(p.suggestion, `it applies to ${list(p.allowed)}`),
    ),
  'wrong-object-class': (p) =>
    say(
      `${p.object} is ${article(p.class)} and cannot be the object of ${q(p.relation)}`,
      `its object is ${list(p.allowed)}`,
    ),
  'unknown-qualifier': (p) =>
    say(
      `unknown qualifier ${q(p.value)} on ${q(p.relation)}`,
      suggest(p.suggestion, `allowed here: ${list(p.allowed)}`),
    ),
  'unknown-value': (p) =>
    say(
      `${q(p.value)} is not in the list ${q(p.list)}`,
      suggest(
        p.suggestion,
        `allowed: ${list(p.allowed)}${p.extensible ? '; a project can add to the list in an ontology of its own' : ''}`,
      ),
    ),
  'invalid-literal': (p) =>
    say(
      `${q(p.value)} is no ${p.datatype}: ${p.reason}`,
      suggest(p.suggestion, `write ${article(p.datatype)} as the file format page shows`),
    ),
  'invalid-date': (p) =>
    say(
      `${q(p.value)} is no date: ${p.reason}`,
      suggest(p.suggestion, 'write 2021-10-21, 2021-10, 2021, 2021-10/2021-11 or another EDTF form'),
    ),
  'invalid-language-tag': (p) =>
    say(
      `${q(p.value)} is no language tag`,
      suggest(p.suggestion, 'write a BCP 47 tag such as en, de or pt-BR'),
    ),
  'language-not-allowed': (p) =>
    say(
      `${q(p.relation)} takes no language: its value is ${article(p.datatype)}`,
      'delete `language`, which fits texts only',
    ),

  'duplicate-entity': (p) =>
    say(
      `the entity ${q(p.id)} is defined again, first at ${p.firstPlace}`,
      'delete one definition, or give the other entity an id of its own',
    ),
  'former-id-in-use': (p) =>
    p.by === p.id
      ? say(
          `${q(p.id)} cannot be a former id of ${p.of}: an entity has it, defined at ${p.firstPlace}`,
          'delete it here, or give the entity that has it another id',
        )
      : say(
          `${q(p.id)} cannot be a former id of ${p.of}: it is one of ${p.by}, at ${p.firstPlace}`,
          'delete it from one of the two: an id leads to one entity',
        ),
  'duplicate-source': (p) =>
    say(
      `the source ${q(p.id)} is defined again, first at ${p.firstPlace}`,
      'delete one definition, or give the other source an id of its own',
    ),
  'unknown-entity': (p) =>
    say(
      `unknown entity ${q(p.id)}`,
      suggest(p.suggestion, `define it under \`entities:\`, such as \`${p.id}: ClassName\``),
    ),
  'unknown-source': (p) =>
    say(`unknown source ${q(p.id)}`, suggest(p.suggestion, 'define it under `sources:`')),
  'missing-source': () => say('no source is named', 'add `source: …` here, or once at the top of the file'),
  'missing-evidence': () =>
    say('nothing says where this stands', 'add `quote:`, or `row:`, or `withoutPlace:` with the reason'),
  'missing-object': (p) =>
    say(`${q(p.relation)} has no object`, 'add `object: …`, or `unknown: true`, or `none: true`'),
  'unknown-fact': (p) => say(`no fact has the id ${q(p.id)}`, '`factweave explain ENTITY` lists the ids'),

  'no-facts': () => say('there are no facts', 'add some under `facts:`; `factweave init` writes an example'),
  'disputed-facts': (p) =>
    say(
      `${p.subject}: the facts on ${q(p.relation)} contradict each other: ${p.claims.join(' | ')}`,
      'all stay, marked as disputed; a judgement `{ reject: f-…, by: …, why: … }` settles it',
    ),
  'conflicting-qualifier': (p) =>
    say(
      `${p.fact}: the readings differ on ${q(p.qualifier)}: ${list(p.values)}`,
      'all values stay; check the sources',
    ),
  'dates-out-of-order': (p) =>
    say(`${p.subject} ends (${p.end}) before it starts (${p.start})`, 'check both dates'),
  'likely-duplicate': (p) =>
    say(
      `${p.first} and ${p.second} are both called ${q(p.name)}`,
      'use one id for both, or add a judgement `distinct: […]`',
    ),
  'disjoint-classes': (p) =>
    say(`${p.id} is used as ${p.classes.join(' and as ')}, which exclude each other`, 'define two entities'),
  'dates-reversed': (p) => say(`the end (${p.end}) lies before the start (${p.start})`, 'check both dates'),
  'self-reference': (p) => say(`${p.id} stands on both ends of ${q(p.relation)}`, 'name the other entity'),
  'unnamed-entity': (p) => say(`${p.id} has no name`, 'add a name fact, or `label:` to its definition'),
  'unused-entity': (p) => say(`no fact mentions ${p.id}`, 'add a fact, or delete the entity'),
  'unused-source': (p) => say(`no evidence points to the source ${p.id}`, 'add facts, or delete the source'),
  'event-not-flattened': (p) =>
    say(
      `${p.id} connects its entities in ${p.pairs} pairs, more than ${p.limit}, and stays a node`,
      'nothing is lost: its facts are edges of their own',
    ),

  'quote-not-found': (p) =>
    say(
      `the quote ${q(p.quote)} does not stand in ${p.source}`,
      p.nearest === '' ? 'copy the words from the text' : `the nearest passage is ${q(p.nearest)}`,
    ),
  'quote-ambiguous': (p) =>
    say(
      `the quote ${q(p.quote)} stands ${p.count === 1 ? 'once' : `${p.count} times`} in ${p.source}`,
      p.count === 1
        ? 'delete `occurrence`'
        : `make it longer, or add \`occurrence\`, from 1 to ${p.count} (counted from the start of the text)`,
    ),
  'quote-moved': (p) =>
    say(`the quote ${q(p.quote)} is not at its anchored place in ${p.source}`, 'run `factweave anchor`'),
  'quote-not-anchored': (p) =>
    say(
      `the quote ${q(p.quote)} has no place in ${p.source} yet`,
      'run `factweave anchor` where the text is at hand',
    ),
  'source-changed': (p) =>
    say(
      `the text of ${p.source} has the sha256 ${p.found}, not ${p.expected}`,
      'find the text that was read; if this is another one on purpose, write its sha256 and run `factweave anchor`',
    ),
  'source-not-at-hand': (p) =>
    say(
      `the text of ${p.source} is not at hand; its quotes are not verified here`,
      `put the file with sha256 ${p.sha256} into a folder given with --sources`,
    ),
  'source-without-hash': (p) =>
    say(`the source ${p.source} does not say which text was read`, `add \`sha256: ${p.sha256}\``),
  'quotes-without-text': (p) =>
    say(
      `${p.count === 1 ? 'the quote' : `the ${p.count} quotes`} from ${p.source} cannot be verified: it names no text`,
      'add `text:` and `sha256:` to the source and run `factweave anchor`',
    ),
  'lock-unreadable': (p) =>
    say(`the lock file cannot be used: ${p.detail}`, 'delete it and run `factweave anchor`'),

  'ontology-syntax': (p) => say(`Turtle: ${p.detail}`, 'mend the file at this place'),
  'ontology-incomplete': (p) => say(`${p.term} has no ${p.missing}`, `add ${p.missing} to it`),
  'ontology-unknown-reference': (p) =>
    say(
      `${p.term}: ${p.property} names ${q(p.value)}, which is not defined`,
      suggest(
        p.suggestion,
        p.allowed?.length ? `allowed: ${list(p.allowed)}` : 'define it, or load the file that does',
      ),
    ),
  'ontology-duplicate-name': (p) =>
    say(`the name ${q(p.name)} stands for ${p.first} and for ${p.second}`, 'give one of them another name'),
  'ontology-unknown-term': (p) =>
    say(
      `${p.iri} does not exist in ${p.vocabulary}`,
      'use a term that does, or mint one in a namespace of your own',
    ),
  'ontology-cycle': (p) => say(`the class ${p.class} is its own superclass`, 'break the circle'),
  'ontology-invalid-value': (p) =>
    say(`${p.term}: ${p.property} is ${q(p.value)}, not ${p.expected}`, `give it ${p.expected}`),

  'refused-term': (p) =>
    say(`${q(p.value)} cannot be written as ${p.format}: ${p.reason}`, 'change the value'),
  'unknown-format': (p) =>
    say(`unknown format ${q(p.value)}`, suggest(p.suggestion, `formats: ${list(p.allowed)}`)),
  'profile-not-possible': (p) =>
    say(
      `${p.format} cannot hold the profile ${q(p.profile)}`,
      `choose one of ${list(p.allowed)}; or leave ${p.format} out of this export`,
    ),
  'id-collision': (p) =>
    say(`the id ${q(p.id)} would stand for two things in ${p.format}`, 'rename the entity'),
  'layout-missing': (p) =>
    say(
      `${q(p.path)} holds no laid-out JSON, whose layout could be kept`,
      'run `factweave build` with the format json first',
    ),
  'layout-unreadable': (p) =>
    say(
      `the layout in ${q(p.path)} cannot be read: ${p.detail}`,
      'run `factweave build --start fresh` to make it anew',
    ),
  'layout-incomplete': (p) =>
    say(
      `the layout in ${q(p.path)} has no place for ${p.count} of the nodes, among them ${q(p.id)}`,
      'run `factweave build`: the facts, or what the graph shows of them, have changed since',
    ),
  'output-over-input': (p) =>
    say(
      `writing ${q(p.path)} would replace ${q(p.input)}, which the project is made from`,
      'choose another `output` folder or `name`, or another `--out`',
    ),
  'output-of-another': (p) =>
    say(
      `${q(p.path)} holds the exports of another project: ${q(p.title)}, ${q(p.found)}; this one is ${q(p.own)}`,
      'choose another `output` folder; or, after a change of `base` or `name`, delete the earlier exports',
    ),
  'output-in-use': (p) =>
    say(
      `${q(p.path)} belongs to the ${p.manifest === 'site.json' ? 'site' : 'exports'} in the same folder, as its ${p.manifest} says`,
      'give the exports and the site a folder each, with `--out`',
    ),
  'site-page-renamed': (p) =>
    say(
      `the page of ${p.id} is ${p.page}, since ${WHY_RENAMED[p.reason]}`,
      'its IRI leads there by the rules in w3id/.htaccess and _redirects; on a host without rules, rename it',
    ),
  'site-over-foreign': (p) =>
    say(
      `${q(p.path)} is in the way: it does not belong to a site that factweave wrote`,
      'choose another folder with `--out`, or move it away',
    ),
  'view-over-foreign': (p) =>
    say(
      `${q(p.path)} is in the way: it is no page that \`factweave view\` wrote`,
      'choose another file with `--out`, or move it away',
    ),
  'site-beyond-limit': (p) =>
    say(
      `the site has ${p.found} ${p.what}; ${p.host} takes ${p.limit}`,
      'choose another host, or split the project; `docs/site.md` names the sources of these limits',
    ),
  'verify-missing': (p) =>
    say(`${p.path} is missing`, 'run `factweave build` again, or name the folder that it wrote'),
  'verify-changed': (p) =>
    say(
      `${p.path} has the sha256 ${p.found}, the manifest says ${p.expected}`,
      'run `factweave build` again',
    ),
  'verify-unreadable': (p) =>
    say(
      `${p.path}: ${p.reader} cannot read it: ${p.detail}`,
      'this is a fault of factweave unless the file was edited: please report it',
    ),
  'verify-differs': (p) =>
    say(
      `${p.path} differs from ${p.against} in ${p.what}: ${p.found}, expected ${p.expected}`,
      'this is a fault of factweave unless a file was edited: please report it',
    ),
  'limit-exceeded': (p) =>
    say(
      `more than ${p.limit} ${p.what}`,
      RAISABLE[p.what] === undefined
        ? 'this limit is fixed: split the input, or write it more simply'
        : `split the ${p.what === 'facts' ? 'project' : 'file'}, or raise \`${RAISABLE[p.what]}\` in factweave.yaml`,
    ),
};

/** Why a page is not called by its id. */
const WHY_RENAMED = {
  reserved: 'that name is taken by the site or by an operating system',
  'letter-case': 'another id differs from it only in capital letters',
  ending: 'that name has the ending of a file',
} as const;

/** The settings of limits, by what they limit. */
const RAISABLE: Readonly<Record<string, string | undefined>> = {
  facts: 'limits.facts',
  'values in one file': 'limits.values',
  'values made by aliases': 'limits.aliases',
};

/** The sentences of a diagnostic. */
export function messageOf(diagnostic: Diagnostic): Message {
  // The table is keyed by the same union, so code and params match by construction.
  const sentences = SENTENCES[diagnostic.code] as (params: unknown) => Message;
  return sentences(diagnostic.params);
}

/** All codes, in the order of the table. */
export const CODES = Object.keys(SENTENCES) as readonly Code[];

/** Values stand in both sentences, not all of them in quotation marks: none may move the terminal. */
function say(message: string, hint: string): Message {
  return { message: visible(message), hint: visible(hint) };
}

/** A value in quotation marks, cut to 80 code points. */
function q(value: string): string {
  const points = [...value];
  return `"${points.length > 80 ? `${points.slice(0, 79).join('')}…` : value}"`;
}

/** Control characters (those of writing direction too), line separators and halves of surrogate pairs as `\uNNNN`. */
function visible(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is made visible here
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]/gu,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function suggest(suggestion: string | undefined, otherwise: string): string {
  return suggestion === undefined ? otherwise : `did you mean "${suggestion}"?`;
}

function list(names: readonly string[]): string {
  if (names.length <= 20) return names.join(', ');
  return `${names.slice(0, 20).join(', ')} and ${names.length - 20} more`;
}

function article(noun: string): string {
  return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}
