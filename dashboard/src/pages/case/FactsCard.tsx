import type { ReactNode } from 'react';

import { Card } from '../../card/Card.tsx';
import { Facts } from '../../card/Facts.tsx';
import { Kept } from '../../case/CaseTable.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { CaseDetail } from './index.tsx';

const tones = { '-1': 'cases.toneBad', '0': 'cases.toneEven', '1': 'cases.toneGood' } as const;

/** The promises, who handled it, and what came of it; what the source does not say is left out. */
export function FactsCard({ told }: { told: CaseDetail }) {
  const { t, pick } = useText();
  const format = useFormat();
  const tone = (value: number | null | undefined): string =>
    value == null ? '–' : t(tones[String(value) as keyof typeof tones] ?? 'cases.toneEven');
  const yes = (value: boolean): string => t(value ? 'cases.yes' : 'cases.no');
  const known = <T,>(value: T | null | undefined, write: (present: T) => ReactNode): ReactNode =>
    value === null || value === undefined ? null : write(value);
  const facts: [string, ReactNode][] = [
    [
      t('cases.answer'),
      <Kept
        key="a"
        seconds={told.firstResponseSeconds}
        kept={told.respondedInTime}
        none={told.contained ? 'cases.byBot' : 'cases.notAnswered'}
      />,
    ],
    [
      t('cases.resolution'),
      <Kept key="r" seconds={told.resolutionSeconds} kept={told.resolvedInTime} none="cases.notResolved" />,
    ],
    [t('cases.status'), pick(told.status.label)],
    [t('cases.handledBy'), known(told.handledBy, ({ label }) => pick(label))],
    [t('cases.agent'), known(told.agent, ({ label }) => pick(label))],
    [t('cases.team'), known(told.team, ({ label }) => pick(label))],
    [t('cases.handOver'), known(told.handOverWaitSeconds, format.duration)],
    [t('cases.queue'), known(told.waitedSeconds, format.duration)],
    [t('cases.phase'), pick(told.phase.label)],
    [t('cases.cause'), known(told.cause, ({ label }) => pick(label))],
    [t('cases.severity'), known(told.severity, ({ label }) => pick(label))],
    [t('cases.product'), known(told.product, ({ title, externalId }) => title ?? externalId)],
    [t('cases.tone'), known(told.toneStart, () => `${tone(told.toneStart)} → ${tone(told.toneEnd)}`)],
    [t('cases.flow'), known(told.flowFollowed, yes)],
    [t('cases.content'), known(told.satisfiedWithOutcome, yes)],
    [t('cases.csat'), known(told.csat, (score) => `${score} / 5`)],
    [t('cases.cost'), known(told.cost, format.money)],
  ];
  return (
    <Card title={t('cases.facts')}>
      <Facts facts={facts} />
    </Card>
  );
}
