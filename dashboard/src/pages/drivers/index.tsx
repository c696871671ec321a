import { useNavigate, useSearch } from '@tanstack/react-router';

import { Answer } from '../../card/Answer.tsx';
import { AnswerComing } from '../../card/AnswerComing.tsx';
import { Card } from '../../card/Card.tsx';
import { CardRow, CardStack } from '../../card/CardRow.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Method } from '../../estimate/Estimate.tsx';
import { useText } from '../../i18n/index.ts';
import { Segment } from '../../shell/Segment.tsx';
import { FactorCard } from './FactorCard.tsx';
import classes from './index.module.css';
import { outcomeChoices, type DriversSearch, type OutcomeChoice } from './search.ts';
import { useDrivers, type Found } from './use-drivers.ts';
import { WeightsCard } from './WeightsCard.tsx';

export default function DriversPage() {
  const { result: outcome = 'LOW_SCORE', factor }: DriversSearch = useSearch({ strict: false });
  const query = useDrivers(outcome);
  const change = useDriversChange();
  const { t, pick } = useText();
  const found = query.data;
  return (
    <>
      {found ? (
        <Answer lead={pick(found.headline)} rest={found.refusal ? undefined : t('drivers.association')} />
      ) : (
        <AnswerComing work="drivers" query={query} />
      )}
      <div className={classes.choice}>
        <Segment<OutcomeChoice>
          label={t('drivers.outcome')}
          value={outcome}
          options={outcomeChoices.map((value) => ({
            value,
            text: t(`drivers.outcome${value}`),
            title: t(`drivers.outcome${value}Title`),
          }))}
          onChange={(value) => change({ result: value, factor: undefined })}
        />
      </div>
      <CardRow shape="equal">
        <WeightsCard query={query} chosen={factor} onFactor={(next) => change({ factor: next })} />
        <CardStack>
          <FactorCard query={query} factor={factor} />
          {found && found.leftOut.length > 0 ? <LeftOutCard found={found} /> : null}
          <Method
            title={t('drivers.method')}
            parts={[
              [t('drivers.methodCountedTerm'), t(`drivers.methodCounted${outcome}`)],
              [t('drivers.methodModelTerm'), t('drivers.methodModel')],
              [t('drivers.methodWeightTerm'), t('drivers.methodWeight')],
              [t('drivers.methodIntervalTerm'), t('drivers.methodInterval')],
              [t('drivers.methodUnknownTerm'), t('drivers.methodUnknown')],
              [t('drivers.methodCauseTerm'), t('drivers.methodCause')],
            ]}
          />
        </CardStack>
      </CardRow>
    </>
  );
}

function useDriversChange(): (change: DriversSearch) => void {
  const navigate = useNavigate();
  return (change) =>
    void navigate({ to: '.', search: (now: DriversSearch) => ({ ...now, ...change }), resetScroll: false });
}

function LeftOutCard({ found }: { found: Found }) {
  const { t, pick } = useText();
  return (
    <Card title={t('drivers.leftOut')} sub={t('drivers.leftOutSub')}>
      <Rows
        columns={[{ label: t('drivers.factor') }, { label: t('drivers.why') }]}
        rows={found.leftOut.map(({ factor, label, reason }) => ({ key: factor, cells: [pick(label), pick(reason)] }))}
      />
    </Card>
  );
}
