/**
 * The one door to resvg, the renderer that makes the same pixels on every machine: its WebAssembly, used directly.
 *
 * The package's own JavaScript starts the module asynchronously and once for a whole process; writers of formats are
 * synchronous and keep no state. What follows is the same interface by the rules of wasm-bindgen: values of
 * JavaScript stand in a table and cross by their index. It is that of exactly the version in `package.json`.
 */

/** The part of WebAssembly in use: the types of Node leave it to those of browsers. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, Call>>);
    readonly exports: Record<string, unknown>;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
}

/** What a rendering needs beside the SVG. */
export interface Rendering {
  /** `@resvg/resvg-wasm/index_bg.wasm`. */
  readonly wasm: Uint8Array;
  /** TrueType files; texts in no other font are drawn. */
  readonly fonts: readonly Uint8Array[];
  /** The family for what the SVG names no known one for. */
  readonly family: string;
  /** In pixels; the height follows from the proportions of the SVG. */
  readonly width: number;
}

/** Renders an SVG as PNG. Throws an Error with the words of resvg for what is no SVG, and of WebAssembly for another version. */
export function renderPng(svg: string, { wasm, fonts, family, width }: Rendering): Uint8Array {
  const table = new Values();
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), { wbg: importsOf(table) });
  const resvg = table.attach(instance);
  const options = JSON.stringify({
    font: { loadSystemFonts: false, defaultFontFamily: family, sansSerifFamily: family },
    fitTo: { mode: 'width', value: width },
  });
  const [at, length] = table.putText(options);
  const image = table.result((out) =>
    resvg.resvg_new(out, table.add(svg), at, length, table.add([...fonts])),
  );
  const drawn = table.result((out) => resvg.resvg_render(out, image));
  const png = table.take(table.result((out) => resvg.renderedimage_asPng(out, drawn)));
  if (!(png instanceof Uint8Array)) throw new TypeError('resvg gave no bytes');
  return png;
}

type Call = (...args: number[]) => number;

/** The functions of the module that are called here. */
interface Functions {
  readonly resvg_new: Call;
  readonly resvg_render: Call;
  readonly renderedimage_asPng: Call;
  readonly __wbindgen_malloc: Call;
  readonly __wbindgen_add_to_stack_pointer: Call;
  readonly __wbindgen_exn_store: Call;
}

/** The values that the module holds, and its memory. */
class Values {
  // The module knows the first indexes by heart: 128 is undefined, 129 null, 130 true, 131 false.
  readonly #values: unknown[] = [...new Array<undefined>(128).fill(undefined), undefined, null, true, false];
  readonly #free: number[] = [];
  #functions: Functions | undefined;
  #memory: WebAssembly.Memory | undefined;

  attach({ exports }: WebAssembly.Instance): Functions {
    // The module says of its exports only that they are functions; a missing one would be no version 2.6.2.
    this.#functions = exports as unknown as Functions;
    this.#memory = exports.memory as WebAssembly.Memory;
    return this.#functions;
  }

