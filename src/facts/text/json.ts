import type { Problems } from '../../core/diagnostic.ts';
import type { SourceText } from '../../core/place.ts';
import { checkCharacters, originOf } from './characters.ts';
import { JsonParser } from './jsonParser.ts';
import { TEXT_LIMITS, type TextLimits } from './limits.ts';
import type { Tree } from './tree.ts';

/**
 * Reads a JSON file (RFC 8259) into a tree; undefined after a syntax error or beyond a limit.
 *
 * Duplicate keys, `null`, control characters and half surrogate pairs are all reported, and stand refused in the
 * tree. Numbers keep their text.
 */
export function readJson(
  source: SourceText,
  problems: Problems,
  limits: TextLimits = TEXT_LIMITS,
): Tree | undefined {
  if (!checkCharacters(source, problems)) return undefined;
  const parser = new JsonParser(
    {
      report: (code, offset, params) => problems.add(code, { origin: originOf(source, offset) }, params),
      lineAt: (offset) => source.placeAt(offset).line,
    },
    limits,
  );
  return parser.parse(source.text);
}
