import type { WorkerLog } from '@rapport/etl';

const left: Readonly<Record<string, { what: string; until: string }>> = {
  'rollups.left': {
    what: 'some rollups could not be made anew',
    until: 'Figures come from rows until the next load, or "npm run rapport -- migrate".',
  },
  'words.left': {
    what: 'texts could not be read',
    until: 'Pages about words tell what was read before, until the next load.',
  },
  'figures.left': {
    what: 'figures could not be looked at',
    until: 'Alarms are those of the look before, until the next load, or "npm run rapport -- alerts check".',
  },
};

/** The load is done; what could not be made after it is said, and made by whoever comes next. */
export const sayWhatWasLeft: WorkerLog = (level, event, fields) => {
  if (level === 'info') return;
  const why = typeof fields?.['error'] === 'string' ? ` (${fields['error']})` : '';
  const { what, until } = left[event] ?? { what: event, until: 'The next load makes up for it.' };
  process.stderr.write(`Loaded, but ${what}${why}.\n  → ${until}\n`);
};
