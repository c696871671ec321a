export { openPool, typeParsers, type PoolOptions, type Queryable } from './database.ts';
export { migrate, openOrm } from './migrate.ts';
export * from './entities/index.ts';
