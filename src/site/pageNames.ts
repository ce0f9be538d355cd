/** Which file the page of an id is: `{id}.html`, unless a disk or a host would take that name for something else. */

/** Why a page is not called by its id. */
export type RenameReason = 'reserved' | 'letter-case' | 'ending';

export interface Renamed {
  readonly id: string;
  /** The name of its files, without their ending. */
  readonly stem: string;
  readonly reason: RenameReason;
}

/** The file names of one folder. */
export interface PageNames {
  /** The name of the files of an id, without `.html` or `.ttl`. */
  readonly stemOf: (id: string) => string;
  /** The ids whose name is another than they are, in their order. */
  readonly renamed: readonly Renamed[];
}

/** The names of devices, which Windows refuses with any ending too. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
/** What the site itself puts into its folder, and the pages that hosts look for. */
const OWN = /^(?:index|404|source|w3id)$/i;
/** The address of such an id would be that of a file. */
const ENDING = /\.(?:html?|ttl|json|xml|txt)$/i;

/**
 * The names of ids that stand in one folder. A `~`, which no id has, marks those that cannot be used as they are:
 * `con` becomes `con~`; of `Kiel` and `kiel`, which are one file on many disks, the first becomes `kiel~1` (the bits
 * of the hexadecimal number tell which letters are capitals, the first letter last).
 */
export function namePages(ids: Iterable<string>): PageNames {
  const all = [...ids];
  const alike = new Map<string, number>();
  for (const id of all) alike.set(id.toLowerCase(), (alike.get(id.toLowerCase()) ?? 0) + 1);
  const stems = new Map<string, string>();
  const renamed: Renamed[] = [];
  for (const id of all) {
    const lower = id.toLowerCase();
    const reason = reasonFor(id, lower !== id && (alike.get(lower) ?? 0) > 1);
    if (!reason) continue;
    const stem = reason === 'letter-case' ? `${lower}~${capitalsOf(id)}` : `${id}~`;
    stems.set(id, stem);
    renamed.push({ id, stem, reason });
  }
  return { stemOf: (id) => stems.get(id) ?? id, renamed };
}

function reasonFor(id: string, isTaken: boolean): RenameReason | undefined {
  if (isTaken) return 'letter-case';
  if (OWN.test(id) || DEVICE.test(id)) return 'reserved';
  return ENDING.test(id) ? 'ending' : undefined;
}

function capitalsOf(id: string): string {
  let bits = 0n;
  for (let i = 0; i < id.length; i++) if (/[A-Z]/.test(id.charAt(i))) bits |= 1n << BigInt(i);
  return bits.toString(16);
}
