/** A site in memory, and its pages as a parser of HTML that shares no code with the writer sees them. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { Problems } from '../../src/core/diagnostic.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { planSite, type SiteOptions } from '../../src/site/site.ts';

export interface Written {
  readonly files: ReadonlyMap<string, string>;
  readonly problems: Problems;
  readonly redirects: number;
}

export function writeSite(knowledge: Knowledge, options: SiteOptions = {}): Written {
  const problems = new Problems();
  const site = planSite(knowledge, options, { problems, losses: new Map() });
  const files = new Map<string, string>();
  for (const { name, chunks } of site.files()) {
    if (files.has(name)) throw new Error(`${name} is written twice`);
    files.set(name, [...chunks].join(''));
  }
  return { files, problems, redirects: site.redirects };
}

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** What a browser would make of a page. */
export interface Seen {
  readonly elements: readonly Element[];
  readonly ids: readonly string[];
  readonly links: readonly string[];
  /** Names of parse errors. */
  readonly errors: readonly string[];
}

export function see(text: string): Seen {
  const errors: string[] = [];
  const document = parse(text, { onParseError: ({ code }) => errors.push(code) });
  const elements = [...elementsIn(document)];
  return {
    elements,
    ids: elements.flatMap((one) => attribute(one, 'id') ?? []),
    links: elements.flatMap((one) => attribute(one, 'href') ?? []),
    errors,
  };
}

export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** All text that a reader sees, without styles and data. */
export function visibleText({ elements }: Seen): string {
  const main = elements.find(({ tagName }) => tagName === 'main');
  return main ? textOf(main) : '';
}

export function dataOf({ elements }: Seen): string | undefined {
  const script = elements.find(({ tagName }) => tagName === 'script');
  return script && textOf(script);
}

function* elementsIn(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsIn(child);
}

/** The links within a site that lead nowhere: to no file, or to no element of it. */
export function deadLinks(files: ReadonlyMap<string, string>): string[] {
  const seen = new Map(
    [...files].filter(([name]) => name.endsWith('.html')).map(([name, text]) => [name, see(text)]),
  );
  const dead: string[] = [];
  for (const [page, { links }] of seen) {
    for (const link of links) {
      const url = new URL(link, `file:///${page}`);
      if (url.protocol !== 'file:') continue;
      const name = decodeURIComponent(url.pathname.slice(1));
      const fragment = decodeURIComponent(url.hash.slice(1));
      const target = seen.get(name);
      if (!files.has(name) || (fragment !== '' && !target?.ids.includes(fragment)))
        dead.push(`${page}: ${link}`);
    }
  }
  return dead;
}
