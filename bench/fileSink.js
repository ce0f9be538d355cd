import { closeSync, openSync, writeSync } from 'node:fs';

/** What the n3 Writer needs of a stream. */
export class FileSink {
  #file;
  #pending = '';

  constructor(path) {
    this.#file = openSync(path, 'w');
  }

  write(text, _encoding, done) {
    this.#pending += text;
    if (this.#pending.length >= 1 << 16) this.#flush();
    done?.();
  }

  end(done) {
    this.#flush();
    closeSync(this.#file);
    done?.();
  }

  #flush() {
    writeSync(this.#file, this.#pending);
    this.#pending = '';
  }
}
