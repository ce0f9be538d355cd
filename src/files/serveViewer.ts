import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { FileError, ioReason } from './errors.ts';

/** The only address that is listened on: no other machine reaches the server. */
const HOST = '127.0.0.1';

/** What a page in the browser is told: the version of the page that there is, and why there is no newer one. */
export interface ServedState {
  readonly version: string;
  readonly problems: readonly object[];
  /** How many problems there are besides. */
  readonly more: number;
}

/** What every answer says: pages are for this address and this moment alone. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * Serves one page to browsers on this machine, and tells them of changes by server-sent events.
 *
 * Answers only to its own address (a name that somebody else's server resolves to 127.0.0.1 is refused), and only GET
 * and HEAD.
 */
export class ViewerServer {
  readonly #server: Server;
  readonly #listeners = new Set<ServerResponse>();
  #page: readonly Buffer[] = [];
  #state: ServedState = { version: '', problems: [], more: 0 };

  constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  /** Begins to listen, on any free port for 0, and gives the port. Throws FileError when it cannot. */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', (error: NodeJS.ErrnoException) => {
        const reason = error.code === 'EADDRINUSE' ? 'the port is in use' : ioReason(error);
        reject(reason === undefined ? error : new FileError('listen on', `${HOST}:${port}`, reason));
      });
      this.#server.listen(port, HOST, resolve);
    });
    return this.port;
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  get address(): string {
    return `http://${HOST}:${this.port}/`;
  }

  /** Puts a page, or with none the state alone, in place of what there is, and tells all browsers. */
  publish(state: ServedState, page?: readonly Buffer[]): void {
    if (page) this.#page = page;
    this.#state = state;
    for (const listener of this.#listeners) listener.write(this.#event());
  }

  /** Stops listening and hangs up. */
  async close(): Promise<void> {
    for (const listener of this.#listeners) listener.end();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url?.split('?')[0];
    if (!this.#isOwn(request.headers.host))
      refuse(response, 403, `This server answers to ${this.address} only.`);
    else if (request.method !== 'GET' && request.method !== 'HEAD')
      refuse(response, 405, 'Only GET and HEAD are answered.', { Allow: 'GET, HEAD' });
    else if (path === '/') this.#sendPage(request, response);
    else if (path === '/events') this.#sendEvents(request, response);
    else refuse(response, 404, 'There is nothing here.');
  }

  /** Browsers leave out the port 80. */
  #isOwn(host: string | undefined): boolean {
    const port = this.port === 80 ? '' : `:${this.port}`;
    return [HOST + port, `localhost${port}`].includes(host?.toLowerCase() ?? '');
  }

  #sendPage(request: IncomingMessage, response: ServerResponse): void {
    const length = this.#page.reduce((sum, chunk) => sum + chunk.length, 0);
    const type = 'text/html; charset=utf-8';
    response.writeHead(200, { ...HEADERS, 'Content-Type': type, 'Content-Length': length });
    if (request.method === 'GET') for (const chunk of this.#page) response.write(chunk);
    response.end();
  }

  #sendEvents(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
    response.write(`retry: 1000\n${this.#event()}`);
  }

  #event(): string {
    return `data: ${JSON.stringify(this.#state)}\n\n`;
  }
}

function refuse(
  response: ServerResponse,
  status: number,
  text: string,
  more: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...HEADERS, ...more, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}
