export { startApi, type RunningApi } from './server.ts';
export type { ApiOptions, LogLine } from './config.ts';
export { createApiKey, listApiKeys, revokeApiKey, type ApiKey } from './platform/auth/keys.ts';
export { unknownCodes } from './platform/auth/unknown-codes.ts';
export { createFeedKey, listFeedKeys, revokeFeedKey, type FeedKey } from './platform/auth/feed-keys.ts';
export type { Span, SpanAttributes, Tracing } from './platform/telemetry/tracing.ts';
export type { Intake } from './platform/push/intake.ts';
export { AccessError } from './platform/auth/access-error.ts';
export {
  changeUser,
  createSignInLink,
  createUser,
  listKnownUsers,
  type KnownUser,
  type SignInLink,
  type User,
  type UserChange,
} from './platform/auth/users.ts';
export { setPassword } from './platform/auth/passwords.ts';
export * from './platform/operations/index.ts';
export { PrintRefused, type Printing, type PrintOrder } from './platform/printing/printing.ts';
export { printedSchema } from './schema.ts';
