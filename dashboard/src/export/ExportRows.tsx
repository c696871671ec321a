import { Link } from '@tanstack/react-router';

import { useFormat } from '../format/index.ts';
import type { ExportFormat } from '../gql/graphql.ts';
import { useText } from '../i18n/index.ts';
import classes from './SaveMenu.module.css';
import type { Exporting } from './use-export.ts';

const formats: readonly ExportFormat[] = ['CSV', 'XLSX', 'PARQUET', 'NDJSON'];

/** All of what a card shows a part of, as a file: one choice, its progress in the same place, then the file itself. */
export function ExportRows({ exporting, share }: { exporting: Exporting; share: number }) {
  const { t, pick } = useText();
  const format = useFormat();
  const { start, cancel, last, running, refused, failed } = exporting;
  const n = format.count(last?.rows ?? 0);
  return (
    <>
      <h3 className={classes.part}>{t('paper.allRows')}</h3>
      {running ? (
        <div className={classes.progress} role="status">
          <p>
            {last?.expectedRows
              ? t('export.rowsOf', { n, total: format.count(last.expectedRows) })
              : t('export.begins')}
          </p>
          <div className={classes.track}>
            <i style={{ width: `${Math.min(100, share * 100)}%` }} />
          </div>
          <button type="button" onClick={cancel}>
            {t('export.cancel')}
          </button>
        </div>
      ) : (
        <>
          {last?.state === 'DONE' ? (
            <p className={classes.told} role="status">
              {t('export.done', { n, size: format.bytes(last.bytes) })}
            </p>
          ) : null}
          {refused || failed ? (
            <p className={classes.refused} role="alert">
              {refused ? pick(refused) : t('card.notDone')}
            </p>
          ) : null}
          <ul>
            {formats.map((each) => (
              <li key={each}>
                <button type="button" onClick={() => start(each)}>
                  <b>{t(`export.name${each}`)}</b>
                  <span>{t(`export.for${each}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Link to="/exports" className={classes.all}>
        {t('export.all')}
      </Link>
    </>
  );
}
