export { ApiKey, Session, SignInLink, User } from './auth.ts';
export { IngestionRun, QuarantinedRow, RunFeed } from './ops.ts';
import { ApiKey, Session, SignInLink, User } from './auth.ts';
import { IngestionRun, QuarantinedRow, RunFeed } from './ops.ts';

/** What MikroORM manages: the rows people and runs edit one at a time. Facts and metrics are SQL. */
export const entities = [User, ApiKey, SignInLink, Session, IngestionRun, RunFeed, QuarantinedRow];
