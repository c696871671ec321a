import { Card } from '../../card/Card.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Answered } from '../../card/States.tsx';
import { figureColumn, textColumn, type ChartTable } from '../../charts/index.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from './alarms.module.css';
import { usualText } from './usual.ts';
import type { Alarm, useAlarm } from './use-alarms.ts';

const SHOWN = 6;

/** Where the excess lies, and which words say so. */
export function CausesCard({ query }: { query: ReturnType<typeof useAlarm> }) {
  const { t } = useText();
  const table = useTable(query.data?.causes ?? []);
  return (
    <Card title={t('alarms.causes')} sub={t('alarms.causesSub')} table={table} file="alarm-causes">
      <Answered query={query} height={260}>
        {(alarm) => (
          <>
            <Rows
              columns={table.columns.map(({ label, numeric }) => ({ label, right: numeric }))}
              rows={table.rows.slice(0, SHOWN).map(({ cells }) => ({ key: cells[0] ?? '', cells }))}
              empty={t('alarms.none')}
            />
            <Words words={alarm?.words ?? []} />
          </>
        )}
      </Answered>
    </Card>
  );
}

function useTable(causes: Alarm['causes']): ChartTable {
  const { t, pick } = useText();
  const format = useFormat();
  return {
    columns: [
      textColumn(t('alarms.slice')),
      figureColumn(t('alarms.observed')),
      figureColumn(t('alarms.expected')),
      figureColumn(t('alarms.share')),
    ],
    rows: causes.map(({ label, observed, expected, shareOfExcess }) => ({
      cells: [
        pick(label),
        format.count(observed),
        usualText(expected, format),
        format.share(Math.min(1, shareOfExcess), 0),
      ],
      raw: [pick(label), observed, expected, shareOfExcess],
    })),
  };
}

function Words({ words }: { words: Alarm['words'] }) {
  const { t } = useText();
  const format = useFormat();
  return (
    <div className={classes.words}>
      <h3>{t('alarms.words')}</h3>
      <p>{t('alarms.wordsSub')}</p>
      {words.length === 0 ? (
        <p>{t('alarms.wordsNone')}</p>
      ) : (
        <ul data-testid="alarm-words">
          {words.map(({ word, texts }) => (
            <li key={word} title={t('alarms.texts', { n: format.count(texts) })}>
              {word} <small>{format.count(texts)}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
