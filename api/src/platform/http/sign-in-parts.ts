import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import type { ApiConfig } from '../../config.ts';
import type { Authenticator } from '../auth/authenticate.ts';
import type { Provider } from '../auth/provider/provider.ts';

/** What signing in takes. */
export interface SignInParts {
  config: ApiConfig;
  pool: pg.Pool;
  authenticator: Authenticator;
  /** Null: nobody signs in from elsewhere. */
  provider: Provider | null;
  shell: (reply: FastifyReply) => unknown;
}
