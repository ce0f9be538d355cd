import { type Diagnostic, Problems } from '../../core/diagnostic.ts';
import { parseId, type SourceId } from '../../core/ids.ts';
import { compareUtf8, sortedBy } from '../../core/order.ts';
import type { SourceText } from '../../core/place.ts';
import type { Anchor } from '../facts.ts';
import { readJson } from '../text/json.ts';
import { offsetAt, type Tree } from '../text/tree.ts';
import { LockSpec } from './lockSchema.ts';

/** A quote with its anchor, as it was found when the lock was written. */
export interface LockedQuote extends Anchor {
  readonly quote: string;
  readonly occurrence?: number;
}

export interface LockedSource {
  /** Of the text that the quotes were found in. */
  readonly sha256: string;
  readonly quotes: readonly LockedQuote[];
}

/** Where quotes stand: written once by `factweave anchor`, so that `build` needs no source texts. */
export interface Lock {
  readonly version: 1;
  readonly sources: ReadonlyMap<SourceId, LockedSource>;
}

/** Reads `evidence.lock.json`; whatever is wrong with it is `lock-unreadable` at its place. */
export function readLock(source: SourceText, problems: Problems): Lock | undefined {
  const inner = new Problems();
  const tree = readJson(source, inner);
  if (!tree || inner.errors > 0) {
    for (const found of inner.diagnostics)
      problems.add('lock-unreadable', found.place, { detail: wordsOf(found) });
    return undefined;
  }
  // The tree has ruled out duplicate keys and nulls; the numbers are typed here.
  const result = LockSpec.safeParse(JSON.parse(source.text));
  if (result.success) return resolved(result.data, { source, tree }, problems);
  for (const issue of result.error.issues) {
    const place = source.placeAt(offsetAt(tree, issue.path));
    problems.add('lock-unreadable', place, {
      detail: `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`,
    });
  }
  return undefined;
}

function wordsOf(found: Diagnostic): string {
  return found.code === 'json-syntax' ? found.params.detail : found.code.replaceAll('-', ' ');
}

type File = ReturnType<typeof LockSpec.parse>;

function resolved(file: File, at: { source: SourceText; tree: Tree }, problems: Problems): Lock | undefined {
  const sources = new Map<SourceId, LockedSource>();
  let sound = true;
  // zod leaves out a key `__proto__`, so the ids are checked on the tree.
  for (const id of keysOf(at.tree, 'sources')) {
    const sourceId = parseId<SourceId>(id);
    const locked = file.sources[id];
    if (sourceId !== undefined && locked) {
      sources.set(sourceId, { sha256: locked.sha256, quotes: locked.quotes.map(lockedQuote) });
      continue;
    }
    sound = false;
    const offset = offsetAt(at.tree, ['sources', id], 'key');
    problems.add('lock-unreadable', at.source.placeAt(offset), {
      detail: `${JSON.stringify(id)} is no source id`,
    });
  }
  return sound ? { version: 1, sources } : undefined;
}

function keysOf(tree: Tree, key: string): string[] {
  const value = tree.kind === 'map' ? tree.entries.find((entry) => entry.key === key)?.value : undefined;
  return value?.kind === 'map' ? value.entries.map((entry) => entry.key) : [];
}

/** The keys in the order of the file; absent ones are left out. */
function lockedQuote(spec: File['sources'][string]['quotes'][number] | LockedQuote): LockedQuote {
  const { quote, occurrence, start, end, exact, prefix, suffix } = spec;
  return {
    quote,
    ...(occurrence === undefined ? {} : { occurrence }),
    start,
    end,
    ...(exact === undefined ? {} : { exact }),
    prefix,
    suffix,
  };
}

/** The text of `evidence.lock.json`: sources by id, quotes by start, end, quote, occurrence; the same lock, the same bytes. */
export function writeLock(lock: Lock): string {
  const entries = sortedBy(lock.sources, ([id]) => id).map(([id, { sha256, quotes }]) => {
    return [id, { sha256, quotes: [...quotes].sort(compareQuotes).map(lockedQuote) }] as const;
  });
  // Built by hand at the top, since an object would put ids such as `7` before all others.
  const sources = entries.map(([id, locked]) => `    ${JSON.stringify(id)}: ${indented(locked)}`);
  const body = sources.length === 0 ? '{}' : `{\n${sources.join(',\n')}\n  }`;
  return `{\n  "version": 1,\n  "sources": ${body}\n}\n`;
}

function indented(locked: LockedSource): string {
  return JSON.stringify(locked, undefined, 2).replaceAll('\n', '\n    ');
}

function compareQuotes(a: LockedQuote, b: LockedQuote): number {
  return (
    a.start - b.start ||
    a.end - b.end ||
    compareUtf8(a.quote, b.quote) ||
    (a.occurrence ?? 0) - (b.occurrence ?? 0)
  );
}
