/** Prints one line a check and counts them. */
export class Tally {
  #passed = 0;
  #failed = 0;

  /** `check` returns undefined or a list of what is wrong; what it throws is wrong, too. */
  check(name, check) {
    let wrong;
    try {
      wrong = check() ?? [];
    } catch (error) {
      wrong = [String(error.stderr || error.stack || error)];
    }
    this.#count(name, wrong);
  }

  /** Takes over the lines `ok …` and `FAIL …` of another program; one that ends badly or says nothing has failed. */
  takeOver(name, { output, status, expected }) {
    const lines = output.split('\n').filter((line) => /^(ok|FAIL) /.test(line));
    for (const line of lines) {
      const [what, ...detail] = line.replace(/^(ok|FAIL) +/, '').split(' :: ');
      this.#count(what, line.startsWith('ok') ? [] : detail);
    }
    if (status !== 0 || lines.length !== expected) {
      this.#count(name, [
        `exit ${status}, ${lines.length} of ${expected} checks`,
        output.trim().slice(-2000),
      ]);
    }
  }

  /** Prints the sum and gives the exit code. */
  finish() {
    process.stdout.write(`${this.#passed} passed, ${this.#failed} failed\n`);
    return this.#failed > 0 ? 1 : 0;
  }

  #count(name, wrong) {
    if (wrong.length === 0) this.#passed++;
    else this.#failed++;
    process.stdout.write(`${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${name}\n`);
    for (const line of wrong.slice(0, 10)) process.stdout.write(`       ${line.slice(0, 2000)}\n`);
    if (wrong.length > 10) process.stdout.write(`       … and ${wrong.length - 10} more\n`);
  }
}
