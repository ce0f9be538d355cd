import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Code, ProblemParams, Problems } from '../../core/diagnostic.ts';
import type { SourceText } from '../../core/place.ts';
import { originOf, refusedCharacters } from './characters.ts';
import type { TextLimits } from './limits.ts';
import { refusedTree, refusedTwice, type ScalarTree, type Tree, type TreeEntry } from './tree.ts';

/** The plain spellings of null (YAML 1.2 core schema); in quotes they are ordinary texts. */
const NULLS: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);

/** The key of what stands at keys that cannot be read. */
const NAMELESS = '\0';

/** What ends a plain text: a `#` after a blank. One with a blank or another `#` behind it is meant as a comment. */
const CUTTING_COMMENT = /[ \t]+#([^\s#][^\r\n]*)/y;

/** An anchored tree, with what it adds where an alias stands for it. */
interface Anchored {
  readonly tree: Tree;
  readonly values: number;
  readonly levels: number;
}

/**
 * Makes a tree of the nodes of the `yaml` package. Aliases are resolved here: the package refuses 200 honest
 * ones, while counting the values that they stand for stops exactly those that multiply.
 */
export class YamlTree {
  readonly #source: SourceText;
  readonly #problems: Problems;
  readonly #limits: TextLimits;
  readonly #anchors = new Map<string, Anchored>();
  #stopped = false;
  #values = 0;
  #aliased = 0;
  /** The most collections open at once since the last anchor opened. */
  #deepest = 0;

  constructor(source: SourceText, problems: Problems, limits: TextLimits) {
    this.#source = source;
    this.#problems = problems;
    this.#limits = limits;
  }

  /** The tree, with stand-ins for what was refused; undefined when that is all of it, or a limit was exceeded. */
  build(node: Node): Tree | undefined {
    const tree = this.#node(node, 0);
    return this.#stopped || isRefused(tree) ? undefined : tree;
  }

  /** `level` collections are open around the node. */
  #node(node: unknown, level: number): Tree {
    const offset = offsetOf(node);
    if (isAlias(node)) return this.#alias(node.source, offset, level);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    const outer = { deepest: this.#deepest, values: this.#values };
    const inside = isMap(node) || isSeq(node) ? level + 1 : level;
    if (inside > this.#limits.depth) return this.#stop('too-deep', offset, { limit: this.#limits.depth });
    this.#deepest = inside;
    const tree = this.#tree(node, offset, inside);
    if (anchor !== undefined) {
      const levels = this.#deepest - level;
      this.#anchors.set(anchor, { tree, values: this.#values - outer.values, levels });
    }
    this.#deepest = Math.max(outer.deepest, this.#deepest);
    return tree;
  }

