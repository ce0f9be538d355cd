/** The stages of factweave on the project in the folder given; prints their figures as one line of JSON. */
import { join } from 'node:path';
import { build, exportProject, openProject, Problems } from '../dist/index.js';
import { Meter } from './meter.js';

const folder = process.argv[2];
const problems = new Problems();
const meter = new Meter();
const listener = {
  progress: () => {},
  end: (stage, detail) => meter.end(stage === 'write' ? detail.replace(/.*\./, '') : stage),
};

const project = openProject(folder, problems);
meter.end('open');
const { knowledge, graph } = build(project, problems, listener);
const output = { folder: join(folder, 'out'), keepGoing: false, listener };
const manifest = exportProject({ knowledge, graph, settings: project.settings }, output, problems);
meter.end('finish');
if (!manifest || problems.counts.size > 0)
  throw new Error(`problems: ${JSON.stringify([...problems.counts])}`);
meter.report({ facts: knowledge.counts.read, nodes: graph.view.nodes.count, edges: graph.view.edges.count });
