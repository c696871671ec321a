import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { IngestionRun } from './ops.ts';

export const Alert = defineEntity({
  name: 'Alert',
  tableName: 'alerts',
  schema: 'ops',
  properties: {
    id: p.bigint('number').primary(),
    kind: p.text(),
    severity: p.text(),
    source: p.text(),
    subject: p.text(),
    titleEn: p.text(),
    titleZh: p.text(),
    detailEn: p.text(),
    detailZh: p.text(),
    runId: p.bigint('number').nullable(),
    openedAt: p.datetime(),
    lastSeenAt: p.datetime(),
    recoveredAt: p.datetime().nullable(),
    acknowledgedAt: p.datetime().nullable(),
    acknowledgedBy: p.text().nullable(),
    snoozedUntil: p.datetime().nullable(),
  },
});
export type Alert = InferEntity<typeof Alert>;

export const AlertDelivery = defineEntity({
  name: 'AlertDelivery',
  tableName: 'alert_deliveries',
  schema: 'ops',
  properties: {
    id: p.bigint('number').primary(),
    alert: () => p.manyToOne(Alert).fieldName('alert_id'),
    event: p.text(),
    number: p.integer(),
    channel: p.text(),
    state: p.text(),
    attempts: p.integer(),
    nextAt: p.datetime(),
    createdAt: p.datetime(),
    sentAt: p.datetime().nullable(),
    error: p.text().nullable(),
  },
});
export type AlertDelivery = InferEntity<typeof AlertDelivery>;

export const GuardFinding = defineEntity({
  name: 'GuardFinding',
  tableName: 'guard_findings',
  schema: 'ops',
  properties: {
    id: p.bigint('number').primary(),
    run: () => p.manyToOne(IngestionRun).fieldName('run_id'),
    source: p.text(),
    feed: p.text(),
    columnName: p.text().nullable(),
    guard: p.text(),
    name: p.text(),
    severity: p.text(),
    expected: p.text(),
    found: p.text(),
    titleEn: p.text(),
    titleZh: p.text(),
    foundAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
    acceptedBy: p.text().nullable(),
    acceptReason: p.text().nullable(),
  },
});
export type GuardFinding = InferEntity<typeof GuardFinding>;
