import { createHash } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { IngestError } from '../../kit/errors/ingest-error.ts';
import { parseJson } from '../../kit/json/parse.ts';
import type { HttpConnection } from '../../kit/source/connection-definition.ts';
import type { FileDefinition } from '../../kit/source/definition.ts';
import type { RequestDefinition } from '../../kit/source/supply-definition.ts';
import { definitionOf } from '../cursors.ts';
import type { FetchedRole, Fetching } from '../fetched.ts';
import { HttpClient } from './client.ts';
import { readPage, ShapeError, valueAt } from './page.ts';
import { PagesInCircle, pagerOf, withParams, type Answer, type Pager } from './paging.ts';
import { Since } from './since.ts';
import { Tally } from './tally.ts';

const OWNER_ONLY = 0o600;
const BLOCK = 256 * 1024;
/** A blank line: a whole picture that shows nothing is not a file that was cut. */
const NO_RECORD = Buffer.alloc(0);

/** Asks for the records of every role, page after page. */
export async function readRequests(fetching: Fetching, connection: HttpConnection): Promise<FetchedRole[]> {
  const fetched: FetchedRole[] = [];
  for (const [role, file] of Object.entries(fetching.source.files)) {
    if (!file.request) continue;
    const client = new HttpClient(fetching, connection, role);
    fetched.push(await new RequestReading(fetching, client, file, file.request, role).read());
  }
  return fetched;
}

class RequestReading {
  readonly #definition: string;
  readonly #pager: Pager;
  readonly #since: Since | null;
  readonly #tally: Tally;

  constructor(
    readonly fetching: Fetching,
    readonly client: HttpClient,
    readonly file: FileDefinition,
    readonly request: RequestDefinition,
    readonly role: string,
  ) {
    this.#definition = definitionOf(client.connection.url, request.path, request.paging, request.since ?? null);
    const known = fetching.cursors.get(role);
    const kept = known?.definition === this.#definition && !fetching.range ? known.position : null;
    this.#pager = pagerOf(request, (kept as { cursor?: string } | null)?.cursor ?? null);
    this.#since = request.since ? new Since(request.since, kept, fetching.readAt.getTime()) : null;
    this.#tally = new Tally(request);
  }

  async read(): Promise<FetchedRole> {
    const { fetching, file, role } = this;
    const { spool } = fetching;
    const lines = new Lines(await open(spool.path(file.file), 'w', OWNER_ONLY));
    try {
      await this.#readPages(lines);
      if (lines.bytes === 0) await lines.add(NO_RECORD);
    } finally {
      await lines.close();
    }
    const rows = this.#tally.records;
    if (rows === 0 && file.delivery === 'delta') await rm(spool.path(file.file));
    else await spool.date(file.file, fetching.readAt);
    const position = this.#position();
    return {
      role,
      rows,
      bytes: lines.bytes,
      move: position ? { role, definition: this.#definition, position, keys: null } : null,
      notes: [],
    };
  }

  #position(): unknown {
    const cursor = this.#pager.kept();
    return cursor === null ? (this.#since?.position() ?? null) : { cursor };
  }

  async #readPages(lines: Lines): Promise<void> {
    const { maxPages } = this.request;
    const { source } = this.fetching;
    const seen = new Set<string>();
    let earlier: Answer | null = null;
    let page = 0;
    for (let url: URL | null = this.#first(); url;) {
      if (++page > maxPages)
        throw new IngestError('paging_endless', { source: source.name, role: this.role, pages: maxPages });
      const address = createHash('sha256').update(url.href).digest('base64');
      if (seen.has(address)) throw this.#circle(page);
      seen.add(address);
      const answer = await this.#readPage(url, lines);
      url = this.#next(answer, earlier, page);
      earlier = answer;
    }
    const missing = this.#tally.missing();
    if (missing) throw new IngestError('answer_short', { source: source.name, role: this.role, ...missing });
  }

  #first(): URL {
    const { path, params } = this.request;
    const { range } = this.fetching;
    const asked = withParams(this.client.address(path), params);
    const since = range ? this.#since?.within(range) : this.#since?.param();
    if (range && !since && this.file.delivery === 'delta')
      throw this.client.refusal(
        'connection_shape',
        'it has no since with until, so no part of it can be asked for by time',
      );
    return this.#pager.first(since ? withParams(asked, since) : asked);
  }

  #next(answer: Answer, earlier: Answer | null, page: number): URL | null {
    try {
      return this.#pager.next(answer, earlier);
    } catch (error) {
      throw error instanceof PagesInCircle ? this.#circle(page) : error;
    }
  }

  #circle(page: number): IngestError {
    return new IngestError('paging_loop', { source: this.fetching.source.name, role: this.role, page });
  }

  /** What came of an answer that broke is taken back before it is asked for again. */
  async #readPage(url: URL, lines: Lines): Promise<Answer> {
    const { records } = this.request;
    const path = records === undefined || records === '.' ? [] : records.split('.');
    const begin = { place: lines.bytes, tally: this.#tally.mark() };
    try {
      return await this.client.read(url, async (response) => {
        await lines.backTo(begin.place);
        this.#tally.backTo(begin.tally);
        this.#assertUtf8(response.headers);
        const page = await readPage(response.body, path, (record) => this.#take(record, lines));
        this.#tally.announce(page.envelope, response.headers);
        this.fetching.onRead(page.bytes, page.records);
        return { ...page, url, link: response.headers.get('link') };
      });
    } catch (error) {
      if (error instanceof ShapeError) throw this.client.refusal('connection_shape', error.message);
      throw error;
    }
  }

  async #take(record: Buffer, lines: Lines): Promise<void> {
    this.#tally.count();
    if (this.#since || this.request.id !== undefined) {
      const value = parsed(record);
      this.#since?.meet(value);
      if (this.request.id !== undefined) this.#tally.meet(valueAt(value, this.request.id));
    }
    await lines.add(record);
  }

  #assertUtf8(headers: Headers): void {
    const [, charset] = /charset="?([\w-]+)/i.exec(headers.get('content-type') ?? '') ?? [];
    if (charset && !/^(utf-?8|us-ascii)$/i.test(charset))
      throw this.client.refusal('connection_shape', `it answers in ${charset}; UTF-8 is needed`);
  }
}

/** A record that is no JSON is refused later, with its bytes. */
function parsed(record: Buffer): unknown {
  try {
    return parseJson(record.toString());
  } catch {
    return null;
  }
}

/** The file of a role, a record a line. */
class Lines {
  #held: Buffer[] = [];
  #heldBytes = 0;
  #written = 0;

  constructor(readonly handle: FileHandle) {}

  get bytes(): number {
    return this.#written + this.#heldBytes;
  }

  async add(record: Buffer): Promise<void> {
    this.#held.push(record, Buffer.from('\n'));
    this.#heldBytes += record.length + 1;
    if (this.#heldBytes >= BLOCK) await this.#flush();
  }

  async backTo(bytes: number): Promise<void> {
    if (this.bytes === bytes) return this.#flush();
    await this.#flush();
    await this.handle.truncate(bytes);
    this.#written = bytes;
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.handle.close();
  }

  async #flush(): Promise<void> {
    if (this.#heldBytes === 0) return;
    const block = Buffer.concat(this.#held);
    this.#held = [];
    this.#heldBytes = 0;
    await this.handle.write(block, 0, block.length, this.#written);
    this.#written += block.length;
  }
}
