import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { documentVariables, type DocumentChoice } from './config/documents.ts';
import { apiOf, apiVariables, type ApiChoice } from './config/api.ts';
import { exportsOf, exportVariables, type ExportChoice } from './config/exports.ts';
import { providerOf, providerVariables, wholeProvider, type ProviderChoice } from './config/provider.ts';

const root = dirname(import.meta.dirname);

const hours = z.coerce
  .number('must be a whole number of hours')
  .int('must be a whole number of hours')
  .min(1, 'must be a whole number of hours');

const environment = z.object({
  RAPPORT_HOME: z.string().min(1).default('.rapport'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'must start with postgres://')
    .optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce
    .number('must be a port number')
    .int('must be a port number')
    .min(0, 'must be a port number')
    .max(65_535, 'must be a port number')
    .default(4000),
  RAPPORT_PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be a http:// or https:// address' }).optional(),
  RAPPORT_TRUST_PROXY: z.stringbool('must be true or false').default(false),
  RAPPORT_ANSWER_CACHE_MB: z.coerce
    .number('must be a whole number of megabytes')
    .int('must be a whole number of megabytes')
    .min(0, 'must be a whole number of megabytes')
    .default(64),
  RAPPORT_MOST_FACT_ROWS: z.coerce
    .number('must be a whole number of rows')
    .int('must be a whole number of rows')
    .min(1, 'must be a whole number of rows')
    .default(25_000_000),
  RAPPORT_SESSION_HOURS: hours.default(24 * 7),
  RAPPORT_SESSION_IDLE_HOURS: hours.default(24),
  RAPPORT_PASSWORDS: z.stringbool('must be true or false').default(true),
  ...providerVariables,
  ...documentVariables,
  RAPPORT_COST_PER_MINUTE: z.coerce
    .number('must be a whole number of points')
    .int('must be a whole number of points')
    .min(1, 'must be a whole number of points')
    .default(300_000),
  RAPPORT_QUEUE: z.coerce
    .number('must be a whole number of requests')
    .int('must be a whole number of requests')
    .min(0, 'must be a whole number of requests')
    .default(500),
  ...exportVariables,
  ...apiVariables,
  RAPPORT_LEAVE_SECONDS: z.coerce
    .number('must be seconds, 0 to 60')
    .min(0, 'must be seconds, 0 to 60')
    .max(60, 'must be seconds, 0 to 60')
    .default(0),
  RAPPORT_METRICS_PORT: z.coerce
    .number('must be a port number')
    .int('must be a port number')
    .min(0, 'must be a port number')
    .max(65_535, 'must be a port number')
    .optional(),
  RAPPORT_TRACES: z.url({ protocol: /^https?$/, error: 'must be a http:// or https:// address' }).optional(),
  RAPPORT_REVEALS_PER_HOUR: z.coerce
    .number('must be a whole number of reveals')
    .int('must be a whole number of reveals')
    .min(0, 'must be a whole number of reveals')
    .default(30),
  RAPPORT_CHROMIUM: z.string().min(1).optional(),
  RAPPORT_PG_USER: z
    .string()
    .regex(/^[a-z_][a-z0-9_-]*$/i, 'must be the name of an account')
    .optional(),
  RAPPORT_MASTER_KEY: z.string().min(1).optional(),
  RAPPORT_DELIVERIES: z.string().min(1).optional(),
  RAPPORT_RULES: z.string().min(1).optional(),
  INIT_CWD: z.string().default(process.cwd()),
});

