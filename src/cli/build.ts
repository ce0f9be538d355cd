import { earlierLayout, hasLayout } from '../files/earlierBuild.ts';
import type { OpenProject } from '../files/openProject.ts';
import type { PlacedGraph } from '../graph/view.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { draw } from '../pipeline.ts';
import type { Settings } from '../project/settings.ts';
import type { Call, Command } from './command.ts';
import { changesOf, LAYOUT_OPTIONS } from './exportOptions.ts';
import { MAKING_OPTIONS, makeExports, outputFolder, type Report } from './makeExports.ts';

export const buildCommand: Command = {
  name: 'build',
  usage: 'build [DIR] [options]',
  summary: 'turn the facts of a project into its exports',
  details: [
    'Reads factweave.yaml in DIR (default: this folder) and the files it names, checks everything, and writes',
    'the exports with their manifest. With any error nothing is replaced. Files of the earlier exports that are not',
    'among the formats of this build are removed; other files in the folder stay. Most options are settings of',
    'factweave.yaml too; the call goes first.',
  ].join('\n'),
  options: [...MAKING_OPTIONS, ...LAYOUT_OPTIONS],
  words: [0, 1],
  run: (call, io) => {
    const change = changesOf(call);
    return makeExports(call, io, {
      settings: ({ settings }) => change(settings),
      graph: (knowledge, project, report) => drawn(knowledge, project, { ...report, call }),
    });
  },
};

/** Goes on from the earlier layout, where that is asked for and there is one; says so where there is none. */
function drawn(
  knowledge: Knowledge,
  project: OpenProject,
  { call, problems, listener, note }: Report & { readonly call: Call },
): PlacedGraph | undefined {
  const { settings } = project;
  if (settings.layout.start === 'fresh') return draw(knowledge, settings, { listener });
  const folder = outputFolder(call, project);
  if (!hasLayout(folder)) {
    note(freshNote(folder, settings));
    return draw(knowledge, settings, { listener });
  }
  const earlier = earlierLayout(folder, problems);
  return earlier && draw(knowledge, settings, { listener, earlier });
}

/** Why a layout that was to go on from an earlier one is a new one. */
function freshNote(folder: string, { formats }: Settings): string {
  const next = formats.includes('json')
    ? 'the next build can'
    : 'the format json keeps one for the next build';
  return `layout made anew: ${folder} holds no laid-out JSON to go on from; ${next}`;
}
