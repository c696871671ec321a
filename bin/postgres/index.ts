export { EmbeddedPostgresError, type EmbeddedPostgresCode } from './errors.ts';
export { openEmbedded, type EmbeddedOptions, type EmbeddedServer } from './server.ts';
export { throwawaySettings } from './settings.ts';
