import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { arrange } from '../../../src/layout/arrange.ts';
import { arrangeIn, type LayoutProgress, type LayoutWorker } from '../../../src/layout/worker/arrangeIn.ts';
import { answer, type LayoutReply, type LayoutRequest } from '../../../src/layout/worker/protocol.ts';
import { serveLayout, type WebWorker, type WorkerScope, webWorker } from '../../../src/layout/worker/web.ts';
import { graphOf, type Pair, star } from '../graphs.ts';

const options = { seed: 1, engine: 'forceatlas2' } as const;
const fleet = graphOf(
  300,
  Array.from({ length: 299 }, (_, i): Pair => [Math.floor(i / 3), i + 1]),
);
// The compiled thread: Node runs no TypeScript.
const dist = new URL('../../../dist/files/arrangeOffThread.js', import.meta.url);
const { arrangeOffThread } = (await import(
  dist.href
)) as typeof import('../../../src/files/arrangeOffThread.ts');

describe('arrangeOffThread', () => {
  it('gives what arrange gives, and tells how far it is', async () => {
    const heard: LayoutProgress[] = [];
    const placed = await arrangeOffThread(fleet, { ...options, onProgress: (one) => void heard.push(one) });
    expect(placed).toEqual(arrange(fleet, options));
    const parts = heard.map(({ part }) => part);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.at(-1)).toBe(1);
    expect(heard.at(-1)?.secondsLeft).toBe(0);
  });

  it('leaves the caller free, and stops when told to', async () => {
    const controller = new AbortController();
    const ticks: number[] = [];
    const timer = setInterval(() => ticks.push(ticks.length), 5);
    const under = arrangeOffThread(star(20_000), {
      ...options,
      iterations: 90_000,
      signal: controller.signal,
      onProgress: () => {
        if (ticks.length > 3) controller.abort(new Error('enough'));
      },
    });
    await expect(under).rejects.toThrow('enough');
    clearInterval(timer);
    expect(ticks.length).toBeGreaterThan(3);
  });

  it('stops a layout by levels, whose first half is that of the groups', async () => {
    const controller = new AbortController();
    const tree = Array.from({ length: 3000 }, (_, i): Pair => [Math.floor(i / 3), i + 1]);
    const heard: number[] = [];
    const under = arrangeOffThread(graphOf(3001, tree), {
      ...options,
      iterations: 90_000,
      signal: controller.signal,
      onProgress: ({ part }) => {
        heard.push(part);
        controller.abort(new Error('enough'));
      },
    });
    await expect(under).rejects.toThrow('enough');
    expect(heard.length).toBe(1);
    expect(heard[0]).toBeLessThan(0.5);
  });

  it('does not begin when it is stopped before', async () => {
    const signal = AbortSignal.abort(new Error('never'));
    await expect(arrangeOffThread(fleet, { ...options, signal })).rejects.toThrow('never');
  });

  it('is there', () => expect(existsSync(dist)).toBe(true));
});

/** A scope and a worker joined by structured clone, as a browser joins them. */
function joined(): { scope: WorkerScope; worker: WebWorker; ended: () => boolean } {
  let ended = false;
  const scope: WorkerScope = {
    onmessage: null,
    onmessageerror: null,
    postMessage: (reply) => void worker.onmessage?.({ data: structuredClone(reply) }),
  };
  const worker: WebWorker = {
    onmessage: null,
    onmessageerror: null,
    onerror: null,
    postMessage: (request) => queueMicrotask(() => scope.onmessage?.({ data: structuredClone(request) })),
    terminate: () => {
      ended = true;
    },
  };
  return { scope, worker, ended: () => ended };
}

describe('a web worker', () => {
  it('lays out what it is sent and is ended', async () => {
    const { scope, worker, ended } = joined();
    serveLayout(scope);
    expect(await arrangeIn(webWorker(worker), fleet, options)).toEqual(arrange(fleet, options));
    expect(ended()).toBe(true);
  });

  it('that breaks is an error for the caller', async () => {
    const { worker, ended } = joined();
    const under = arrangeIn(webWorker(worker), fleet, options);
    worker.onerror?.({ message: 'no room' });
    await expect(under).rejects.toThrow('no room');
    expect(ended()).toBe(true);
  });
});

describe('a web worker whose messages are lost', () => {
  it('is an error for the caller, where the reply is', async () => {
    const { worker, ended } = joined();
    const under = arrangeIn(webWorker(worker), fleet, options);
    worker.onmessageerror?.({});
    await expect(under).rejects.toThrow('the reply of the layout worker could not be read');
    expect(ended()).toBe(true);
  });

  it('is an error for the caller, where the request is', async () => {
    const { scope, worker, ended } = joined();
    serveLayout(scope);
    worker.postMessage = () => queueMicrotask(() => scope.onmessageerror?.({}));
    const under = arrangeIn(webWorker(worker), fleet, options);
    await expect(under).rejects.toThrow('could not read the graph that it was sent');
    expect(ended()).toBe(true);
  });

  it('is named where the event says nothing', async () => {
    for (const event of [{}, { message: '' }]) {
      const { worker } = joined();
      const under = arrangeIn(webWorker(worker), fleet, options);
      worker.onerror?.(event);
      await expect(under).rejects.toThrow('the layout worker broke');
    }
  });
});

describe('what a caller’s onProgress throws', () => {
  const broken = new Error('no such bar');

  it('ends the layout in a web worker', async () => {
    const { scope, worker, ended } = joined();
    serveLayout(scope);
    let heard = 0;
    const onProgress = (): void => {
      heard++;
      throw broken;
    };
    await expect(arrangeIn(webWorker(worker), fleet, { ...options, onProgress })).rejects.toBe(broken);
    expect(ended()).toBe(true);
    const before = heard;
    worker.onmessage?.({ data: { kind: 'progress', part: 1 } });
    expect([before > 0, heard]).toEqual([true, before]);
  });

  it('ends the layout in a thread', async () => {
    const onProgress = (): void => {
      throw broken;
    };
    const under = arrangeOffThread(star(20_000), { ...options, iterations: 90_000, onProgress });
    await expect(under).rejects.toBe(broken);
  });
});

describe('answer', () => {
  it('says what went wrong instead of throwing', () => {
    const replies: LayoutReply[] = [];
    const request = { kind: 'place', graph: {}, options } as unknown as LayoutRequest;
    answer(request, (reply) => void replies.push(reply));
    expect(replies).toMatchObject([{ kind: 'failed' }]);
  });

  it('is asked for nothing but what a layout looks at', async () => {
    let asked: LayoutRequest | undefined;
    const worker: LayoutWorker = {
      post: (request) => {
        asked = request;
      },
      listen: (_, failed) => setTimeout(() => failed(new Error('seen')), 1),
      stop: () => {},
    };
    await expect(arrangeIn(worker, fleet, options)).rejects.toThrow('seen');
    expect(Object.keys(asked?.graph.nodes ?? {}).sort()).toEqual(['count', 'degree', 'id']);
    expect(asked?.graph.nodes.id).toEqual([]);
  });
});
