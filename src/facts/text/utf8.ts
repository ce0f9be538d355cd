/** The encoding that the first bytes show, where it is not UTF-8 without byte order mark. */
export function foreignEncoding(
  bytes: Uint8Array,
): 'utf8-bom' | 'UTF-16LE' | 'UTF-16BE' | 'UTF-32LE' | 'UTF-32BE' | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf8-bom';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32LE' : 'UTF-16LE';
  if (a === 0xfe && b === 0xff) return 'UTF-16BE';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32BE';
  // Without a mark: no text begins with U+0000 or has it in second place, but UTF-16 of an ASCII character does.
  if (a === 0 && b !== undefined && b !== 0) return 'UTF-16BE';
  if (b === 0 && a !== undefined && a !== 0) return c === 0 ? 'UTF-32LE' : 'UTF-16LE';
  return undefined;
}

/** The offset of the first byte of the first sequence that is not UTF-8 (Unicode, table 3-7), or undefined. */
export function firstBadByte(bytes: Uint8Array): number | undefined {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return undefined;
}

/** The length of the well-formed sequence at an offset, 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (!within(bytes[at + 1], lowestSecond(lead), highestSecond(lead))) return 0;
  for (let i = 2; i < length; i++) if (!within(bytes[at + i], 0x80, 0xbf)) return 0;
  return length;
}

/** Excludes forms longer than needed. */
function lowestSecond(lead: number): number {
  if (lead === 0xe0) return 0xa0;
  return lead === 0xf0 ? 0x90 : 0x80;
}

/** Excludes surrogates, and what lies beyond U+10FFFF. */
function highestSecond(lead: number): number {
  if (lead === 0xed) return 0x9f;
  return lead === 0xf4 ? 0x8f : 0xbf;
}

function within(byte: number | undefined, low: number, high: number): boolean {
  return byte !== undefined && byte >= low && byte <= high;
}
