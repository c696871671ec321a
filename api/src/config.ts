import type { RuleSet } from '@rapport/model/findings';
import { z } from 'zod';
import { keptToKnown, MOST_DOCUMENTS } from './platform/graphql/documents.ts';
import { providerSettings } from './platform/auth/provider/settings.ts';
import type { Operations } from './platform/operations/index.ts';
import type { Principal } from './platform/auth/principal.ts';
import type { Printing } from './platform/printing/printing.ts';
import type { Intake } from './platform/push/intake.ts';
import type { Tracing } from './platform/telemetry/tracing.ts';

const exportSettings = z.object({
  /** Files lie here until they expire, readable by this account only. */
  directory: z.string().min(1),
  /** Exports this server writes at once. */
  atOnce: z.number().int().min(1).default(2),
  /** Hours until a file is removed. */
  hours: z.number().int().min(1).default(24),
  /** Points of cost each principal may export in an hour. */
  costPerHour: z.number().int().min(1).default(20_000_000),
  /** Megabytes a file may have. */
  mostMb: z.number().int().min(1).default(2000),
});

/** What the composition root decides. The environment is read there; this only says what is acceptable, all mistakes at once. */
const apiOptions = z.object({
  databaseUrl: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://'),
  host: z.string().min(1).default('127.0.0.1'),
  /** 0 lets the system choose a free port; `url` in the result names it. */
  port: z.number().int().min(0).max(65_535).default(4000),
  /** The built dashboard (index.html and assets). Without it the API answers alone. */
  dashboardDir: z.string().optional(),
  /** Behind a reverse proxy: believe its X-Forwarded-* headers. */
  trustProxy: z.boolean().default(false),
  poolSize: z.number().int().min(1).max(200).default(10),
  /** Answers kept in memory, in megabytes; 0: every question is computed anew. */
  answerCacheMb: z.number().int().min(0).default(64),
  /** Rows of facts one question may be estimated to go through; beyond it is refused before anything is read. */
  mostFactRows: z.number().int().min(1).default(25_000_000),
  /** Requests that may wait for a connection; who comes after them is told to come again (503). */
  queueSize: z.number().int().min(0).default(500),
  /** Points of cost each principal may ask for in a minute. */
  costPerMinute: z.number().int().min(1).default(300_000),
  /** Milliseconds a whole request may take, however many statements it is made of. */
  requestTimeoutMs: z.number().int().min(100).default(20_000),
  /** Milliseconds between turning /readyz and closing the port, in which whoever sends requests here stops doing so. */
  leaveMs: z.number().int().min(0).default(0),
  /** Texts of documents that can be asked for by `documentId`: the dashboard's, and what an operator registers. */
  documents: z.array(z.string()).max(MOST_DOCUMENTS, `there are more than ${MOST_DOCUMENTS}`).default([]),
  /** Who may send nothing but those: roles, `session`, `key`. */
  documentsOnlyFor: z.array(z.enum(keptToKnown)).default([]),
  /** Where Prometheus finds /metrics, on loopback; 0 a free port, absent none. */
  metricsPort: z.number().int().min(0).max(65_535).optional(),
  statementTimeoutMs: z.number().int().min(100).default(5000),
  sessionHours: z
    .number()
    .int()
    .min(1)
    .default(24 * 7),
  /** A session nobody used for this long has ended. */
  sessionIdleMinutes: z
    .number()
    .int()
    .min(1)
    .default(24 * 60),
  /** How browsers reach the server; without it, the address it listens on. */
  publicUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Local accounts may sign in by password. */
  passwords: z.boolean().default(true),
  /** Where people sign in who have no account here. */
  provider: providerSettings.optional(),
  /** What questions may be written into files, and where; a server without it writes none. */
  exports: exportSettings.optional(),
  /** The rules of platforms that shops are held against; without it those of the product. */
  ruleSets: z.custom<readonly RuleSet[]>((value) => Array.isArray(value)).optional(),
  /** What operators may have done; a server without it only reads. */
  operations: z.custom<Operations>((value) => typeof value === 'object' && value !== null).optional(),
  /** Takes pushed rows; a server without it has no /ingest. */
  intake: z.custom<Intake>((value) => typeof value === 'object' && value !== null).optional(),
  /** Prints pages; a server without it says that it cannot. */
  printing: z.custom<Printing>((value) => typeof value === 'object' && value !== null).optional(),
  /** A holder who is in no table: the process that composes this server, asking for itself. */
  insider: z.custom<Insider>((value) => typeof value === 'object' && value !== null).optional(),
  /** Where spans of operations go; without it none are made. */
  tracing: z.custom<Tracing>((value) => typeof value === 'object' && value !== null).optional(),
  /** Where JSON log lines go: one event name and its fields, never personal data. */
  log: z.custom<(line: LogLine) => void>((value) => typeof value === 'function').optional(),
});

export interface Insider {
  key: string;
  principal: Principal;
}

export interface LogLine {
  level: 'info' | 'warn' | 'error';
  event: string;
  [field: string]: unknown;
}

export type ApiOptions = z.input<typeof apiOptions>;
export type ApiConfig = z.output<typeof apiOptions> & { log: (line: LogLine) => void };

const toStandardError = (line: LogLine): void => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
};

export function readConfig(options: ApiOptions): ApiConfig {
  const parsed = apiOptions.safeParse(options);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The API cannot start with these options:\n${mistakes.join('\n')}`);
  }
  return { ...parsed.data, log: parsed.data.log ?? toStandardError };
}
