/** Measures the stages of a run: wall-clock and CPU seconds, and the peak of resident memory during each. */
import { readFileSync, writeFileSync } from 'node:fs';

export class Meter {
  #stages = [];
  #started;

  constructor() {
    this.start();
  }

  /** Begins the next stage; the rubbish of the last one is cleared first, outside the measured time. */
  start() {
    globalThis.gc?.();
    resetPeak();
    this.#started = { time: performance.now(), cpu: process.cpuUsage() };
  }

  /** Ends the stage and begins the next. */
  end(stage) {
    const seconds = (performance.now() - this.#started.time) / 1000;
    const { user, system } = process.cpuUsage(this.#started.cpu);
    this.#stages.push({ stage, seconds, cpu: (user + system) / 1e6, peak: peakBytes() });
    this.start();
  }

  /** Hands the figures to the parent process. */
  report(extra = {}) {
    process.stdout.write(`${JSON.stringify({ stages: this.#stages, ...extra })}\n`);
  }
}

/** Linux can forget the peak so far; elsewhere a stage shows the peak of the whole run up to it. */
function resetPeak() {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // no such file, or not ours to write
  }
}

function peakBytes() {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
    return Number(kilobytes) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}