  #tree(node: unknown, offset: number, inside: number): Tree {
    if (++this.#values > this.#limits.values) {
      return this.#stop('limit-exceeded', offset, { what: 'values in one file', limit: this.#limits.values });
    }
    if (isMap(node)) return { kind: 'map', entries: this.#entries(node, inside), offset };
    if (isSeq(node))
      return { kind: 'list', items: node.items.map((item) => this.#node(item, inside)), offset };
    if (!isScalar(node)) return this.#refuse('null-value', offset, {});
    if (isNull(node)) return this.#refuse('null-value', offset, {});
    return this.#text(node, offset);
  }

  #text(node: Scalar, offset: number): ScalarTree {
    const text = String(node.value);
    const [refused] = refusedCharacters(text);
    if (refused) return this.#refuse(refused.code, offset, { codePoint: refused.codePoint });
    if (node.type === 'PLAIN') this.#checkComment(node, text);
    return { kind: 'scalar', text, offset };
  }

  /** A plain text ends before ` #`: where no blank follows, that was hardly meant as a comment. */
  #checkComment(node: Scalar, text: string): void {
    const end = node.range?.[1];
    if (end === undefined) return;
    CUTTING_COMMENT.lastIndex = end;
    const comment = CUTTING_COMMENT.exec(this.#source.text)?.[1];
    if (comment === undefined) return;
    const at = { origin: originOf(this.#source, this.#source.text.indexOf('#', end)) };
    this.#problems.add('text-cut-by-comment', at, { text, comment });
  }

  #entries(map: YAMLMap, inside: number): TreeEntry[] {
    const entries = new Map<string, TreeEntry>();
    for (const pair of map.items) {
      const keyOffset = offsetOf(pair.key);
      const key = this.#key(pair, keyOffset);
      const value = pair.value === null ? this.#missing(keyOffset) : this.#node(pair.value, inside);
      // What stands at a key that cannot be read is kept, refused, under a name that no record has.
      if (key === undefined) entries.set(NAMELESS, this.#nameless(entries, { offset: keyOffset, value }));
      else {
        const first = entries.get(key);
        if (first) this.#duplicate(key, keyOffset, first);
        const whole = first ? refusedTwice(first.value, value) : value;
        entries.set(key, { key, keyOffset: first?.keyOffset ?? keyOffset, value: whole });
      }
    }
    return [...entries.values()];
  }

  #nameless(
    entries: ReadonlyMap<string, TreeEntry>,
    { offset, value }: { readonly offset: number; readonly value: Tree },
  ): TreeEntry {
    const before = entries.get(NAMELESS)?.value;
    const whole = before ? refusedTwice(before, value) : refusedTree(offset, [value]);
    return { key: NAMELESS, keyOffset: offset, value: whole };
  }

  #duplicate(key: string, keyOffset: number, first: TreeEntry): void {
    const origin = originOf(this.#source, keyOffset);
    const firstLine = () => this.#source.placeAt(first.keyOffset).line;
    this.#problems.add('duplicate-key', { origin }, () => ({ key, firstLine: firstLine() }));
  }

  #key({ key }: Pair, offset: number): string | undefined {
    if (isScalar(key)) return this.#scalarKey(key, offset);
    const feature = isAlias(key) ? 'an alias as a key' : 'a map or list as a key';
    this.#refuse('yaml-feature', offset, { feature, instead: 'write the key as a text' });
    return undefined;
  }

  #scalarKey(key: Scalar, offset: number): string | undefined {
    if (key.type === 'PLAIN' && key.value === '') {
      this.#refuse('null-value', offset, {});
      return undefined;
    }
    if (key.type === 'PLAIN' && key.value === '<<') {
      this.#refuse('yaml-feature', offset, {
        feature: 'the merge key <<',
        instead: 'write out the keys that it adds',
      });
      return undefined;
    }
    if (key.anchor !== undefined) {
      this.#refuse('yaml-feature', offset, { feature: 'an anchor on a key', instead: 'put it on a value' });
    }
    const text = this.#text(key, offset);
    return isRefused(text) ? undefined : text.text;
  }

  #missing(offset: number): ScalarTree {
    this.#values++;
    return this.#refuse('null-value', offset, {});
  }

  #alias(name: string, offset: number, level: number): Tree {
    const anchored = this.#anchors.get(name);
    if (!anchored) {
      const detail = `no value before this alias has the anchor ${JSON.stringify(name)}`;
      return this.#refuse('yaml-syntax', offset, { detail });
    }
    if (level + anchored.levels > this.#limits.depth) {
      return this.#stop('too-deep', offset, { limit: this.#limits.depth });
    }
    this.#deepest = Math.max(this.#deepest, level + anchored.levels);
    if (this.#aliased + anchored.values > this.#limits.aliasedValues) {
      const limit = this.#limits.aliasedValues;
      return this.#stop('limit-exceeded', offset, { what: 'values made by aliases', limit });
    }
    this.#aliased += anchored.values;
    this.#values += anchored.values;
    return anchored.tree;
  }

  /** Reports, and gives a stand-in, so that the rest can be looked at. */
  #refuse<C extends Code>(code: C, offset: number, params: ProblemParams[C]): ScalarTree {
    this.#problems.add(code, { origin: originOf(this.#source, offset) }, params);
    return refusedTree(offset);
  }

  /** Reports a limit, once: what lies behind it is not looked at. */
  #stop<C extends 'too-deep' | 'limit-exceeded'>(
    code: C,
    offset: number,
    params: ProblemParams[C],
  ): ScalarTree {
    if (this.#stopped) return refusedTree(offset);
    this.#stopped = true;
    return this.#refuse(code, offset, params);
  }
}

function isRefused(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.refused !== undefined;
}

function isNull(node: Scalar): boolean {
  return node.type === 'PLAIN' && NULLS.has(String(node.value));
}

function offsetOf(node: unknown): number {
  const positioned = isAlias(node) || isScalar(node) || isMap(node) || isSeq(node);
  return positioned ? (node.range?.[0] ?? 0) : 0;
}
