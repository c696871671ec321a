export { audit, type AuditEntry } from './audit.ts';
export { openPool, typeParsers, type PoolOptions, type Queryable } from './database.ts';
export { migrate, openOrm } from './migrate.ts';
export { entitiesInside, entitiesOver, type EntityManager } from './orm.ts';
export * from './entities/index.ts';
