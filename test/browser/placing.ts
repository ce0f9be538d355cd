/** Bundled for the page of `layout.browser.ts`: lays out in a web worker, and tells the hash of what comes. */
import { arrangeIn, type WebWorker, webWorker } from '../../src/layout/index.ts';

type View = Parameters<typeof arrangeIn>[1];

export interface Asking {
  readonly count: number;
  /** Both ends of each edge in turn. */
  readonly ends: readonly number[];
  readonly options: Parameters<typeof arrangeIn>[2];
}

/** x, y and size, one after the other, as little-endian doubles. */
export function bytesOf({ x, y, size }: Placed): Uint8Array<ArrayBuffer> {
  const numbers = Float64Array.from([...x, ...y, ...(size ?? [])]);
  return new Uint8Array(numbers.buffer);
}

interface Placed {
  readonly x: Iterable<number>;
  readonly y: Iterable<number>;
  readonly size?: Iterable<number> | undefined;
}

/** What a layout looks at of a graph, and no more. */
export function graphOf({ count, ends }: Asking): View {
  const source = Uint32Array.from(ends.filter((_, i) => i % 2 === 0));
  const target = Uint32Array.from(ends.filter((_, i) => i % 2 === 1));
  const degree = new Uint32Array(count);
  for (const end of ends) degree[end] = (degree[end] ?? 0) + 1;
  const edges = { count: source.length, source, target, weight: new Float64Array(source.length).fill(1) };
  return { nodes: { count, degree, id: [] }, edges } as unknown as View;
}

export async function placeInWorker(script: string, asking: Asking): Promise<string> {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(address) as unknown as WebWorker;
  const { placement } = await arrangeIn(webWorker(worker), graphOf(asking), asking.options);
  const hash = await crypto.subtle.digest('SHA-256', bytesOf(placement));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
