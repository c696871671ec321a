export type { AlertOperations } from './alerts.ts';
export type { Actor } from './actor.ts';
export { OperationRefused, type Operations } from './operations.ts';
export type {
  Correction,
  MovedFigure,
  PreviewedRow,
  QuarantineOperations,
  RefusedSelection,
  SourcePreview,
  SourceReplay,
} from './quarantine.ts';
