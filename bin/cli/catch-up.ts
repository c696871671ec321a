import type { WorkerLog } from '@rapport/etl';

/** The load is done; what could not be made after it is said, and made by whoever comes next. */
export const sayWhatWasLeft: WorkerLog = (level, event, fields) => {
  if (level === 'info') return;
  const why = typeof fields?.['error'] === 'string' ? ` (${fields['error']})` : '';
  process.stderr.write(
    `Loaded, but ${event === 'rollups.left' ? 'some rollups could not be made anew' : event}${why}.\n  → Figures come from rows until the next load, or "npm run rapport -- migrate".\n`,
  );
};
