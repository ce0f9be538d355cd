/** What a TrueType font says of the widths of its characters (OpenType 1.9: `head`, `hhea`, `hmtx`, `cmap`). */

/** Advance widths by code point, in units of the font. */
export interface FontWidths {
  readonly unitsPerEm: number;
  readonly advances: ReadonlyMap<number, number>;
}

/** Reads the widths of all characters that the font has a glyph for. */
export function readWidths(bytes: Uint8Array): FontWidths {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    tables.set(tag, view.getUint32(at + 8));
  }
  const table = (tag: string) => {
    const at = tables.get(tag);
    if (at === undefined) throw new Error(`no table ${tag}`);
    return at;
  };
  const long = view.getUint16(table('hhea') + 34);
  const advanceOf = (glyph: number) => view.getUint16(table('hmtx') + 4 * Math.min(glyph, long - 1));
  const advances = new Map<number, number>();
  for (const [codePoint, glyph] of glyphs(view, table('cmap'))) advances.set(codePoint, advanceOf(glyph));
  return { unitsPerEm: view.getUint16(table('head') + 18), advances };
}

/** From the one subtable that covers all of Unicode, format 12 (segmented coverage). */
function* glyphs(view: DataView, cmap: number): Generator<readonly [number, number]> {
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    if (view.getUint16(at) !== 12) continue;
    for (let group = 0; group < view.getUint32(at + 12); group++) {
      const [first = 0, last = 0, glyph = 0] = [0, 4, 8].map((part) =>
        view.getUint32(at + 16 + 12 * group + part),
      );
      for (let code = first; code <= last; code++) yield [code, glyph + code - first];
    }
    return;
  }
  throw new Error('no subtable of format 12');
}
