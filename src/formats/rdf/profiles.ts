import { checkProfile, type KnowledgeFormat, type WriteContext } from '../formats.ts';
import { DEFAULT_PROFILE, type ProfileName } from '../options.ts';
import { namedGraphsProfile } from './namedGraphs.ts';
import { plainProfile } from './plain.ts';
import type { Profile } from './profile.ts';
import { rdf12Profile } from './rdf12.ts';
import { statementsProfile } from './statements.ts';

/** The one table of profiles. */
export const PROFILES: { readonly [Name in ProfileName]: Profile & { readonly name: Name } } = {
  plain: { ...plainProfile, name: 'plain' },
  statements: { ...statementsProfile, name: 'statements' },
  'named-graphs': { ...namedGraphsProfile, name: 'named-graphs' },
  rdf12: { ...rdf12Profile, name: 'rdf12' },
};

/** The profile asked for; undefined, with a diagnostic, when the format cannot hold it. */
export function profileFor(format: KnowledgeFormat, context: WriteContext): Profile | undefined {
  const name = context.options?.profile ?? DEFAULT_PROFILE;
  const problem = checkProfile(format, name);
  if (!problem) return PROFILES[name];
  context.problems.addAll([problem]);
  return undefined;
}
