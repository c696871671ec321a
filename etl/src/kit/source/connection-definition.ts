import { z } from 'zod';

/** Words source.yaml may not hold: they are read from the environment, or from a file of RAPPORT_HOME/secrets. */
const secret = z.union(
  [
    z.strictObject({
      env: z
        .string()
        .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable')
        .refine((name) => !isOurs(name), 'is a variable of Rapport itself: a source may not read it'),
    }),
    z.strictObject({
      file: z.string().regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/, 'the name of a file in RAPPORT_HOME/secrets'),
    }),
  ],
  'a secret stands elsewhere: write { env: NAME } or { file: name }, a file of RAPPORT_HOME/secrets',
);
export type SecretReference = z.infer<typeof secret>;

function isOurs(name: string): boolean {
  return /^(RAPPORT_|POSTGRES_|DATABASE_URL$|PG)/i.test(name);
}

export const duration = z
  .string()
  .regex(/^\d+ (seconds?|minutes?|hours?|days?)$/, 'such as "30 seconds", "10 minutes" or "2 hours"');

const unitMs: Record<string, number> = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };

export function milliseconds(text: string): number {
  const [amount, unit = ''] = text.split(' ');
  return Number(amount) * (unitMs[unit.replace(/s$/, '')] ?? 0);
}

const server = z.strictObject({
  host: z.string().min(1),
  port: z.number().int().min(1).max(65_535).default(5432),
  database: z.string().min(1),
  user: z.string().min(1),
  password: secret.optional(),
  /** verify: the certificate must be of that host. */
  tls: z.enum(['verify', 'unverified', 'off']).default('verify'),
});

const postgres = z.strictObject({
  /** The whole address, postgres://user:password@host/database, in place of `server`. */
  url: secret.optional(),
  server: server.optional(),
  statementTimeout: duration.default('1 hour'),
  lockTimeout: duration.default('30 seconds'),
});

const http = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: 'must be a http:// or https:// address' })
    .refine((url) => !/^\w+:\/\/[^/]*@/.test(url), 'holds a user or password: write them under auth'),
  auth: z
    .union(
      [
        z.strictObject({ bearer: secret }),
        z.strictObject({ basic: z.strictObject({ user: secret, password: secret }) }),
        z.strictObject({ header: z.strictObject({ name: z.string().regex(/^[A-Za-z0-9-]+$/), value: secret }) }),
      ],
      'one of { bearer: … }, { basic: { user: …, password: … } } or { header: { name: X-Api-Key, value: … } }, each secret as { env: NAME } or { file: name }',
    )
    .optional(),
  /** Headers that are no secret. */
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/), z.string()).default({}),
  /** For an answer to begin, and for each piece of it to follow. */
  timeout: duration.default('60 seconds'),
  /** How often a request is tried in all; only troubles that pass are. */
  attempts: z.number().int().min(1).max(20).default(6),
  /** The longest wait the other side may ask for; beyond it the run ends and comes again later. */
  longestWait: duration.default('2 minutes'),
});

export const connectionDefinition = z
  .strictObject({ postgres: postgres.optional(), http: http.optional() })
  .check((context) => {
    const { postgres: database, http: api } = context.value;
    const add = (path: string[], message: string) =>
      context.issues.push({ code: 'custom', path, message, input: context.value });
    if ((database === undefined) === (api === undefined)) add([], 'one of postgres or http');
    if (database && (database.url === undefined) === (database.server === undefined))
      add(['postgres'], 'one of url (a secret) or server (host, database, user, password)');
  });

export type ConnectionDefinition = z.infer<typeof connectionDefinition>;
export type PostgresConnection = NonNullable<ConnectionDefinition['postgres']>;
export type HttpConnection = NonNullable<ConnectionDefinition['http']>;
