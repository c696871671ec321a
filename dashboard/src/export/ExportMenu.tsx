import { Popover } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { useFormat } from '../format/index.ts';
import type { ExportFormat } from '../gql/graphql.ts';
import { useText } from '../i18n/index.ts';
import classes from './ExportMenu.module.css';
import { useExport, type Exportable } from './use-export.ts';

const formats: readonly ExportFormat[] = ['CSV', 'XLSX', 'PARQUET', 'NDJSON'];

/** All of what a card shows a part of, as a file: one choice, its progress in the same place, then the file itself. */
export function ExportMenu(props: Exportable) {
  const { t, pick } = useText();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { start, cancel, last, running, refused, failed } = useExport(props);
  const share = last?.expectedRows ? last.rows / last.expectedRows : 0;
  const n = format.count(last?.rows ?? 0);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus>
      <Popover.Target>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {running ? t('export.at', { share: format.share(share, 0) }) : t('export.title')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.drop}>
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
      </Popover.Dropdown>
    </Popover>
  );
}
