/** What the first bytes of a PNG say (PNG, third edition, 5.2 and 11.2.1). */

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The last chunk, which is always the same. */
const END = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

/** Width and height in pixels. Throws an Error for what is no PNG, or only the beginning of one. */
export function readPngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  const has = (wanted: readonly number[], at: number) => wanted.every((byte, i) => bytes[at + i] === byte);
  if (bytes.length < 45 || !has(SIGNATURE, 0) || !has([0x49, 0x48, 0x44, 0x52], 12))
    throw new Error('it is no PNG');
  if (!has(END, bytes.length - END.length)) throw new Error('it ends before its end');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
