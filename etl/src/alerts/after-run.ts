import type pg from 'pg';
import type { Note } from '../kit/run/note.ts';
import { AlertConfigError, readAlertConfig } from './config.ts';
import { tellWhatStands } from './tell.ts';

/**
 * What a run changed is told at once, where no worker is there to look. Trouble with telling is no trouble of the load: what is
 * wrong stays written down, and the next look finds it. Figures are looked at later, by who holds no source's turn.
 */
export async function tellAfterRun(db: pg.Client | pg.Pool, home: string): Promise<Note[]> {
  try {
    await tellWhatStands(db, readAlertConfig(home));
    return [];
  } catch (error) {
    if (!(error instanceof AlertConfigError)) return [];
    return [{ code: 'alerts_unusable', en: error.message, zh: `告警配置无法使用：${error.message}` }];
  }
}
