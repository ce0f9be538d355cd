/** The script of a web worker that lays out. */
import { serveLayout } from '../../src/layout/index.ts';

serveLayout(self as unknown as Parameters<typeof serveLayout>[0]);
