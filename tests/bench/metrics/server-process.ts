import pg from 'pg';
import { startApi } from '@rapport/api';

// A process of its own, as in an installation: what asks must not share its processor time with what answers.
const times: { statements: number[]; estimates: number[] } = { statements: [], estimates: [] };

type Query = (this: pg.Client, ...args: unknown[]) => unknown;
const prototype = pg.Client.prototype as unknown as { query: Query };
const original = prototype.query;
/** From sending a statement to having its rows: a little more than the database's own time, never less. */
prototype.query = function timed(...args) {
  const [asked] = args as [string | { text?: string }];
  const text = typeof asked === 'string' ? asked : (asked.text ?? '');
  const kind = /^with (reading_|keys )/.test(text) ? 'statements' : text.startsWith('explain ') ? 'estimates' : null;
  if (kind === null) return original.apply(this, args);
  const began = performance.now();
  return Promise.resolve(original.apply(this, args)).finally(() => times[kind].push(performance.now() - began));
};

const [databaseUrl = '', megabytes = '0'] = process.argv.slice(2);
const api = await startApi({
  databaseUrl,
  port: 0,
  answerCacheMb: Number(megabytes),
  costPerMinute: 1_000_000_000,
  log: () => {},
});
process.on('message', (message) => {
  if (message === 'times') process.send?.(times);
  if (message === 'forget') times.statements.length = times.estimates.length = 0;
  if (message === 'stop') void api.close().then(() => process.exit(0));
});
// Whoever asks may be gone.
process.on('disconnect', () => process.exit(0));
process.send?.({ url: api.url });
