import { join } from 'node:path';
import { earlierExports } from '../files/checkOutput.ts';
import { earlierLayout, earlierOptions } from '../files/earlierBuild.ts';
import type { OpenProject } from '../files/openProject.ts';
import { FORMATS } from '../formats/table.ts';
import type { PlacedGraph } from '../graph/view.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { redraw } from '../pipeline.ts';
import type { Settings } from '../project/settings.ts';
import type { Call, Command } from './command.ts';
import { changesOf } from './exportOptions.ts';
import { MAKING_OPTIONS, makeExports, type Report } from './makeExports.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: 'export [DIR] [options]',
  summary: 'write further formats, with the layout of the last build',
  details: [
    'Writes the exports of the project in DIR (default: this folder) as `build` does, but every node stays where the',
    'laid-out JSON of the last build has it. The formats of --formats join those that are there, under the options of',
    'the last build but for those of the call, which then hold for every file; with --out they are written to',
    'another folder, alone.',
  ].join('\n'),
  options: MAKING_OPTIONS,
  words: [0, 1],
  run: (call, io) => {
    const change = changesOf(call, { formats: call.values.has('out') ? 'replace' : 'add' });
    return makeExports(call, io, {
      settings: (project) => change(settingsFor(project, call)),
      graph: keptGraph,
    });
  },
};

function keptGraph(
  knowledge: Knowledge,
  project: OpenProject,
  { problems, listener }: Report,
): PlacedGraph | undefined {
  const folder = builtFolder(project);
  const layout = earlierLayout(folder, problems);
  if (!layout) return undefined;
  const graph = redraw(knowledge, project.settings, { layout, listener });
  if (!('unplaced' in graph)) return graph;
  const [id = ''] = graph.unplaced;
  problems.add('layout-incomplete', undefined, { path: folder, count: graph.unplaced.length, id });
  return undefined;
}

/**
 * What the call starts from. Into another folder: the settings. Beside what is there: the options and formats of the
 * last build, so that it stays what it is but for what the call says.
 */
function settingsFor(project: OpenProject, call: Call): Settings {
  if (call.values.has('out')) return project.settings;
  const folder = builtFolder(project);
  const there = [...(earlierExports(folder)?.files.values() ?? [])].filter((name) => FORMATS.has(name));
  const formats = there.length > 0 ? [...new Set(there)] : project.settings.formats;
  return { ...project.settings, ...earlierOptions(folder), formats };
}

/** Where `build` writes, whatever the call says. */
function builtFolder({ folder, settings }: OpenProject): string {
  return join(folder, settings.output);
}
