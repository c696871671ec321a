import { useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { Card } from '../../card/Card.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useText } from '../../i18n/index.ts';
import { FindingLine } from './FindingLine.tsx';
import type { RunDetail } from './index.tsx';
import classes from './lists.module.css';
import { findingsQuery } from './queries.ts';

/** How the delivery was not what it had been: its columns, its types, its make-up. */
export function DriftCard({ run }: { run: RunDetail }) {
  const { t, pick } = useText();
  const { viewer } = useShop();
  const findings = useQuery({
    queryKey: ['findings', run.id],
    queryFn: async ({ signal }) => (await request(findingsQuery, { id: run.id }, signal)).guardFindings,
    enabled: viewer.role !== 'EXECUTIVE',
  });
  const found = findings.data ?? [];
  return (
    <Card title={t('runs.drift')} sub={t('runs.driftSub')}>
      {run.drift.length + found.length + run.notes.length === 0 ? (
        <p className={classes.none}>{t('runs.driftNone')}</p>
      ) : null}
      <ul className={classes.list}>
        {found.map((finding) => (
          <FindingLine key={finding.id} finding={finding} />
        ))}
        {run.drift.map((drift) => (
          <li key={`${drift.kind} ${drift.file} ${drift.column ?? ''}`}>
            <span>{pick(drift.text)}</span>
          </li>
        ))}
        {run.notes
          .filter((note) => !run.drift.some(({ text }) => text.en === note.en))
          .map((note) => (
            <li key={note.en}>
              <span>{pick(note)}</span>
            </li>
          ))}
      </ul>
    </Card>
  );
}
