/** The matrix of clients and formats, as the terminal and `docs/clients.md` show it. */

/**
 * Counts the checks of one client and one format.
 *
 * @typedef {{ passed: number, all: number, refused: Set<string> }} Cell
 */

export class Matrix {
  /** @type {Map<string, { client: import('./client.js').Client, version: string, cells: Map<string, Cell> }>} */
  #rows = new Map();
  #formats;

  /** @param {readonly string[]} formats The columns. */
  constructor(formats) {
    this.#formats = formats;
  }

  addClient(client, version) {
    this.#rows.set(client.id, { client, version, cells: new Map() });
  }

  count(client, { format, refusal }, { profile, passed }) {
    if (!this.#formats.includes(format)) throw new Error(`${client.id}: there is no format ${format}`);
    const cells = this.#rows.get(client.id)?.cells ?? new Map();
    const cell = cells.get(format) ?? { passed: 0, all: 0, refused: new Set() };
    cells.set(format, cell);
    cell.all++;
    if (passed) cell.passed++;
    if (refusal) cell.refused.add(profile ?? format);
  }

  /** With the versions that the programs say they are. */
  toText() {
    const rows = [['client', 'version', ...this.#formats], ...this.#lines(({ version }) => version)];
    const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
    return rows
      .map((row) =>
        row
          .map((cell, i) => cell.padEnd(widths[i]))
          .join('  ')
          .trimEnd(),
      )
      .join('\n');
  }

  /** With the versions that are pinned: those of Debian packages are other ones on each release. */
  toMarkdown() {
    const rows = this.#lines(({ client, version }) => (isPinned(client) ? version : 'of Debian'));
    const head = ['client', 'version', ...this.#formats];
    return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  }

  #lines(versionOf) {
    return [...this.#rows.values()].map((row) => [
      row.client.name,
      versionOf(row),
      ...this.#formats.map((format) => textOf(row.cells.get(format))),
    ]);
  }
}

function isPinned({ needs }) {
  return Boolean(needs.python || needs.maven || needs.npm);
}

function textOf(cell) {
  if (!cell) return '–';
  const count = `${cell.passed}/${cell.all}`;
  return cell.refused.size === 0 ? count : `${count} (${[...cell.refused].sort().join(', ')} refused)`;
}
