import { Skeleton } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';

import { answerAlarms, largestOf } from '../../answer/index.ts';
import { Answer } from '../../card/Answer.tsx';
import { CardRow, CardStack } from '../../card/CardRow.tsx';
import { Failure } from '../../card/States.tsx';
import { useText } from '../../i18n/index.ts';
import { AlarmCard } from './AlarmCard.tsx';
import { AlarmList } from './AlarmList.tsx';
import { CausesCard } from './CausesCard.tsx';
import { MethodCard } from './MethodCard.tsx';
import { useAlarm, useAlarms, type Alarms } from './use-alarms.ts';
import { WatchedCard } from './WatchedCard.tsx';

/** Figures that have left their usual course, why, and what is watched. */
export default function AlarmsPage() {
  const query = useAlarms();
  const { lang } = useText();
  const answer = query.data ? answerAlarms(factsOf(query.data), lang) : undefined;
  const opened = useOpened(query.data);
  const alarm = useAlarm(opened);
  if (query.error && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      {answer ? <Answer lead={answer.lead} rest={answer.rest} /> : <Skeleton height={66} mt={22} mb={18} />}
      {opened ? (
        <CardRow shape="wide">
          <AlarmCard query={alarm} />
          <CausesCard query={alarm} />
        </CardRow>
      ) : null}
      <CardRow>
        <AlarmList query={query} opened={opened} />
      </CardRow>
      <CardRow shape="wide">
        <WatchedCard query={query} />
        <CardStack>
          <MethodCard settings={query.data?.alarmSettings} />
        </CardStack>
      </CardRow>
    </>
  );
}

/** The one in the address, else the one the answer tells. */
function useOpened(data: Alarms | undefined): string | undefined {
  const { alarm } = useSearch({ from: '/signed-in/alarms' });
  if (alarm !== undefined) return alarm;
  return largestOf(data?.alarms ?? [])?.id;
}

const factsOf = ({ alarms, watchedFigures, alarmSettings }: Alarms) => ({
  alarms,
  series: alarmSettings.series,
  monthlyFalseAlarms: alarmSettings.monthlyFalseAlarms,
  through: watchedFigures[0]?.through ?? null,
});
