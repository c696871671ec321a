import type { DocumentNode, ExecutionResult } from 'graphql';
import { stateOfNow, textOfState } from '../database/published-state.ts';
import type { RequestContext } from './context.ts';
import { PackedText } from './packed-text.ts';

interface Asked {
  document: DocumentNode;
  operationName: string | null | undefined;
  variables: Record<string, unknown>;
  context: RequestContext;
}

type Data = NonNullable<ExecutionResult['data']>;

export interface Reply {
  state: string;
  /** Stands for the data: only the text is kept, a tenth of what its values would take. */
  data: Data;
  bytes: number;
  /** How the text of the whole answer begins, and that packed, once it was asked for again. */
  head: string;
  packed: PackedText | null;
  isPacking: boolean;
}

const BYTES_A_LETTER = 2;
/** Letters; less is sent as it is. */
const WORTH_PACKING = 1024;

/**
 * What one remembered figure became for a document: asked again in the same state, it is neither walked nor written anew. Rights,
 * limits and prices were settled before; whoever may see something else has another key.
 */
export class Replies {
  readonly #kept = new Map<string, Reply>();
  readonly #heads = new WeakMap<object, string>();
  readonly #documents = new WeakMap<DocumentNode, number>();
  readonly #mostBytes: number;
  #known = 0;
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  async of(asked: Asked, execute: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
    const { reads, pool } = asked.context;
    if (!reads.alone || this.#mostBytes === 0) return execute();
    const key = this.#keyOf(asked);
    const kept = this.#kept.get(key);
    if (kept) {
      const now = await stateOfNow(pool, reads).then(textOfState, () => null);
      // Others asked meanwhile: what they dropped or replaced is theirs to count.
      const isStillKept = this.#kept.get(key) === kept;
      if (isStillKept) this.#kept.delete(key);
      if (isStillKept && now === kept.state) this.#kept.set(key, kept); // the last in a Map is the last used
      if (now === kept.state) {
        void this.#pack(key, kept);
        asked.context.remembered.reply = kept;
        return { data: kept.data };
      }
      if (isStillKept) this.#bytes -= kept.bytes;
    }
    const result = await execute();
    const { answeredIn, readBeside, stale } = reads;
    if (result.data && !result.errors && answeredIn !== null && !readBeside && !stale)
      this.#keep(key, answeredIn, result.data);
    return result;
  }

  /** The text of an answer; that of a reply that is kept was written once. */
  textOf(result: object): string {
    const { data, ...rest } = result as ExecutionResult;
    const head = data && this.#heads.get(data);
    if (!head) return `${JSON.stringify(result)}\n`;
    const others = JSON.stringify(rest).slice(1, -1);
    return `${head}${others && `,${others}`}}\n`;
  }

  /** Beside the answering, by a thread of its own; until then an answer is packed as any other. */
  async #pack(key: string, reply: Reply): Promise<void> {
    if (reply.isPacking || reply.head.length < WORTH_PACKING) return;
    reply.isPacking = true;
    reply.packed = await PackedText.of(reply.head);
    if (this.#kept.get(key) !== reply) return;
    reply.bytes += reply.packed.bytes;
    this.#bytes += reply.packed.bytes;
  }

  #keyOf({ document, operationName, variables, context: { principal } }: Asked): string {
    let no = this.#documents.get(document);
    if (no === undefined) this.#documents.set(document, (no = this.#known += 1));
    return JSON.stringify([no, operationName, variables, principal.role, principal.scope]);
  }

  #keep(key: string, state: string, data: Data): void {
    const head = `{"data":${JSON.stringify(data)}`;
    const bytes = BYTES_A_LETTER * head.length + 2 * key.length;
    const before = this.#kept.get(key);
    // One reply must not push out all the others.
    if (bytes > this.#mostBytes / 4) return;
    if (before) this.#bytes -= before.bytes;
    this.#kept.delete(key);
    const standIn: Data = Object.freeze({});
    this.#kept.set(key, { state, data: standIn, bytes, head, packed: null, isPacking: false });
    this.#heads.set(standIn, head);
    this.#heads.set(data, head); // this once it is told from the data itself
    this.#bytes += bytes;
    for (const [oldest, { bytes: freed }] of this.#kept) {
      if (this.#bytes <= this.#mostBytes) break;
      this.#kept.delete(oldest);
      this.#bytes -= freed;
    }
  }
}
