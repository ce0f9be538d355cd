/** The results as Markdown. */
import { barsOf, seconds } from './bars.js';
import { ENGINES } from './engines.js';

const HEADER = '| engine | CPU s | wall s | NP@1 | NP@2 | stress | crossings | overlaps | peak MB | |';

/** One table a graph, then the bars. */
export function reportOf(run) {
  const parts = [`\`${run.command}\`, ${run.date}, ${run.machine}.`];
  for (const graph of run.graphs) parts.push(graphTable(graph));
  parts.push(barTable(barsOf(run)));
  return `${parts.join('\n\n')}\n`;
}

export function graphTable({ name, nodes, edges, mesh, results }) {
  const title = `### ${name}: ${count(nodes)} nodes, ${count(edges)} edges${mesh ? ', a mesh' : ''}`;
  return [title, '', HEADER, `| --- |${' ---: |'.repeat(8)} --- |`, ...results.map(resultRow)].join('\n');
}

function resultRow(result) {
  const label = ENGINES.find(({ name }) => name === result.engine).label;
  if (result.failed && result.cpu === undefined) return `| ${label} |${' – |'.repeat(8)} ${result.failed} |`;
  const { quality } = result;
  const figures = quality
    ? [
        quality.np1.toFixed(3),
        quality.np2.toFixed(3),
        quality.stress.toFixed(3),
        `${quality.crossingsError > 0 ? '≈ ' : ''}${count(quality.crossings)}`,
        count(quality.overlaps),
      ]
    : ['–', '–', '–', '–', '–'];
  const cells = [
    label,
    seconds(result).slice(0, -2),
    result.seconds.toFixed(2),
    ...figures,
    megabytes(result),
    remark(result),
  ];
  return `| ${cells.join(' | ')} |`;
}

function remark({ note, warm, stepsDone, failed }) {
  const steps = stepsDone === undefined ? undefined : `extrapolated from ${stepsDone} steps`;
  const again = warm === undefined ? undefined : `${warm.toFixed(2)} s when warm`;
  return [note, again, steps, failed].filter(Boolean).join('; ');
}

function barTable(bars) {
  const rows = bars.map(({ bar, measured, verdict }) => `| ${bar} | ${measured} | ${verdict} |`);
  const passed = bars.filter(({ verdict }) => verdict === 'pass').length;
  const missed = bars.filter(({ verdict }) => verdict === 'miss').length;
  return [
    '### Bars',
    '',
    `${passed} pass, ${missed} miss.`,
    '',
    '| bar | measured | |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function megabytes({ peak }) {
  return peak === undefined ? '–' : count(Math.round(peak / 1e6));
}

function count(number) {
  return number.toLocaleString('en-US');
}
