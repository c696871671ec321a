export { audit, isInChain, verifyAudit, type AuditChain, type AuditEntry } from './audit.ts';
export { openPool, typeParsers, type PoolOptions, type Queryable } from './database.ts';
export { migrate } from './migrate.ts';
