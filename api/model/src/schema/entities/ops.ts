import { defineEntity, type InferEntity, p, sql } from '@mikro-orm/core';

/** As the load engine writes it. */
interface RunNote {
  en: string;
  zh: string;
  drift?: {
    kind: string;
    file: string;
    role: string | null;
    column: string | null;
    was: string | null;
    now: string | null;
  }[];
}

export const IngestionRun = defineEntity({
  name: 'IngestionRun',
  tableName: 'runs',
  schema: 'ops',
  properties: {
    runId: p.bigint('number').primary(),
    source: p.text(),
    shop: p.text(),
    trigger: p.text(),
    state: p.text(),
    stage: p.text(),
    // For the writer alone. Lazy, so that the ORM names the columns it reads and a missing one is an error, not an absent value.
    fencingToken: p.bigint('number').lazy(),
    startedAt: p.datetime(),
    heartbeatAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
    dataVersion: p.bigint('number').nullable(),
    errorCode: p.text().nullable(),
    errorMessage: p.text().nullable(),
    notes: p.json<RunNote[]>(),
    windowAt: p.datetime().nullable(),
  },
});
export type IngestionRun = InferEntity<typeof IngestionRun>;

export const RunFeed = defineEntity({
  name: 'RunFeed',
  tableName: 'run_feeds',
  schema: 'ops',
  properties: {
    run: () => p.manyToOne(IngestionRun).fieldName('run_id').primary(),
    fileId: p.uuid().primary(),
    feed: p.text().primary(),
    fileName: p.text(),
    home: p.boolean(),
    read: p.bigint('number'),
    inserted: p.bigint('number'),
    updated: p.bigint('number'),
    unchanged: p.bigint('number'),
    duplicate: p.bigint('number'),
    superseded: p.bigint('number'),
    pending: p.bigint('number'),
    quarantined: p.bigint('number'),
    deleted: p.bigint('number'),
    healed: p.bigint('number'),
  },
});
export type RunFeed = InferEntity<typeof RunFeed>;

export const QuarantinedRow = defineEntity({
  name: 'QuarantinedRow',
  tableName: 'quarantine',
  schema: 'ops',
  properties: {
    id: p.bigint('number').primary(),
    run: () => p.manyToOne(IngestionRun).fieldName('run_id'),
    source: p.text(),
    shop: p.text(),
    feed: p.text(),
    fileId: p.uuid(),
    fileName: p.text(),
    recordNo: p.bigint('number'),
    lineNo: p.bigint('number').nullable(),
    byteOffset: p.bigint('number').nullable(),
    reason: p.text(),
    field: p.text().nullable(),
    detail: p.json<{ expected?: string | number; found?: string | number }>(),
    // The record as it came leaves the database only where it is asked for by name, and in clear only as `openRaw`.
    raw: p.blob().lazy(),
    openRaw: p
      .blob()
      .formula((row) => `case when not ${row.rawEncrypted} then ${row.raw} end`)
      .nullable()
      .lazy(),
    rawEncrypted: p.boolean(),
    keyId: p.integer().nullable(),
    state: p.text(),
    createdAt: p.datetime(),
    resolvedAt: p.datetime().nullable(),
    resolvedBy: p.text().nullable(),
    externalId: p.text().nullable(),
    sourceVersion: p.datetime().nullable().lazy(),
    positions: p.array<number>().columnType('integer[]').nullable().lazy(),
    truncated: p.boolean().lazy(),
    valueOnly: p.boolean(),
    triedRun: () => p.manyToOne(IngestionRun).fieldName('tried_run_id').nullable(),
    discardReason: p.text().nullable(),
    corrected: p.blob().nullable().lazy(),
    openCorrected: p
      .blob()
      .formula((row) => `case when ${row.correctedKeyId} is null then ${row.corrected} end`)
      .nullable()
      .lazy(),
    correctedKeyId: p.integer().nullable().lazy(),
    correctedAt: p.datetime().nullable(),
    correctedBy: p.text().nullable(),
  },
});
export type QuarantinedRow = InferEntity<typeof QuarantinedRow>;

export const AuditLogEntry = defineEntity({
  name: 'AuditLogEntry',
  tableName: 'audit',
  schema: 'ops',
  properties: {
    id: p.bigint('number').primary(),
    at: p.datetime().default(sql`clock_timestamp()`),
    actor: p.text(),
    action: p.text(),
    subject: p.text(),
    runId: p.bigint('number').nullable(),
    detail: p.json<Record<string, unknown>>(),
  },
});
export type AuditLogEntry = InferEntity<typeof AuditLogEntry>;
