import type { Document } from 'yaml';
import type { Problems } from '../../core/diagnostic.ts';
import type { SourceText } from '../../core/place.ts';
import { checkCharacters, originOf } from './characters.ts';
import { TEXT_LIMITS, type TextLimits } from './limits.ts';
import type { Tree } from './tree.ts';
import { detailOf, goesOn } from './yamlErrors.ts';
import { composeYaml } from './yamlGate.ts';
import { YamlTree } from './yamlTree.ts';

/**
 * Reads a YAML 1.2 file into a tree of texts; undefined after a syntax error or beyond a limit.
 *
 * Plain values, lists, maps and aliases; no tags, directives, merge keys, further documents, or keys that are
 * not texts. All syntax errors are reported, and in a file without any all other problems: what is refused there
 * (a missing value, the values of two equal keys) stands refused in the tree, so that the rest can be checked too.
 */
export function readYaml(
  source: SourceText,
  problems: Problems,
  limits: TextLimits = TEXT_LIMITS,
): Tree | undefined {
  if (!checkCharacters(source, problems)) return undefined;
  const before = problems.errors;
  const document = composeYaml(source, problems, limits);
  if (!document) return undefined;
  reportErrors(document, source, problems);
  if (!document.contents) {
    if (problems.errors === before) problems.add('empty-file', source.placeAt(0), {});
    return undefined;
  }
  if (problems.errors > before) return undefined;
  return new YamlTree(source, problems, limits).build(document.contents);
}

function reportErrors(document: Document, source: SourceText, problems: Problems): void {
  for (const error of [...document.errors, ...document.warnings]) {
    const offset = Math.min(Math.max(error.pos[0], 0), source.text.length);
    const at = { origin: originOf(source, offset) };
    const detail = detailOf(error);
    const params =
      goesOn(error, source.text.slice(0, offset)) ?? (detail === undefined ? detail : { detail });
    if (params) problems.add('yaml-syntax', at, params);
  }
}
