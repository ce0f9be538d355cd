/** Documents of RDF 1.2 of the project's own: triple terms, reifiers, annotations, base directions and versions. */

export interface Rdf12Text {
  readonly name: string;
  readonly format: 'turtle' | 'trig' | 'ntriples' | 'nquads';
  readonly text: string;
}

const HEAD = `PREFIX : <http://sea.example/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
`;

const TURTLE: Readonly<Record<string, string>> = {
  'version keyword': 'VERSION "1.2"\n:aurora :crew 7 .',
  'version directive': '@version "1.2" .\n:aurora :crew 7 .',
  'basic version': "VERSION '1.2-basic'\n:aurora :crew 7 .",
  'version twice': 'VERSION "1.2"\n:aurora :crew 7 .\nVERSION "1.2"\n:aurora :crew 8 .',
  'version in capitals or not': 'version "1.2"\n:aurora :flag :malta .',
  'reified triple as subject': '<< :aurora :port :visby >> :since "1912"^^xsd:gYear .',
  'reified triple alone': '<< :aurora :port :visby >> .',
  'reified triple with a name': '<< :aurora :port :visby ~ :claim >> :told "by the mate"@en .',
  'reified triple with a blank name': '<< :aurora :port :visby ~ _:claim >> :told "by the cook" .',
  'reified triple as object': ':mate :said << :aurora :crew 7 >> .',
  'reified triple with a name as object': ':mate :said << :aurora :crew 7 ~ :claim >> .',
  'reified triples on both sides': '<< :aurora :crew 7 >> :contradicts << :aurora :crew 8 >> .',
  'reified triple in a blank node': '[ :said << :aurora :retired true >> ] .',
  'reified triple in a list': ':log :entries ( << :aurora :crew 7 >> << :aurora :crew 8 >> ) .',
  'reified triple with a literal': '<< :aurora :name "Aurora"@la >> :source :log .',
  'reified triple with a class': '<< :aurora a :Ship >> :certainty 0.5 .',
  'reified triple with a blank node': '<< _:ship :port _:haven >> :source :log .',
  'two properties of a reifier': '<< :aurora :crew 7 >> :source :log ; :page 12 .',
  'two values of a reifier': '<< :aurora :crew 7 >> :source :log, :register .',
  'reifier by its triples': ':claim rdf:reifies <<( :aurora :port :visby )>> ; :page 3 .',
  'reifier without a triple term': ':claim rdf:reifies :aurora .',
  'one triple, two reifiers':
    ':a rdf:reifies <<( :aurora :crew 7 )>> .\n:b rdf:reifies <<( :aurora :crew 7 )>> .',
  'one reifier, two triples': ':a rdf:reifies <<( :aurora :crew 7 )>>, <<( :aurora :crew 8 )>> .',
  annotation: ':aurora :port :visby {| :since "1912"^^xsd:gYear |} .',
  'annotation with a name': ':aurora :port :visby ~ :stay {| :berth "7b" |} .',
  'name without an annotation': ':aurora :port :visby ~ :stay .',
  'empty reifier': ':aurora :port :visby ~ .',
  'two annotations': ':aurora :port :visby {| :page 1 |} {| :page 2 |} .',
  'two annotations with names': ':aurora :port :visby ~ :a {| :page 1 |} ~ :b {| :page 2 |} .',
  'annotations in a list of objects': ':aurora :port :visby {| :page 1 |}, :malmo {| :page 2 |} .',
  'annotations in a list of predicates': ':aurora :port :visby {| :page 1 |} ; :crew 7 {| :page 2 |} .',
  'annotation of a text': ':aurora :name "Aurora"@la {| :spelt "Avrora"@la-latn |} .',
  'annotation in an annotation': ':aurora :crew 7 {| :page 1 {| :checked true |} |} .',
  'reified triple in a reified triple': '<< << :aurora :crew 7 >> :page 1 >> :checked true .',
  'triple term as a value': ':mate :believes <<( :aurora :crew 7 )>> .',
  'triple term in a triple term': ':claim rdf:reifies <<( :mate :believes <<( :aurora :crew 7 )>> )>> .',
  'triple terms in a list': ':log :entries ( <<( :aurora :crew 7 )>> ) .',
  'left to right': ':aurora :name "Aurora"@en--ltr .',
  'right to left': ':aurora :name "أورورا"@ar--rtl .',
  'direction beside none': ':aurora :name "Aurora"@en, "Aurora"@en--ltr, "Aurora" .',
  'direction in a reified triple': '<< :aurora :name "אורורה"@he--rtl >> :source :log .',
  'direction in an annotation': ':aurora :crew 7 {| :note "שבע"@he--rtl ; :page 4 |} .',
  'comments and spaces within': '<<:aurora :crew 7~:claim>>:page 1.# over',
};

