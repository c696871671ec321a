import pg from 'pg';
import { milliseconds, type PostgresConnection } from '../../kit/source/connection-definition.ts';
import { secretOf } from '../secrets.ts';
import type { Fetching } from '../fetched.ts';
import { translateSourceError } from './errors.ts';

const CONNECT_MS = 15_000;
const KEEP_ALIVE_MS = 30_000;

/** A connection to the source's own server. Nothing it sends can change anything there. */
export async function openSource(fetching: Fetching, connection: PostgresConnection): Promise<pg.Client> {
  const { source } = fetching;
  const client = new pg.Client({
    ...addressOf(fetching, connection),
    application_name: `rapport source ${source.name}`,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  });
  client.on('error', () => undefined); // the statement under way reports it
  try {
    await client.connect();
    await client.query(settings(connection));
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw translateSourceError(error, source.name, null);
  }
}

function addressOf({ source, secrets }: Fetching, { url, server }: PostgresConnection): pg.ClientConfig {
  if (url) return { connectionString: secretOf(url, secrets, source.name) };
  if (!server) throw new Error(`${source.name} has no address`);
  const { tls, password, ...where } = server;
  return {
    ...where,
    ...(password ? { password: secretOf(password, secrets, source.name) } : {}),
    ssl: tls === 'off' ? false : { rejectUnauthorized: tls === 'verify' },
  };
}

/** Values are written as PostgreSQL itself reads them, whatever the server's own settings are. */
function settings({ statementTimeout, lockTimeout }: PostgresConnection): string {
  return `set default_transaction_read_only = on; set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set timezone = 'UTC';
    set intervalstyle = 'postgres'; set bytea_output = 'hex'; set extra_float_digits = 1;
    set statement_timeout = ${milliseconds(statementTimeout)}; set lock_timeout = ${milliseconds(lockTimeout)};
    set idle_in_transaction_session_timeout = '15min'`;
}
