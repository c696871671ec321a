import type { FastifyInstance } from 'fastify';
import type pg from 'pg';

const CHECKED_MS = 500;

export interface Lifecycle {
  closing: boolean;
}

/** `/livez`: the process answers. `/readyz`: 200 once the first load is served, the database answers and we are not shutting down. */
export function healthRoutes(app: FastifyInstance, pool: pg.Pool, lifecycle: Lifecycle): void {
  let checked = { at: 0, state: 'unknown' };

  async function state(): Promise<string> {
    if (lifecycle.closing) return 'closing';
    if (Date.now() - checked.at < CHECKED_MS) return checked.state;
    const found = await pool
      .query<{ published: boolean }>('select version > 0 as published from ops.data_version')
      .then(({ rows }) => (rows[0]?.published ? 'ready' : 'waiting_for_first_load'))
      .catch(() => 'database_unavailable');
    checked = { at: Date.now(), state: found };
    return found;
  }

  app.get('/livez', async (_, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }));
  app.get('/readyz', async (_, reply) => {
    const status = await state();
    return reply
      .header('cache-control', 'no-store')
      .code(status === 'ready' ? 200 : 503)
      .send({ status });
  });
}
