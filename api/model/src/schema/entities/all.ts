import { Alert, AlertDelivery, GuardFinding } from './alerts.ts';
import { ApiKey, FeedKey, Session, SignInLink, User } from './auth.ts';
import { KeptInitiative } from './initiatives.ts';
import { ChartNote } from './notes.ts';
import { AuditLogEntry, IngestionRun, QuarantinedRow, RunFeed } from './ops.ts';
import { SavedQuery } from './queries.ts';
import { RecoveryCase } from './recovery.ts';
import { HomeView, SavedView } from './views.ts';

/** What MikroORM manages: the rows people and runs edit one at a time. Facts and metrics are SQL. */
export const entities = [
  User,
  ApiKey,
  FeedKey,
  SignInLink,
  Session,
  IngestionRun,
  RunFeed,
  QuarantinedRow,
  AuditLogEntry,
  Alert,
  AlertDelivery,
  GuardFinding,
  SavedQuery,
  RecoveryCase,
  SavedView,
  HomeView,
  ChartNote,
  KeptInitiative,
];
