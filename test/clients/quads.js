/**
 * Quads in one spelling, so that what different programs write of the same data is the same set of lines.
 *
 * Read with a reader of its own: no client is judged by another one, nor by a reader of the library.
 */

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string';
const LANG_STRING = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString';
/** One token of N-Quads 1.2: a triple term's bracket, an IRI, a text with its tag or datatype sign, a blank node, a dot. */
const TOKEN =
  /[ \t]*(?:(<<\(|\)>>)|<([^<>"{}|^`\\\0- ]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>|"(?:[^"\\\n\r]|\\.)*"|@[A-Za-z]+(?:-[A-Za-z0-9]+)*(?:--(?:ltr|rtl))?|\^\^|_:[^\s<>"]+|\.(?=\s*$|\s*#))/uy;
const ESCAPES = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f', '"': '"', "'": "'", '\\': '\\' };

/**
 * The quads of a text of N-Quads or N-Triples.
 *
 * @param {string} text
 * @returns {Set<string>}
 * @throws On a line that is no quad.
 */
export function readQuads(text) {
  const quads = new Set();
  for (const line of text.split(/\r?\n/)) {
    if (/^[ \t]*(#|$)/.test(line) || /^[ \t]*(@version|VERSION)[ \t]/.test(line)) continue;
    quads.add(readLine(line));
  }
  return quads;
}

function readLine(line) {
  const tokens = tokensOf(line);
  const terms = [];
  while (tokens.length > 0 && tokens[0] !== '.') terms.push(readTerm(tokens));
  if (tokens.length !== 1 || terms.length < 3 || terms.length > 4)
    throw new Error(`no quad: ${line.slice(0, 500)}`);
  return spell(terms);
}

function tokensOf(line) {
  const tokens = [];
  const pattern = new RegExp(TOKEN);
  let end = 0;
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
    tokens.push(match[0].trim());
    end = pattern.lastIndex;
  }
  if (!/^[ \t]*(#.*)?$/.test(line.slice(end)))
    throw new Error(`no quad, from ${line.slice(end).slice(0, 200)}`);
  return tokens;
}

function readTerm(tokens) {
  const token = tokens.shift() ?? '';
  if (token === '<<(') {
    const terms = [readTerm(tokens), readTerm(tokens), readTerm(tokens)];
    if (tokens.shift() !== ')>>') throw new Error(`a triple term without end after ${terms[2]}`);
    return `<<( ${terms.join(' ')} )>>`;
  }
  if (token.startsWith('<')) return `<${decode(token.slice(1, -1))}>`;
  if (!token.startsWith('"')) return token;
  const value = decode(token.slice(1, -1));
  if (tokens[0]?.startsWith('@')) return literal(value, { language: tokens.shift()?.slice(1) });
  if (tokens[0] !== '^^') return literal(value, {});
  tokens.shift();
  return literal(value, { datatype: tokens.shift()?.slice(1, -1) });
}

function decode(text) {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gu, (_, short, long, sign) => {
    if (sign === undefined) return String.fromCodePoint(Number.parseInt(short ?? long, 16));
    if (!(sign in ESCAPES)) throw new Error(`no escape: \\${sign}`);
    return ESCAPES[sign];
  });
}

function literal(value, { language, datatype }) {
  const text = JSON.stringify(value);
  if (language) return `${text}@${language}`;
  return datatype && datatype !== XSD_STRING ? `${text}^^<${datatype}>` : text;
}

function spell(terms) {
  return `${terms.join(' ')} .`;
}

/**
 * The quads of objects as RDF/JS has them.
 *
 * @param {Iterable<import('n3').Quad>} quads
 * @returns {Set<string>}
 */
export function spellQuads(quads) {
  const spelled = new Set();
  for (const { subject, predicate, object, graph } of quads) {
    const terms = [subject, predicate, object].map((term) => spellTerm(term));
    spelled.add(spell(graph.termType === 'DefaultGraph' ? terms : [...terms, spellTerm(graph)]));
  }
  return spelled;
}

function spellTerm(term) {
  switch (term.termType) {
    case 'NamedNode':
      return `<${term.value}>`;
    case 'BlankNode':
      return `_:${term.value.replace(/^_:/, '')}`;
    case 'Literal':
      return literal(term.value, spelling(term));
    case 'Quad':
      return `<<( ${[term.subject, term.predicate, term.object].map((one) => spellTerm(one)).join(' ')} )>>`;
    default:
      throw new Error(`a term of the type ${term.termType}`);
  }
}

function spelling({ language, datatype }) {
  if (language) return { language };
  return datatype?.value === LANG_STRING ? {} : { datatype: datatype?.value };
}

/** The same quads with their language tags in small letters. */
export function withLowerTags(quads) {
  return new Set([...quads].map((line) => line.replace(/"@[A-Za-z0-9-]+(?= )/g, (tag) => tag.toLowerCase())));
}

const INTEGERS =
  'integer|nonNegativeInteger|positiveInteger|nonPositiveInteger|negativeInteger|long|int|short|byte|unsignedLong|unsignedInt|unsignedShort|unsignedByte';
const NUMBER = new RegExp(
  `"([+-]?)(\\d*)(?:\\.(\\d*))?"\\^\\^<http://www\\.w3\\.org/2001/XMLSchema#(?:(${INTEGERS})|decimal)>`,
  'g',
);

/**
 * The same quads with numbers as the stores keep them: by value. Of `"033.50"^^xsd:decimal` they remember 33.5, and of
 * a `xsd:nonNegativeInteger` that it is an integer. RDF takes both for the same value, not for the same term.
 */
export function byValue(quads) {
  return new Set(
    [...quads].map((line) =>
      line.replace(NUMBER, (_, sign, whole, part = '', integer) => {
        const digits = whole.replace(/^0+(?=\d)/, '') || '0';
        const rest = part.replace(/0+$/, '');
        const minus = sign === '-' && `${digits}${rest}` !== '0' ? '-' : '';
        return `"${minus}${digits}${rest === '' ? '' : `.${rest}`}"^^<xsd:${integer ? 'integer' : 'decimal'}>`;
      }),
    ),
  );
}
