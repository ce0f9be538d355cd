import type { Problems } from '../../core/diagnostic.ts';
import type { Origin, SourceText } from '../../core/place.ts';
import { showCodePoint } from '../../core/text.ts';

/** The C0 controls other than tab and line ends, and halves of a surrogate pair. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const REFUSED = /[\0-\x08\x0b\x0c\x0e-\x1f]|\p{Surrogate}/gu;

/** A character that no fact file may hold, raw or through an escape. */
export interface RefusedCharacter {
  /** In UTF-16 units from 0. */
  readonly index: number;
  readonly code: 'control-character' | 'lone-surrogate';
  /** `U+0007`. */
  readonly codePoint: string;
}

/** All refused characters of a text, in order. */
export function* refusedCharacters(text: string): Generator<RefusedCharacter> {
  for (const { index } of text.matchAll(REFUSED)) {
    const unit = text.charCodeAt(index);
    const code = unit < 0x20 ? 'control-character' : 'lone-surrogate';
    yield { index, code, codePoint: showCodePoint(unit) };
  }
}

/** Reports raw control characters and lone surrogates of a file; false when there are any. */
export function checkCharacters(source: SourceText, problems: Problems): boolean {
  let clean = true;
  for (const { index, code, codePoint } of refusedCharacters(source.text)) {
    clean = false;
    problems.add(code, { origin: originOf(source, index) }, { codePoint });
  }
  return clean;
}

/** The place of an offset, worked out only when it is asked for. */
export function originOf(source: SourceText, offset: number): Origin {
  return { place: () => source.placeAt(offset) };
}
