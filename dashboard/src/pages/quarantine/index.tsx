import { useState } from 'react';

import { answerQuarantine } from '../../answer/index.ts';
import { Card } from '../../card/Card.tsx';
import { RowsHeading } from '../../card/RowsHeading.tsx';
import { Answered, Empty } from '../../card/States.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { sumOf } from '../../metric/reckon.ts';
import { Choices } from './Choices.tsx';
import classes from './index.module.css';
import { SettledPanel, type Settled } from './Outcome.tsx';
import { ReasonList } from './ReasonList.tsx';
import { RowsPanel } from './RowsPanel.tsx';
import { useQuarantine } from './use-quarantine.ts';

export default function QuarantinePage() {
  const told = useQuarantine();
  const { search, change, reasons, all, groups, group } = told;
  const { t, lang, pick } = useText();
  const format = useFormat();
  const [settled, setSettled] = useState<Settled>();
  const feedName = (feed: string): string => {
    const title = reasons.data?.dataHealth.feeds.find((each) => each.feed === feed)?.title;
    return title ? pick(title) : feed.replaceAll('_', ' ');
  };
  const total = sumOf(groups, ({ rows }) => rows);
  const answer = reasons.data
    ? answerQuarantine(
        {
          state: search.state ?? 'WAITING',
          rows: total,
          corrected: sumOf(groups, ({ corrected }) => corrected),
          reasons: groups.map(({ reason, rows }) => ({ title: reason.title, rows })),
        },
        lang,
      )
    : undefined;
  const narrowed = Object.keys(search).some((key) => ['source', 'feed', 'reason', 'run'].includes(key));
  const clear = () =>
    change({
      source: undefined,
      feed: undefined,
      reason: undefined,
      run: undefined,
      state: undefined,
      open: undefined,
    });
  return (
    <>
      <RowsHeading lead={answer?.lead} rest={answer?.rest ?? ''} error={reasons.error} />
      <Choices search={search} change={change} all={all} feedName={feedName} />
      <Card title={t('quarantine.title')} sub={t('quarantine.sub')}>
        {settled ? <SettledPanel settled={settled} onClose={() => setSettled(undefined)} /> : null}
        <Answered query={reasons} height={480}>
          {() =>
            groups.length === 0 ? (
              <Empty
                height={200}
                text={t(search.state ? 'quarantine.noneOther' : 'quarantine.none')}
                {...(search.state || narrowed ? { action: t('quarantine.widen'), onAction: clear } : {})}
              />
            ) : (
              <div className={classes.grid}>
                <ReasonList groups={groups} open={group} total={total} change={change} feedName={feedName} />
                <RowsPanel
                  key={`${group?.reason.code ?? ''} ${JSON.stringify(told.where)}`}
                  told={told}
                  format={format}
                  onSettled={setSettled}
                />
              </div>
            )
          }
        </Answered>
      </Card>
    </>
  );
}
