/**
 * What a program would do that trusts its data: template strings over the sorted facts, with nothing checked,
 * escaped, looked up by class or sorted, and the vocabulary of the synthetic project known in advance. The texts are
 * those of the writers, byte for byte, which the bench makes sure of.
 */
const BASE = 'https://example.org/bench/';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const SEM = 'http://semanticweb.cs.vu.nl/2009/11/sem/';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const FW = 'https://w3id.org/factweave/ns#';
const CHUNK = 1 << 15;

/**
 * The facts in the order that a writer needs, made before the clock runs: blocks of statements and triples. For
 * N-Quads the blocks are in byte order (`a0#` and `a0>` come before `a>`), statements by id, sources among them.
 */
export function arrangeFor(knowledge, inByteOrder) {
  const predicates = new Map([...knowledge.ontology.relations.values()].map((one) => [one.name, one.iri]));
  const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  // As it ends in the file: `<…p1>` comes after `<…p10>`.
  const end = inByteOrder ? '>' : '';
  const objectText = ({ object }) => (object.id ? object.id + end : `${object.literal.text}"`);
  const bySubject = groupBy(knowledge.facts, (fact) => fact.subject);
  const entities = [...knowledge.entities.values()].map((entity) => {
    const facts = bySubject.get(entity.id) ?? [];
    const triples = facts.filter((fact) => !fact.notPlain);
    triples.sort(
      (a, b) =>
        order(`${predicates.get(a.relation)}>`, `${predicates.get(b.relation)}>`) ||
        order(objectText(a), objectText(b)),
    );
    return { entity, triples, statements: facts };
  });
  if (!inByteOrder) return entities;
  const evidence = groupBy(knowledge.evidence, (piece) => piece.source);
  const blocks = entities.flatMap(({ entity, triples, statements }) => [
    { key: `${entity.id}#`, entity, statements: [...statements].sort((a, b) => order(a.id, b.id)) },
    { key: `${entity.id}>`, entity, triples },
  ]);
  for (const source of knowledge.sources.values()) {
    blocks.push({ key: `source/${source.id}#`, pieces: evidence.get(source.id) ?? [] });
    blocks.push({ key: `source/${source.id}>`, source });
  }
  return blocks.sort((a, b) => order(a.key, b.key));
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (groups.has(key)) groups.get(key).push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** N-Quads of the profile `statements`. */
export function* concatenateNQuads(knowledge, arranged) {
  const iriOf = new Map([...knowledge.ontology.relations.values()].map((one) => [one.name, `<${one.iri}>`]));
  const typesOf = new Map(
    [...knowledge.ontology.classes.values()].map((one) => [
      one.name,
      one.lineage.map((name) => `<${knowledge.ontology.classes.get(name).iri}>`).sort(),
    ]),
  );
  const object = ({ object: { kind, id, literal } }) =>
    kind === 'entity' ? `<${BASE}${id}>` : value(literal);
  const value = ({ datatype, text, language }) => {
    if (datatype === 'date') return `"${text}"^^<${XSD}${text.length === 4 ? 'gYear' : 'date'}>`;
    return language ? `"${text}"@${language}` : `"${text}"`;
  };
  let chunk = '';
  for (const { entity, triples, statements, pieces, source } of arranged) {
    const subject = `<${BASE}${entity?.id}>`;
    for (const fact of statements ?? []) {
      const s = `<${BASE}${entity.id}#${fact.id}>`;
      const { qualifiers, evidence, status } = fact;
      const date = qualifiers.get('startDate')?.[0].text;
      const position = qualifiers.get('position')?.[0].text;
      const character = qualifiers.get('characterName')?.[0].text;
      const role = qualifiers.get('roleName')?.[0].text;
      if (character !== undefined) chunk += `${s} <http://schema.org/characterName> "${character}" .\n`;
      if (position !== undefined)
        chunk += `${s} <http://schema.org/position> "${position}"^^<${XSD}integer> .\n`;
      if (role !== undefined) chunk += `${s} <http://schema.org/roleName> "${role}" .\n`;
      if (date !== undefined) {
        chunk += `${s} <${SEM}hasEarliestBeginTimeStamp> "${date}"^^<${XSD}date> .\n`;
        chunk += `${s} <${SEM}hasLatestBeginTimeStamp> "${date}"^^<${XSD}date> .\n`;
      }
      chunk += `${s} <${RDF}object> ${object(fact)} .\n`;
      chunk += `${s} <${RDF}predicate> ${iriOf.get(fact.relation)} .\n`;
      chunk += `${s} <${RDF}subject> ${subject} .\n`;
      chunk += `${s} <${RDF}type> <${RDF}Statement> .\n`;
      chunk += `${s} <${FW}certainty> <${FW}certain> .\n`;
      for (const { source, id } of evidence)
        chunk += `${s} <${FW}evidence> <${BASE}source/${source}#${id}> .\n`;
      if (date !== undefined) chunk += `${s} <${FW}startDate> "${date}"^^<${XSD}date> .\n`;
      chunk += `${s} <${FW}status> <${FW}${status}> .\n`;
      if (chunk.length < CHUNK) continue;
      yield chunk;
      chunk = '';
    }
    for (const piece of pieces ?? []) {
      const s = `<${BASE}source/${piece.source}#${piece.id}>`;
      const of = `<${BASE}source/${piece.source}>`;
      chunk += `${s} <${RDF}type> <http://www.w3.org/ns/oa#SpecificResource> .\n`;
      chunk += `${s} <${RDF}type> <${FW}Evidence> .\n`;
      chunk += `${s} <http://www.w3.org/ns/oa#hasSource> ${of} .\n`;
      chunk += `${s} <http://www.w3.org/ns/prov#wasDerivedFrom> ${of} .\n`;
      chunk += `${s} <${FW}certainty> <${FW}certain> .\n`;
      chunk += `${s} <${FW}row> "${piece.row}" .\n`;
      if (chunk.length < CHUNK) continue;
      yield chunk;
      chunk = '';
    }
    if (source) {
      const s = `<${BASE}source/${source.id}>`;
      chunk += `${s} <http://purl.org/dc/terms/title> "${source.title}" .\n`;
      chunk += `${s} <http://purl.org/dc/terms/type> "${source.type}" .\n`;
      chunk += `${s} <${RDF}type> <${FW}Source> .\n`;
    }
    if (!triples) continue;
    let i = 0;
    // `rdf:type` and `rdfs:label` stand between the terms of schema.org and those of the ontology itself.
    for (; i < triples.length && iriOf.get(triples[i].relation) < '<http://w'; i++) {
      chunk += `${subject} ${iriOf.get(triples[i].relation)} ${object(triples[i])} .\n`;
    }
    for (const type of typesOf.get(entity.class)) chunk += `${subject} <${RDF}type> ${type} .\n`;
    chunk += `${subject} <http://www.w3.org/2000/01/rdf-schema#label> "${entity.name}"${entity.nameLanguage ? `@${entity.nameLanguage}` : ''} .\n`;
    for (; i < triples.length; i++)
      chunk += `${subject} ${iriOf.get(triples[i].relation)} ${object(triples[i])} .\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** Turtle of the profile `statements`; the head with the prefixes is given. */
export function* concatenateTurtle(knowledge, arranged, head) {
  const short = (iri) =>
    iri
      .replace('http://schema.org/', 'schema:')
      .replace('https://w3id.org/factweave/film#', 'film:')
      .replace(SEM, 'sem:');
  const iriOf = new Map([...knowledge.ontology.relations.values()].map((one) => [one.name, short(one.iri)]));
  const typesOf = new Map(
    [...knowledge.ontology.classes.values()].map((one) => [
      one.name,
      one.lineage
        .map((name) => short(knowledge.ontology.classes.get(name).iri))
        .sort()
        .join(' ,\n    '),
    ]),
  );
  const object = ({ object: { kind, id, literal } }) => (kind === 'entity' ? `:${id}` : value(literal));
  const value = ({ datatype, text, language }) => {
    if (datatype === 'date') return `"${text}"^^xsd:${text.length === 4 ? 'gYear' : 'date'}`;
    return language ? `"${text}"@${language}` : `"${text}"`;
  };
  const plain = (triples, from, to) => {
    let text = '';
    for (let i = from; i < to; i++) {
      const again = i > from && triples[i - 1].relation === triples[i].relation;
      text += again
        ? ` ,\n    ${object(triples[i])}`
        : ` ;\n  ${iriOf.get(triples[i].relation)} ${object(triples[i])}`;
    }
    return text;
  };
  let chunk = `${head}\n# Entities, each followed by the statements about it\n`;
  for (const { entity, triples, statements } of arranged) {
    const split = triples.findIndex((fact) => !iriOf.get(fact.relation).startsWith('schema:'));
    const middle = split < 0 ? triples.length : split;
    const label = `"${entity.name}"${entity.nameLanguage ? `@${entity.nameLanguage}` : ''}`;
    chunk += `\n:${entity.id}\n  a ${typesOf.get(entity.class)}${plain(triples, 0, middle)} ;\n  rdfs:label ${label}${plain(triples, middle, triples.length)} .\n`;
    for (const fact of statements) {
      const { qualifiers, evidence, status } = fact;
      const date = qualifiers.get('startDate')?.[0].text;
      const position = qualifiers.get('position')?.[0].text;
      const character = qualifiers.get('characterName')?.[0].text;
      const role = qualifiers.get('roleName')?.[0].text;
      chunk += `\n<${BASE}${entity.id}#${fact.id}>\n  a rdf:Statement`;
      if (character !== undefined) chunk += ` ;\n  schema:characterName "${character}"`;
      if (position !== undefined) chunk += ` ;\n  schema:position ${position}`;
      if (role !== undefined) chunk += ` ;\n  schema:roleName "${role}"`;
      if (date !== undefined)
        chunk += ` ;\n  sem:hasEarliestBeginTimeStamp "${date}"^^xsd:date ;\n  sem:hasLatestBeginTimeStamp "${date}"^^xsd:date`;
      chunk += ` ;\n  rdf:object ${object(fact)} ;\n  rdf:predicate ${iriOf.get(fact.relation)} ;\n  rdf:subject :${entity.id} ;\n  fw:certainty fw:certain ;\n  fw:evidence ${evidence.map(({ source, id }) => `<${BASE}source/${source}#${id}>`).join(' ,\n    ')}`;
      if (date !== undefined) chunk += ` ;\n  fw:startDate "${date}"^^xsd:date`;
      chunk += ` ;\n  fw:status fw:${status} .\n`;
    }
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  chunk += '\n# Sources, each followed by its evidence\n';
  let next = 0;
  for (const { id, type, title } of knowledge.sources.values()) {
    chunk += `\n<${BASE}source/${id}>\n  a fw:Source ;\n  dcterms:title "${title}" ;\n  dcterms:type "${type}" .\n`;
    for (; knowledge.evidence[next]?.source === id; next++) {
      const { id: piece, row } = knowledge.evidence[next];
      const of = `<${BASE}source/${id}>`;
      chunk += `\n<${BASE}source/${id}#${piece}>\n  a fw:Evidence ,\n    oa:SpecificResource ;\n  oa:hasSource ${of} ;\n  prov:wasDerivedFrom ${of} ;\n  fw:certainty fw:certain ;\n  fw:row "${row}" .\n`;
      if (chunk.length < CHUNK) continue;
      yield chunk;
      chunk = '';
    }
  }
  yield chunk;
}

/** GraphML without the head, of a graph that has every attribute on every node and edge. */
export function* concatenateGraphml({ view: { nodes, edges }, placement }, head) {
  const two = (number) => Math.round(number * 100) / 100;
  let chunk = head;
  const names = uniqueLabels(nodes);
  const value = ({ type, values }, i) => (type === 'strings' ? values[i].join(';') : values[i]);
  for (let i = 0; i < nodes.count; i++) {
    const colour = Number.parseInt(nodes.colour[i].slice(1), 16);
    const labels = nodes.lineage[i].toReversed().join(':');
    chunk += `<node id="${nodes.id[i]}" labels=":${labels}"><data key="label">${nodes.label[i]}</data><data key="name">${names[i]}</data><data key="labels">:${labels}</data><data key="n_kind">${nodes.kind[i]}</data><data key="n_uri">${nodes.iri[i]}</data><data key="x">${two(placement.x[i])}</data><data key="y">${two(placement.y[i])}</data><data key="size">${two(placement.size[i])}</data><data key="r">${colour >> 16}</data><data key="g">${(colour >> 8) & 255}</data><data key="b">${colour & 255}</data><data key="n_degree">${nodes.degree[i]}</data><data key="n_weightedDegree">${nodes.weightedDegree[i]}</data>`;
    for (const column of nodes.attributes) chunk += `<data key="n_${column.name}">${value(column, i)}</data>`;
    chunk += '</node>\n';
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  for (let i = 0; i < edges.count; i++) {
    const kind = edges.kind[i];
    const colour = Number.parseInt(edges.colour[i].slice(1), 16);
    chunk += `<edge id="${edges.id[i]}" source="${nodes.id[edges.source[i]]}" target="${nodes.id[edges.target[i]]}" label="${kind}"><data key="edgelabel">${edges.label[i]}</data><data key="weight">${edges.weight[i]}</data><data key="e_kind">${kind}</data><data key="interaction">${kind}</data><data key="e_uri">${edges.predicate[i]}</data><data key="e_r">${colour >> 16}</data><data key="e_g">${(colour >> 8) & 255}</data><data key="e_b">${colour & 255}</data>`;
    for (const column of edges.attributes) chunk += `<data key="e_${column.name}">${value(column, i)}</data>`;
    chunk += '</edge>\n';
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}</graph>\n</graphml>\n`;
}

/** A label that several nodes have is followed by the id. */
function uniqueLabels({ label, id }) {
  const uses = new Map();
  for (const one of label) uses.set(one, (uses.get(one) ?? 0) + 1);
  return label.map((one, i) => (uses.get(one) === 1 ? one : `${one} (${id[i]})`));
}
