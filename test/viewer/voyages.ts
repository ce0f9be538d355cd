/** Payloads of small projects, and pages with scripts that stand for the bundled ones. */
import { Problems } from '../../src/core/diagnostic.ts';
import { openProject } from '../../src/files/openProject.ts';
import { companionFinder } from '../../src/graph/companions.ts';
import { DEFAULT_VIEW_OPTIONS } from '../../src/graph/options.ts';
import type { Knowledge, NotPlainReason } from '../../src/knowledge/knowledge.ts';
import { gather } from '../../src/pipeline.ts';
import { INCLUDABLE } from '../../src/project/form.ts';
import { buildPayload } from '../../src/viewer/buildPayload.ts';
import { type Client, writeViewer } from '../../src/viewer/page.ts';
import type { PayloadFact, ViewerPayload } from '../../src/viewer/payload.ts';
import { pictureOf } from '../../src/viewer/picture.ts';
import { carriedFacts } from '../../src/viewer/selection.ts';

export const CLIENT: Client = { script: 'document.title', style: 'body{margin:0}' };

export function payloadOf(
  knowledge: Knowledge,
  include: readonly NotPlainReason[] = INCLUDABLE,
  fromStart: readonly NotPlainReason[] = [],
): ViewerPayload {
  const layout = { engine: 'none', seed: 1 } as const;
  const graph = pictureOf(knowledge, { include, view: DEFAULT_VIEW_OPTIONS, layout, exported: undefined });
  return buildPayload(knowledge, graph, { include, fromStart });
}

export function pageOf(payload: ViewerPayload, client = CLIENT): string {
  return [...writeViewer(payload, client)].join('');
}

/** `aurora – home port – malmo`. */
export function sentences({ nodes }: ViewerPayload, facts: readonly PayloadFact[]): string[] {
  return facts.map(({ subject, relation, object, negated }) => {
    const what = 'node' in object ? nodes.id[object.node] : 'value' in object ? object.value : object.missing;
    return `${nodes.id[subject]} – ${relation} – ${negated ? 'not ' : ''}${what}`;
  });
}

export function leftOutOf(knowledge: Knowledge, include: readonly NotPlainReason[]): number {
  const { leftOut } = carriedFacts(knowledge, include, companionFinder(knowledge));
  return leftOut.reduce((sum, [, count]) => sum + count, 0);
}

/** What the article of data/rust states. */
export function rust(): Knowledge {
  const problems = new Problems();
  const project = openProject('data/rust', problems);
  if (!project) throw new Error('data/rust cannot be opened');
  return gather(project, problems).knowledge;
}
