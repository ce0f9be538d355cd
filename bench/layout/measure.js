/** `node bench/layout/measure.js GRAPH positions.json`: the figures of a picture; the file is `{x, y, radii?}` or nodes of the JSON export. */
import { readFileSync } from 'node:fs';
import { loadGraph } from './graphs.js';
import { qualityOf } from './quality.js';

const [name, file] = process.argv.slice(2);
if (!name || !file) {
  process.stderr.write('usage: node bench/layout/measure.js GRAPH positions.json\n');
  process.exit(2);
}
const graph = loadGraph(name);
if (!graph) {
  process.stderr.write(`the data of ${name} are absent\n`);
  process.exit(1);
}
const { x, y, radii } = JSON.parse(readFileSync(file, 'utf8'));
const places = [x, y, radii].map((values) => values && Float64Array.from(values));
process.stdout.write(`${JSON.stringify(qualityOf(graph, ...places), undefined, 2)}\n`);