export interface Config {
  /** The repository: what the dashboard is built from and the committed schema lies in. */
  root: string;
  /** Everything this installation keeps: the embedded server's data, keys, generated files. */
  home: string;
  /** Replaces the embedded server. */
  databaseUrl: string | null;
  host: string;
  port: number;
  /** How browsers reach the server, for links; null: the address it listens on. */
  publicUrl: string | null;
  trustProxy: boolean;
  /** Memory for answers that were given already; 0: none. */
  answerCacheMb: number;
  /** Rows of facts a question may go through. */
  mostFactRows: number;
  /** A session ends after so many hours, and earlier where nobody used it for so long. */
  sessionHours: number;
  sessionIdleHours: number;
  /** Local accounts may sign in by password. */
  passwords: boolean;
  /** Null: nobody signs in from elsewhere. */
  provider: ProviderChoice | null;
  /** Documents that can be asked for by their hash, and who is kept to them. */
  documents: DocumentChoice;
  /** Points of cost each principal may ask for in a minute. */
  costPerMinute: number;
  /** Requests that may wait for a connection. */
  queueSize: number;
  /** What may be written into files, and where. */
  exports: ExportChoice;
  /** Where "rapport query" asks, and as whom. */
  api: ApiChoice;
  /** From turning /readyz to closing the port. */
  leaveSeconds: number;
  /** Where Prometheus asks, on loopback; null: nowhere. */
  metricsPort: number | null;
  /** The collector spans are sent to; null: nothing is traced. */
  traces: string | null;
  /** Customers whose contacts one steward may have revealed in an hour. */
  revealsPerHour: number;
  /** A browser that prints pages; null: one is looked for. */
  chromium: string | null;
  postgresUser: string | undefined;
  masterKey: string | undefined;
  /** Where the folders of scheduled deliveries begin. */
  deliveries: string;
  /** A folder of the shop's own rule sets; null: the product's alone. */
  rules: string | null;
  /** The content of a variable a source refers to; null where it is not set. */
  variable(name: string): string | null;
  /** A path as the user typed it, seen from where they typed it. */
  fromUser(path: string): string;
}

/** A mistake of the caller: wrong option, environment or path. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads the environment once. Every mistake is named at once, and never with its value: it may be a secret. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.superRefine(wholeProvider).safeParse(given);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new UsageError(
      `The environment is not usable:\n${mistakes.join('\n')}\n  → .env.example explains every variable.`,
    );
  }
  const values = parsed.data;
  const home = resolve(root, values.RAPPORT_HOME);
  return {
    root,
    home,
    databaseUrl: values.DATABASE_URL ?? null,
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.RAPPORT_PUBLIC_URL?.replace(/\/$/, '') ?? null,
    trustProxy: values.RAPPORT_TRUST_PROXY,
    answerCacheMb: values.RAPPORT_ANSWER_CACHE_MB,
    mostFactRows: values.RAPPORT_MOST_FACT_ROWS,
    sessionHours: values.RAPPORT_SESSION_HOURS,
    sessionIdleHours: values.RAPPORT_SESSION_IDLE_HOURS,
    passwords: values.RAPPORT_PASSWORDS,
    provider: providerOf(values),
    documents: {
      folder: values.RAPPORT_DOCUMENTS ? resolve(root, values.RAPPORT_DOCUMENTS) : null,
      onlyFor: values.RAPPORT_DOCUMENTS_ONLY_FOR,
    },
    costPerMinute: values.RAPPORT_COST_PER_MINUTE,
    queueSize: values.RAPPORT_QUEUE,
    api: apiOf(values),
    exports: exportsOf(values, home, root),
    leaveSeconds: values.RAPPORT_LEAVE_SECONDS,
    metricsPort: values.RAPPORT_METRICS_PORT ?? null,
    traces: values.RAPPORT_TRACES ?? null,
    revealsPerHour: values.RAPPORT_REVEALS_PER_HOUR,
    chromium: values.RAPPORT_CHROMIUM ?? null,
    postgresUser: values.RAPPORT_PG_USER,
    masterKey: values.RAPPORT_MASTER_KEY,
    deliveries: values.RAPPORT_DELIVERIES ? resolve(root, values.RAPPORT_DELIVERIES) : join(home, 'deliveries'),
    rules: values.RAPPORT_RULES ? resolve(root, values.RAPPORT_RULES) : null,
    variable: (name) => given[name] ?? null,
    fromUser: (path) => resolve(values.INIT_CWD, path),
  };
}
