/** What one input file may hold: beyond it the file is refused instead of using up memory or stack. */
export interface TextLimits {
  /** Bytes of a file that is read as a whole. */
  readonly fileBytes: number;
  /** Bytes of one line of a JSON lines file, which may itself be of any size. */
  readonly lineBytes: number;
  /** Nested lists and maps. */
  readonly depth: number;
  /** Texts, lists and maps in a file (in one line of a JSON lines file). */
  readonly values: number;
  /** Values that aliases of a YAML file stand for. */
  readonly aliasedValues: number;
  /** Tokens of a YAML file; one takes about 2 µs and 250 bytes. */
  readonly yamlTokens: number;
}

export const TEXT_LIMITS: TextLimits = {
  fileBytes: 64 * 1024 * 1024,
  lineBytes: 16 * 1024 * 1024,
  depth: 64,
  values: 5_000_000,
  aliasedValues: 1_000_000,
  yamlTokens: 4_000_000,
};
