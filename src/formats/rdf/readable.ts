/** Turtle and TriG: what the N-Quads of the profile hold, grouped, with prefixes, in the order of reading. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { RDF } from '../../ontology/namespaces.ts';
import { toByteText } from '../byteText.ts';
import type { KnowledgeFormat, WriteContext } from '../formats.ts';
import type { SubjectGroup } from './groups.ts';
import { CHUNK_LENGTH, openScope } from './profile.ts';
import { profileFor } from './profiles.ts';
import { type Passage, type Section, subjectsInReadingOrder } from './subjects.ts';
import { prefixesInUse } from './survey.ts';
import { turtleSyntax } from './turtleSyntax.ts';
import type { Predicate } from './vocabulary.ts';

const HEADINGS: Readonly<Record<Section, string>> = {
  entities: '# Entities, each followed by the statements about it',
  sources: '# Sources, each followed by its evidence',
  graphs: '# Named graphs: the plain facts that each source states',
};

/** The file in chunks of byte text; no more is held in memory than one subject. */
export function* writeReadable(
  format: KnowledgeFormat,
  knowledge: Knowledge,
  context: WriteContext,
): Generator<string> {
  const profile = profileFor(format, context);
  if (!profile) return;
  const prefixes = prefixesInUse(knowledge, profile);
  const syntax = { ...turtleSyntax(prefixes), inBytes: true };
  const scope = openScope(knowledge, { format: format.name, context, syntax, typeFirst: true });
  if (!scope) return;
  const outside = new SubjectWriter('');
  const inside = new SubjectWriter('  ');
  let chunk = profile.name === 'rdf12' ? 'VERSION "1.2"\n' : '';
  for (const [namespace, name] of prefixes) chunk += toByteText(`@prefix ${name}: <${namespace}> .\n`);
  let last: Passage | undefined;
  for (const passage of subjectsInReadingOrder(scope, profile)) {
    chunk += between(last, passage);
    chunk += (passage.graph === undefined ? outside : inside).text(passage.group);
    last = passage;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  yield last?.graph === undefined ? chunk : `${chunk}}\n`;
}

/** Blank lines, the heading of a section, and the braces of a named graph. */
function between(last: Passage | undefined, { section, graph }: Passage): string {
  const sameGraph = graph === last?.graph;
  const close = sameGraph || last?.graph === undefined ? '' : '}\n';
  const heading = section === last?.section ? '' : `\n${HEADINGS[section]}\n`;
  const open = sameGraph || graph === undefined ? '' : `${graph} {\n`;
  return open === '' ? `${close}${heading}\n` : `${close}${heading}\n${open}`;
}

/** Made once for each predicate: what stands before an object. Joining texts is what writing costs. */
interface Lead {
  readonly first: string;
  readonly next: string;
}

/** Writes subjects: types first, the predicates a line each; a blank before each terminator, for Serd. */
export class SubjectWriter {
  readonly #leads: (Lead | undefined)[] = [];
  readonly #indent: string;
  readonly #another: string;

  constructor(indent: string) {
    this.#indent = indent;
    this.#another = ` ,\n${indent}    `;
  }

  text({ subject, predicates, objects }: SubjectGroup): string {
    let text = this.#indent + subject;
    let last = -1;
    for (let i = 0; i < predicates.length; i++) {
      const predicate = predicates[i];
      if (!predicate) break;
      if (predicate.rank === last) text += this.#another;
      else {
        const lead = this.#leads[predicate.rank] ?? this.#leadOf(predicate);
        text += last < 0 ? lead.first : lead.next;
      }
      text += objects[i];
      last = predicate.rank;
    }
    return `${text} .\n`;
  }

  #leadOf({ iri, term, rank }: Predicate): Lead {
    const line = `\n${this.#indent}  ${iri === TYPE ? 'a' : term} `;
    const lead = { first: line, next: ` ;${line}` };
    this.#leads[rank] = lead;
    return lead;
  }
}

const TYPE = `${RDF}type`;
