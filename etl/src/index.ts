export { ingest, type IngestOptions } from './ingest.ts';
export { checkSource, listSources, type SourceSummary } from './check-source.ts';
export { IngestError, type IngestErrorCode } from './kit/errors/ingest-error.ts';
export type { IngestReport, RefusedSample } from './kit/run/report.ts';
export type { ProgressEvent, ProgressListener } from './kit/run/progress.ts';
export type { FeedCounts } from './kit/publish/record.ts';
export type { Note } from './kit/publish/gone.ts';
export { refreshJourney } from './journey/refresh.ts';
