export { Alert, AlertDelivery, GuardFinding } from './alerts.ts';
export { ApiKey, FeedKey, Session, SignInLink, User } from './auth.ts';
export { ChartNote } from './notes.ts';
export { AuditLogEntry, IngestionRun, QuarantinedRow, RunFeed } from './ops.ts';
export { SavedQuery } from './queries.ts';
export { HomeView, SavedView } from './views.ts';
export { entities } from './all.ts';
export { entitiesInside, entitiesOver, type EntityManager } from './orm.ts';
export { KeptInitiative } from './initiatives.ts';
