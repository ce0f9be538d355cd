import { z } from 'zod';

const Offset = z.int().min(0);

/** The file form of one quote in `evidence.lock.json`. */
const QuoteSpec = z.strictObject({
  quote: z.string().min(1),
  occurrence: z.int().min(1).optional(),
  start: Offset,
  end: Offset,
  exact: z.string().min(1).optional(),
  prefix: z.string(),
  suffix: z.string(),
});

/** The file form of `evidence.lock.json`; the keys of `sources` are checked as ids by the reader. */
export const LockSpec = z.strictObject({
  version: z.literal(1),
  sources: z.record(
    z.string(),
    z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), quotes: z.array(QuoteSpec) }),
  ),
});
