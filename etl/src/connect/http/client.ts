import { setTimeout as sleep } from 'node:timers/promises';
import { IngestError } from '../../kit/errors/ingest-error.ts';
import { milliseconds, type HttpConnection } from '../../kit/source/connection-definition.ts';
import { secretOf } from '../secrets.ts';
import type { Fetching } from '../fetched.ts';
import { asPassing, PassingTrouble } from './trouble.ts';

const FIRST_WAIT_MS = 500;
const MOST_REDIRECTS = 5;
/** Too early, too many, and whatever the other side could not do just now. */
const passingStatus = new Set([408, 425, 429]);

/** Asks one address after the other, again where that can help. */
export class HttpClient {
  readonly #base: URL;
  readonly #headers: Record<string, string>;

  constructor(
    readonly fetching: Fetching,
    readonly connection: HttpConnection,
    readonly role: string,
  ) {
    this.#base = new URL(connection.url);
    this.#headers = { accept: 'application/json', ...connection.headers, ...authorization(fetching, connection) };
  }

  /** An address behind the url of the connection. */
  address(path: string): URL {
    const url = new URL(this.#base);
    url.pathname = url.pathname.replace(/\/$/, '') + path.replace(/\?.*$/, '');
    url.search = path.includes('?') ? path.slice(path.indexOf('?')) : '';
    return url;
  }

  /** Reads the whole answer with `take`; where that fails in passing, all of it is asked for again. */
  async read<T>(url: URL, take: (response: Response) => Promise<T>): Promise<T> {
    const { attempts, longestWait } = this.connection;
    const { signal } = this.fetching;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(url, take);
      } catch (error) {
        signal?.throwIfAborted();
        const trouble = asPassing(error);
        if (trouble instanceof IngestError) throw this.#told(trouble);
        if (!(trouble instanceof PassingTrouble)) throw error;
        const wait = trouble.afterMs ?? backOff(attempt);
        if (attempt >= attempts || wait > milliseconds(longestWait)) throw this.#failure(trouble);
        await sleep(wait, undefined, signal ? { signal } : {});
      }
    }
  }

  refusal(code: 'connection_shape' | 'connection_request' | 'connection_refused', problem: string): IngestError {
    return new IngestError(code, { source: this.fetching.source.name, role: this.role, problem });
  }

  async #once<T>(url: URL, take: (response: Response) => Promise<T>): Promise<T> {
    const watch = new Watch(milliseconds(this.connection.timeout), this.fetching.signal);
    try {
      const response = await this.#ask(url, watch.signal, 0);
      watch.heard();
      const body = response.body?.pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          transform(chunk, controller) {
            watch.heard();
            controller.enqueue(chunk);
          },
        }),
      );
      return await take(new Response(body ?? null, { headers: response.headers, status: response.status }));
    } finally {
      watch.end();
    }
  }

  /** Secrets go to the place that is named in source.yaml and to no other, whatever a page or a redirect says. */
  async #ask(url: URL, signal: AbortSignal, redirects: number): Promise<Response> {
    if (url.origin !== this.#base.origin)
      throw this.refusal('connection_request', `it leads to another place, ${url.origin}`);
    const response = await fetch(url, { headers: this.#headers, redirect: 'manual', signal });
    const { status } = response;
    if (status >= 200 && status < 300) return response;
    await response.body?.cancel().catch(() => undefined);
    const problem = `HTTP ${status}`;
    const location = response.headers.get('location');
    if (status >= 300 && status < 400 && location && redirects < MOST_REDIRECTS)
      return this.#ask(new URL(location, url), signal, redirects + 1);
    if (passingStatus.has(status) || status >= 500)
      throw new PassingTrouble('connection_busy', problem, retryAfter(response.headers));
    if (status === 401 || status === 403) throw this.refusal('connection_refused', problem);
    throw this.refusal('connection_request', problem);
  }

  #told(error: IngestError): IngestError {
    if (error.details['source'] !== '') return error;
    return new IngestError(error.code, { ...error.details, source: this.fetching.source.name, role: this.role });
  }

  #failure({ code, problem, cause }: PassingTrouble): IngestError {
    return new IngestError(code, { source: this.fetching.source.name, role: this.role, problem }, { cause });
  }
}

/** Gives up an answer that is silent for too long, at its beginning or between two pieces. */
class Watch {
  readonly #silent = new AbortController();
  readonly signal: AbortSignal;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    readonly ms: number,
    stop: AbortSignal | undefined,
  ) {
    this.signal = stop ? AbortSignal.any([stop, this.#silent.signal]) : this.#silent.signal;
    this.heard();
  }

  heard(): void {
    this.end();
    const silence = new DOMException('silent for too long', 'TimeoutError');
    this.#timer = setTimeout(() => this.#silent.abort(silence), this.ms);
  }

  end(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }
}

function authorization({ source, secrets }: Fetching, { auth }: HttpConnection): Record<string, string> {
  if (!auth) return {};
  const read = (reference: Parameters<typeof secretOf>[0]) => secretOf(reference, secrets, source.name);
  if ('bearer' in auth) return { authorization: `Bearer ${read(auth.bearer)}` };
  if ('header' in auth) return { [auth.header.name]: read(auth.header.value) };
  const pair = `${read(auth.basic.user)}:${read(auth.basic.password)}`;
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

/** Twice as long each time, and never when everybody else comes again. */
function backOff(attempt: number): number {
  return FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
}

/** Seconds, or a date. */
function retryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after');
  if (value === null) return null;
  const ms = /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
