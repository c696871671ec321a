import { Link } from '@tanstack/react-router';

import { Pill } from '../card/Pill.tsx';
import { useShop } from '../filters/shop-context.tsx';
import { useFormat } from '../format/index.ts';
import { useText } from '../i18n/index.ts';
import type { CaseLine } from './case-line.ts';
import classes from './CaseTable.module.css';

/** Cases as rows: what about, how fast against the promise, and how it ended. */
export function CaseTable({ cases }: { cases: readonly CaseLine[] }) {
  const { t } = useText();
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('cases.case')}</th>
            <th className={classes.roomy}>{t('cases.opened')}</th>
            <th className={classes.roomy}>{t('cases.channel')}</th>
            <th className={classes.roomy}>{t('cases.about')}</th>
            <th>{t('cases.answer')}</th>
            <th>{t('cases.resolution')}</th>
            <th className={classes.roomy}>{t('cases.csat')}</th>
            <th className={classes.wide}>{t('cases.agent')}</th>
            <th className={classes.roomy}>{t('cases.customer')}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((each) => (
            <Row key={each.id} row={each} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: CaseLine }) {
  const { pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  return (
    <tr data-testid="case-row">
      <td>
        <Link to="/cases/$id" params={{ id: row.id }} className={classes.link} title={row.externalId}>
          {row.externalId.length > 14 ? `${row.externalId.slice(0, 8)}…` : row.externalId}
        </Link>
        <small className={classes.phone}>{row.topic ? pick(row.topic.label) : pick(row.caseType.label)}</small>
      </td>
      <td className={classes.roomy}>{format.dateTime(row.openedAt, shop.zone)}</td>
      <td className={classes.roomy}>{pick(row.channel.label)}</td>
      <td className={classes.roomy}>
        {row.topic ? pick(row.topic.label) : '–'}
        <small>{pick(row.caseType.label)}</small>
      </td>
      <td>
        <Kept
          seconds={row.firstResponseSeconds}
          kept={row.respondedInTime}
          none={row.contained ? 'cases.byBot' : 'cases.notAnswered'}
        />
      </td>
      <td>
        <Kept seconds={row.resolutionSeconds} kept={row.resolvedInTime} none="cases.notResolved" />
      </td>
      <td className={classes.roomy}>{row.csat ?? '–'}</td>
      <td className={classes.wide}>{row.agent ? pick(row.agent.label) : '–'}</td>
      <td className={classes.roomy}>
        <Link to="/customers/$id" params={{ id: row.customer.id }} className={classes.link}>
          {row.customer.nameMasked ?? `${row.customer.externalId.slice(0, 6)}…`}
        </Link>
      </td>
    </tr>
  );
}

interface KeptProps {
  seconds: number | null | undefined;
  kept: boolean | null | undefined;
  none: 'cases.notAnswered' | 'cases.byBot' | 'cases.notResolved';
}

/** How long it took, in the colour of its promise; without a promise, or not due yet, in none. */
export function Kept({ seconds, kept, none }: KeptProps) {
  const { t } = useText();
  const format = useFormat();
  const text = seconds === null || seconds === undefined ? t(none) : format.duration(seconds);
  if (kept === null || kept === undefined) return <Pill tone="flat">{text}</Pill>;
  return (
    <Pill tone={kept ? 'good' : 'bad'} title={t(kept ? 'cases.kept' : 'cases.broken')}>
      {kept ? '✓' : '!'} {text}
    </Pill>
  );
}
