/** The part of pngjs in use, which has no types of its own. */
declare module 'pngjs' {
  export interface PngOptions {
    readonly colorType?: 2 | 6;
    readonly filterType?: number;
    readonly deflateStrategy?: number;
  }
  export class PNG {
    static readonly sync: {
      /** Reads a PNG into 4 bytes a pixel; throws an Error for what is none, or damaged. */
      read(bytes: Uint8Array): PNG;
      write(png: PNG, options?: PngOptions): Buffer;
    };
    constructor(size: { readonly width: number; readonly height: number });
    readonly width: number;
    readonly height: number;
    readonly data: Buffer;
  }
}
