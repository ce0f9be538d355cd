import { KERNEL_BYTES } from './kernelBytes.ts';

/** The exports of the kernel; `assembly/index.ts` says what each does. */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer };
  allot(nodes: number, pairs: number): number;
  at(list: number): number;
  sort(): void;
  repel(scaling: number, theta: number): void;
  attract(linLog: number): void;
  weigh(gravity: number, strong: number): void;
  move(speed: number): void;
}

/** The number by which `at` knows each list. */
export const LISTS = {
  x: 0,
  y: 1,
  mass: 2,
  id: 3,
  source: 4,
  target: 5,
  pull: 6,
  forceX: 7,
  forceY: 8,
  beforeX: 9,
  beforeY: 10,
  sums: 11,
} as const;

type List = keyof typeof LISTS;

interface WebAssemblyNames {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

/** A kernel of its own memory. Compiling its few kilobytes takes about a millisecond; no module state keeps it. */
export function newKernel(): Kernel {
  // The names are in the types of browsers only, though Node has them too.
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyNames };
  const bytes = Uint8Array.from(atob(KERNEL_BYTES), (letter) => letter.charCodeAt(0));
  // What a module exports is known only from its source.
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Kernel;
}

/** A list of the kernel as it now lies: sorting moves it. */
export function floats(kernel: Kernel, list: List, length: number): Float32Array {
  return new Float32Array(kernel.memory.buffer, kernel.at(LISTS[list]), length);
}

export function words(kernel: Kernel, list: List, length: number): Uint32Array {
  return new Uint32Array(kernel.memory.buffer, kernel.at(LISTS[list]), length);
}
