import { draw } from '../pipeline.ts';
import type { Command } from './command.ts';
import { changesOf } from './exportOptions.ts';
import { MAKING_OPTIONS, makeExports } from './makeExports.ts';

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
  options: MAKING_OPTIONS,
  words: [0, 1],
  run: (call, io) => {
    const change = changesOf(call);
    return makeExports(call, io, {
      settings: ({ settings }) => change(settings),
      graph: (knowledge, { settings }, { listener }) => draw(knowledge, settings, listener),
    });
  },
};