  get functions(): Functions {
    if (!this.#functions) throw new TypeError('resvg was called before it was there');
    return this.#functions;
  }

  get memory(): WebAssembly.Memory {
    if (!this.#memory) throw new TypeError('resvg was called before it was there');
    return this.#memory;
  }

  /** A new view each time: growing the memory makes earlier ones empty. */
  bytes(): Uint8Array {
    return new Uint8Array(this.memory.buffer);
  }

  add(value: unknown): number {
    const index = this.#free.pop();
    if (index === undefined) return this.#values.push(value) - 1;
    this.#values[index] = value;
    return index;
  }

  get(index: number): unknown {
    return this.#values[index];
  }

  take(index: number): unknown {
    const value = this.#values[index];
    if (index >= 132) {
      this.#values[index] = undefined;
      this.#free.push(index);
    }
    return value;
  }

  text(at: number, length: number): string {
    return new TextDecoder().decode(this.bytes().subarray(at >>> 0, (at >>> 0) + length));
  }

  /** Copies a text into the memory of the module, which frees it; gives place and bytes. */
  putText(text: string): readonly [number, number] {
    const encoded = new TextEncoder().encode(text);
    const at = this.functions.__wbindgen_malloc(encoded.length, 1) >>> 0;
    this.bytes().set(encoded, at);
    return [at, encoded.length];
  }

  putNumbers(at: number, numbers: readonly number[]): void {
    new Int32Array(this.memory.buffer).set(numbers, at / 4);
  }

  /** Calls what writes value, error and whether it failed to the place that it is given. */
  result(call: (out: number) => unknown): number {
    const out = this.functions.__wbindgen_add_to_stack_pointer(-16);
    try {
      call(out);
      const [value = 0, error = 0, failed = 0] = new Int32Array(this.memory.buffer, out, 3);
      if (failed) {
        const thrown = this.take(error);
        throw thrown instanceof Error ? thrown : new Error(String(thrown));
      }
      return value;
    } finally {
      this.functions.__wbindgen_add_to_stack_pointer(16);
    }
  }
}

/** What the module asks of JavaScript; the hash after a name is part of it. */
function importsOf(table: Values): Record<string, Call> {
  const bytesAt = (index: number): Uint8Array => {
    const value = table.get(index);
    if (!(value instanceof Uint8Array)) throw new TypeError('resvg asked for bytes of something else');
    return value;
  };
  const listAt = (index: number): unknown[] => {
    const value = table.get(index);
    if (!Array.isArray(value)) throw new TypeError('resvg asked for a list of something else');
    return value;
  };
  return {
    __wbindgen_memory: () => table.add(table.memory),
    __wbindgen_object_drop_ref: (index = 0) => {
      table.take(index);
      return 0;
    },
    __wbindgen_string_new: (at = 0, length = 0) => table.add(table.text(at, length)),
    __wbindgen_string_get: (out = 0, index = 0) => {
      const value = table.get(index);
      const [at, length] = typeof value === 'string' ? table.putText(value) : [0, 0];
      table.putNumbers(out, [at, length]);
      return 0;
    },
    __wbindgen_throw: (at = 0, length = 0) => {
      throw new Error(table.text(at, length));
    },
    __wbg_new_28c511d9baebfa89: (at = 0, length = 0) => table.add(new Error(table.text(at, length))),
    __wbg_buffer_12d079cc21e14bdb: () => table.add(table.memory.buffer),
    __wbg_newwithbyteoffsetandlength_aa4a17c33a06e5cb: (_buffer = 0, at = 0, length = 0) =>
      table.add(table.bytes().subarray(at >>> 0, (at >>> 0) + (length >>> 0))),
    // Of bytes a copy, which outlives the memory that they stand in; of the memory a view.
    __wbg_new_63b92bc8671ed464: (index = 0) => {
      const value = table.get(index);
      return table.add(value instanceof Uint8Array ? value.slice() : table.bytes());
    },
    __wbg_values_839f3396d5aac002: (index = 0) => table.add(listAt(index).values()),
    __wbg_next_196c84450b364254: (index = 0) => table.add(nextOf(table.get(index))),
    __wbg_done_298b57d23c0fc80c: (index = 0) => Number(stepOf(table.get(index)).done === true),
    __wbg_value_d93c65011f51a456: (index = 0) => table.add(stepOf(table.get(index)).value),
    __wbg_instanceof_Uint8Array_2b3bbecd033d19f6: (index = 0) =>
      Number(table.get(index) instanceof Uint8Array),
    __wbg_new_16b304a2cfa7ff4a: () => table.add([]),
    __wbg_push_a5b05aedc7234f9f: (index = 0, value = 0) => listAt(index).push(table.get(value)),
    __wbg_length_c20a40f15020d68a: (index = 0) => bytesAt(index).length,
    __wbg_set_a47bac70306a19a7: (index = 0, value = 0, at = 0) => {
      bytesAt(index).set(bytesAt(value), at >>> 0);
      return 0;
    },
  };
}

/** A step of an iterator, such as `next` gives. */
interface Step {
  readonly done?: boolean | undefined;
  readonly value?: unknown;
}

function nextOf(iterator: unknown): Step {
  if (typeof iterator !== 'object' || iterator === null || !('next' in iterator))
    throw new TypeError('no iterator');
  const { next } = iterator;
  if (typeof next !== 'function') throw new TypeError('no iterator');
  return stepOf(next.call(iterator));
}

function stepOf(step: unknown): Step {
  if (typeof step !== 'object' || step === null) throw new TypeError('no step of an iterator');
  return step;
}
