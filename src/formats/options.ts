/** How the formats write: the options that a project or a call may set, each for the formats that know it. */

export const PROFILE_NAMES = ['plain', 'statements', 'named-graphs', 'rdf12'] as const;
/** How much an RDF export says of a fact, and in which form. */
export type ProfileName = (typeof PROFILE_NAMES)[number];
export const DEFAULT_PROFILE: ProfileName = 'statements';

/** The values of each option of {@link WriteOptions}, the default first. */
export const WRITE_CHOICES = {
  profile: [DEFAULT_PROFILE, ...PROFILE_NAMES.filter((name) => name !== DEFAULT_PROFILE)],
  graphml: ['extended', 'strict'],
  sizeUnit: ['positions', 'pixels'],
  formulas: ['keep', 'prefix'],
  illegalCharacters: ['refuse', 'replace'],
  theme: ['auto', 'light', 'dark'],
  paper: ['screen', 'a4', 'a3'],
} as const;

export interface WriteOptions {
  /** RDF: what is said of a fact beside its triple. */
  readonly profile: ProfileName;
  /**
   * GraphML: `strict` leaves out the XML attributes `label` of edges and `labels` of nodes, which the official
   * schema does not know. Gephi then merges edges of different kinds between the same two nodes.
   */
  readonly graphml: 'extended' | 'strict';
  /**
   * Laid-out JSON: `positions` gives sizes as radii in the unit of x and y, `pixels` as radii on the screen, 3 to 20,
   * for programs that do not scale them with the picture.
   */
  readonly sizeUnit: 'positions' | 'pixels';
  /** CSV: `prefix` puts a `'` before texts that a spreadsheet would run as a formula (loss `formula-prefixed`). */
  readonly formulas: 'keep' | 'prefix';
  /**
   * XML: `refuse` reports a text with a character that XML 1.0 cannot hold; `replace` writes U+FFFD in its place
   * (loss `character-replaced`).
   */
  readonly illegalCharacters: 'refuse' | 'replace';
  /** Pictures: on a light or a dark ground. `auto` leaves it to the settings of whoever looks at an SVG; a PNG is light. */
  readonly theme: 'auto' | 'light' | 'dark';
  /** Pictures: 1600 pixels wide and as high as they need, or a sheet of paper, across or upright as the graph lies. */
  readonly paper: 'screen' | 'a4' | 'a3';
}

export const WRITE_DEFAULTS: WriteOptions = {
  profile: DEFAULT_PROFILE,
  graphml: 'extended',
  sizeUnit: 'positions',
  formulas: 'keep',
  illegalCharacters: 'refuse',
  theme: 'auto',
  paper: 'screen',
};
