export type LogLevel = 'info' | 'warn' | 'error';
export type LogFields = Record<string, string | number | null>;

/** One event and its fields: names of sources, windows, runs and codes, never a value out of the data. */
export type WorkerLog = (level: LogLevel, event: string, fields?: LogFields) => void;
