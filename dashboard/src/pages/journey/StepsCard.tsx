import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { Steps, stepsTable } from '../../charts/index.ts';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { stepsOf } from './stages.ts';
import type { useJourney } from './use-journey.ts';

/** Which step follows which directly, how often and after how long. */
export function StepsCard({ query }: { query: ReturnType<typeof useJourney>['steps'] }) {
  const { t, lang } = useText();
  const format = useFormat();
  const widen = useWiden();
  const props = query.data && {
    ...stepsOf(query.data, lang),
    title: t('flow.steps'),
    heads: {
      from: t('flow.from'),
      to: t('flow.to'),
      count: t('flow.orders'),
      share: t('flow.share'),
      median: t('flow.half'),
      most: t('flow.most'),
    },
  };
  return (
    <Card
      title={t('flow.steps')}
      sub={t('flow.stepsSub')}
      note={t('flow.stepsNote')}
      table={props ? stepsTable(props, format) : undefined}
      file="journey-steps"
    >
      <Answered query={query} height={520} onWiden={widen} empty={({ edges }) => edges.length === 0}>
        {() => (props ? <Steps {...props} /> : null)}
      </Answered>
    </Card>
  );
}
