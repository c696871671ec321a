import { entitiesInside, type EntityManager } from '@rapport/model/entities';
import type pg from 'pg';
import type { Batch } from '../database/loaders.ts';
import { Snapshot } from '../database/snapshot.ts';
import type { Principal } from '../auth/principal.ts';
import type { AskedFields } from './asked.ts';
import type { Operations } from '../operations/index.ts';
import type { Reply } from './replies.ts';

/** Makes a loader for one request; the function itself is the key under which the request keeps it. */
export type LoaderOf<Key, Value> = (context: RequestContext) => Batch<Key, Value>;

/** Who reads, and what of it is asked for. */
export type Asker = Pick<RequestContext, 'reads' | 'asked'>;

/** What a resolver may use: who asks, what they read, and what has been loaded for them so far. Lives for one request. */
export class RequestContext {
  readonly principal: Principal;
  readonly pool: pg.Pool;
  readonly reads: Snapshot;
  /** Null where the server only reads. */
  readonly operations: Operations | null;
  /** What the document asks for; null where that is not known: everything. */
  asked: AskedFields | null = null;
  /** The text of the registered document that was asked for; undefined where the text itself was sent. */
  document: string | undefined;
  /** What was remembered of the answer; null: it was made for this request. An object: Apollo hands the executor a shallow copy of the context. */
  readonly remembered: { reply: Pick<Reply, 'head' | 'packed'> | null } = { reply: null };
  // Not a #private field: Apollo hands resolvers a shallow copy of the context, which would not have it.
  private readonly loaders = new Map<unknown, unknown>();

  constructor(principal: Principal, pool: pg.Pool, operations: Operations | null) {
    this.principal = principal;
    this.pool = pool;
    this.reads = new Snapshot(pool, principal.scope);
    this.operations = operations;
  }

  /** The entities of ops as this request's snapshot shows them: to read, never to flush. */
  entities(): EntityManager {
    return entitiesInside(this.reads, this.pool);
  }

  loader<Key, Value>(make: LoaderOf<Key, Value>): Batch<Key, Value> {
    let loader = this.loaders.get(make) as Batch<Key, Value> | undefined;
    if (!loader) this.loaders.set(make, (loader = make(this)));
    return loader;
  }
}