const TRIG: Readonly<Record<string, string>> = {
  'version before a graph': 'VERSION "1.2"\n:log { :aurora :crew 7 }',
  'annotation in a graph': ':log { :aurora :port :visby {| :page 1 |} }',
  'reified triple in a graph': 'GRAPH :log { << :aurora :crew 7 ~ :claim >> :page 1 }',
  'reifier in two graphs':
    ':log { << :aurora :crew 7 ~ :claim >> . } :register { << :aurora :crew 7 ~ :claim >> . }',
  'annotation outside of the graph': ':log { << :aurora :crew 7 ~ :claim >> . } :claim :page 1 .',
  'told in one graph, reified in another':
    ':log { :aurora :crew 7 } :register { << :aurora :crew 7 >> :page 1 }',
  'direction in a graph': ':log { :aurora :name "أورورا"@ar--rtl }',
  'annotation in no graph': '{ :aurora :port :visby {| :page 1 |} }',
};

const S = '<http://sea.example/aurora>';
const P = '<http://sea.example/crew>';
const REIFIES = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies>';
const SEVEN = '"7"^^<http://www.w3.org/2001/XMLSchema#integer>';
const CLAIM = '<http://sea.example/claim>';
const TERM = `<<( ${S} ${P} ${SEVEN} )>>`;

const NTRIPLES: Readonly<Record<string, string>> = {
  version: `VERSION "1.2"\n${S} ${P} ${SEVEN} .`,
  'version and a triple term': `VERSION "1.2"\n${CLAIM} ${REIFIES} ${TERM} .`,
  'triple term': `${CLAIM} ${REIFIES} ${TERM} .\n${CLAIM} <http://sea.example/page> "p. 1" .`,
  'triple term without spaces': `${CLAIM}${REIFIES}<<(${S}${P}${SEVEN})>>.`,
  'triple term of a blank node': `_:c ${REIFIES} <<( _:a ${P} ${SEVEN} )>> .\n_:a ${P} ${SEVEN} .`,
  'direction of a base': `${S} <http://sea.example/name> "Aurora"@en--ltr .`,
  'escapes in a triple term': `${CLAIM} ${REIFIES} <<( ${S} <http://sea.example/name> "\\u0041\\n\\"" )>> .`,
};

const NQUADS: Readonly<Record<string, string>> = {
  version: `VERSION "1.2"\n${S} ${P} ${SEVEN} <http://sea.example/log> .`,
  'triple term in a graph': `${CLAIM} ${REIFIES} ${TERM} <http://sea.example/log> .\n${S} ${P} ${SEVEN} <http://sea.example/log> .`,
  'triple term in no graph': `${CLAIM} ${REIFIES} ${TERM} .\n${S} ${P} ${SEVEN} <http://sea.example/log> .`,
  'direction of a base': `${S} <http://sea.example/name> "Aurora"@ar--rtl _:g .`,
};

function texts(format: Rdf12Text['format'], all: Readonly<Record<string, string>>, head = ''): Rdf12Text[] {
  return Object.entries(all).map(([name, text]) => ({
    name: `${format}: ${name}`,
    format,
    text: `${head}${text}\n`,
  }));
}

export const RDF12_TEXTS: readonly Rdf12Text[] = [
  ...texts('turtle', TURTLE, HEAD),
  ...texts('trig', TRIG, HEAD),
  ...texts('ntriples', NTRIPLES),
  ...texts('nquads', NQUADS),
];
