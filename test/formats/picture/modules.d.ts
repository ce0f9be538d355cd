/** The part of pngjs in use, which has no types of its own. */
declare module 'pngjs' {
  export const PNG: {
    readonly sync: {
      /** Reads a PNG into 4 bytes a pixel; throws an Error for what is none, or damaged. */
      read(bytes: Uint8Array): { readonly width: number; readonly height: number; readonly data: Uint8Array };
    };
  };
}
