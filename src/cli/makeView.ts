/** What `view` makes of a project, whether it is written or served. */
import { join } from 'node:path';
import type { Problems } from '../core/diagnostic.ts';
import { earlierLayout, hasLayout } from '../files/earlierBuild.ts';
import { type OpenProject, openProject } from '../files/openProject.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { gather, type StageListener } from '../pipeline.ts';
import { INCLUDABLE } from '../project/form.ts';
import { buildPayload } from '../viewer/buildPayload.ts';
import type { ViewerPayload } from '../viewer/payload.ts';
import { pictureOf } from '../viewer/picture.ts';
import type { Call } from './command.ts';
import { changesOf } from './exportOptions.ts';

/** What a run makes of a project. */
export interface Made {
  readonly project: OpenProject;
  readonly knowledge: Knowledge;
  readonly payload: ViewerPayload;
}

/** Makes the payload of a project: no payload with any error, no project where its settings cannot be read. */
export type Maker = (problems: Problems, listener: StageListener) => Made | Pick<Made, 'project'> | undefined;

/** Reads what the call asks for; throws UsageError for a value that there is not, before anything is read. */
export function makerOf(call: Call, folder: string): Maker {
  const change = changesOf(call);
  const isAsked = call.values.has('include');
  return (problems, listener) => {
    const opened = openProject(folder, problems);
    if (!opened) return undefined;
    const settings = change(opened.settings);
    const project = { ...opened, settings };
    if (problems.errors > 0) return { project };
    const { knowledge } = gather(project, problems, listener);
    if (problems.errors > 0) return { project };
    const include = isAsked ? settings.view.include : INCLUDABLE;
    const fromStart = opened.settings.view.include.filter((reason) => include.includes(reason));
    const { layout } = settings;
    const output = join(folder, settings.output);
    // Exports without a layout are no problem here, a broken one is.
    const exported = hasLayout(output) ? earlierLayout(output, problems) : undefined;
    if (problems.errors > 0) return { project };
    const graph = pictureOf(knowledge, { include, view: opened.settings.view, layout, exported });
    listener.end('layout', graph.placement.algorithm);
    return { project, knowledge, payload: buildPayload(knowledge, graph, { include, fromStart }) };
  };
}

/** «22 nodes, 31 edges; 52 facts, 2 left out (rejected 2)». */
export function showCounts({ nodes, edges, facts, leftOut, layout }: ViewerPayload): string {
  const out = leftOut.reduce((sum, [, count]) => sum + count, 0);
  const why = leftOut.map(([reason, count]) => `${reason} ${count}`).join(', ');
  const rest = out > 0 ? `, ${out} left out (${why})` : '';
  const levels = layout.byLevels ? '; it opens by levels' : '';
  return `${nodes.id.length} nodes, ${edges.id.length} edges; ${facts.length} facts${rest}${levels}`;
}
