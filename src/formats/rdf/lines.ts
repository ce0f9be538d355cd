/** One quad a line, canonical, sorted by bytes and distinct: what `LC_ALL=C sort -u` would leave as it is. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { KnowledgeFormat, WriteContext } from '../formats.ts';
import type { SubjectGroup } from './groups.ts';
import { CHUNK_LENGTH, openScope } from './profile.ts';
import { profileFor } from './profiles.ts';
import { type Shape, ShapedGroup } from './shapes.ts';
import { subjectsInByteOrder } from './subjects.ts';
import { CANONICAL_BYTES } from './terms.ts';

/** The lines in chunks of byte text: of N-Quads or, without named graphs, of N-Triples. */
export function* writeLines(
  format: KnowledgeFormat,
  knowledge: Knowledge,
  context: WriteContext,
): Generator<string> {
  const profile = profileFor(format, context);
  const scope = profile && openScope(knowledge, { format: format.name, context, syntax: CANONICAL_BYTES });
  if (!scope) return;
  const shapes = new ShapedLines();
  let chunk = '';
  for (const group of subjectsInByteOrder(scope, profile)) {
    chunk += group instanceof ShapedGroup ? shapes.text(group) : linesOf(group);
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** The pieces are joined as few times as possible: it is what writing costs. */
function linesOf({ subject, predicates, objects, graphs }: SubjectGroup): string {
  const nextLine = ` .\n${subject}`;
  let text: string = subject;
  for (let i = 0; i < predicates.length; i++) {
    if (i > 0) text += nextLine;
    text += predicates[i]?.between;
    text += objects[i];
    const graph = graphs?.[i];
    if (graph !== undefined) text += ` ${graph}`;
  }
  return `${text} .\n`;
}

/** Writes groups by their shapes: what stands between the subject and the objects that differ is made once. */
class ShapedLines {
  readonly #tails = new WeakMap<Shape, readonly string[]>();

  text({ subject, shape, values }: ShapedGroup): string {
    const tails = this.#tails.get(shape) ?? this.#tailsOf(shape);
    let text = '';
    for (let i = 0; i < tails.length; i++) {
      const place = shape.places[i] ?? -1;
      text += subject;
      text += tails[i];
      if (place < 0) continue;
      text += values[place];
      text += ' .\n';
    }
    return text;
  }

  /** What follows the subject in each line, up to the object or with it. */
  #tailsOf(shape: Shape): readonly string[] {
    const tails = shape.predicates.map(({ between }, i) => {
      const object = shape.fixed[i];
      return object === undefined ? between : `${between}${object} .\n`;
    });
    this.#tails.set(shape, tails);
    return tails;
  }
}
