import { Composer, type Document, Lexer, Parser } from 'yaml';
import type { Problems } from '../../core/diagnostic.ts';
import type { SourceText } from '../../core/place.ts';
import { originOf } from './characters.ts';
import type { TextLimits } from './limits.ts';

/** Opens a text token in the stream of the `yaml` lexer: the next token is content, whatever it looks like. */
const TEXT_FOLLOWS = '\u001f';

/**
 * Drives the `yaml` package token by token, so that what is not wanted is stopped before it does harm: nesting is
 * measured on the parser's stack (it recurses later), tokens are counted, and tags, directives and further
 * documents are reported where they stand. Undefined when a limit or a second document ended the reading.
 */
export function composeYaml(
  source: SourceText,
  problems: Problems,
  limits: TextLimits,
): Document | undefined {
  const parser = new Parser();
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
  const gate = new Gate(source, problems, limits);
  let document: Document | undefined;
  for (const lexeme of new Lexer().lex(source.text)) {
    if (!gate.admits(lexeme, parser)) return undefined;
    for (const token of parser.next(lexeme)) {
      for (const composed of composer.next(token)) document ??= composed;
      if (token.type === 'document' && !gate.admitsDocument(token.offset)) return undefined;
    }
  }
  for (const token of parser.end()) {
    for (const composed of composer.next(token)) document ??= composed;
    if (token.type === 'document' && !gate.admitsDocument(token.offset)) return undefined;
  }
  for (const composed of composer.end(true, source.text.length)) document ??= composed;
  return document;
}

class Gate {
  readonly #source: SourceText;
  readonly #problems: Problems;
  readonly #limits: TextLimits;
  #tokens = 0;
  #documents = 0;
  #textFollows = false;

  constructor(source: SourceText, problems: Problems, limits: TextLimits) {
    this.#source = source;
    this.#problems = problems;
    this.#limits = limits;
  }

  /** Looks at the token that the parser is about to take; false ends the reading. */
  admits(lexeme: string, parser: Parser): boolean {
    const at = { origin: originOf(this.#source, parser.offset) };
    const { yamlTokens, depth } = this.#limits;
    if (++this.#tokens > yamlTokens) {
      this.#problems.add('limit-exceeded', at, { what: 'YAML tokens', limit: yamlTokens });
      return false;
    }
    // The document and an unfinished scalar or key lie on the stack beside the nested collections.
    if (parser.stack.length > depth + 2) {
      this.#problems.add('too-deep', at, { limit: depth });
      return false;
    }
    if (!this.#textFollows) this.#reportFeature(lexeme, at);
    this.#textFollows = lexeme === TEXT_FOLLOWS;
    return true;
  }

  admitsDocument(offset: number): boolean {
    if (++this.#documents === 1) return true;
    const at = { origin: originOf(this.#source, offset) };
    this.#problems.add('yaml-feature', at, {
      feature: 'a second document in one file',
      instead: 'write one file for each, without `---` between',
    });
    return false;
  }

  #reportFeature(lexeme: string, at: { readonly origin: ReturnType<typeof originOf> }): void {
    const first = lexeme.charCodeAt(0);
    if (first === 0x21) {
      const instead = 'leave the tag out: values are read as text and typed by the ontology';
      this.#problems.add('yaml-feature', at, { feature: `the tag ${lexeme}`, instead });
    } else if (first === 0x25) {
      const feature = `the directive ${lexeme.trim()}`;
      this.#problems.add('yaml-feature', at, { feature, instead: 'delete the line: files are YAML 1.2' });
    }
  }
}
