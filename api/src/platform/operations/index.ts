export type { AlertOperations } from './alerts.ts';
export type { BackfillOperations, BackfillOrder } from './backfills.ts';
export type { AskedLoad, LoadOperations, Schedule } from './loads.ts';
export type { Actor } from './actor.ts';
export type { ReportOperations, ReportOrder, ReportOwner } from './reports.ts';
export { OperationRefused, type Operations } from './operations.ts';
export type { OpenedContact, PersonalOperations, RevealOrder } from './personal.ts';
export type { Correction, QuarantineOperations } from './quarantine.ts';
