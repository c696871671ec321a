import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';

import { Answer } from '../../card/Answer.tsx';
import { CardRow, CardStack } from '../../card/CardRow.tsx';
import { Answered } from '../../card/States.tsx';
import { Method } from '../../estimate/Estimate.tsx';
import { useText } from '../../i18n/index.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { answerInitiatives } from './answer.ts';
import { FormDialog } from './FormDialog.tsx';
import { GroupsCard } from './GroupsCard.tsx';
import { HorizonsCard } from './HorizonsCard.tsx';
import classes from './index.module.css';
import { LedgerCard } from './LedgerCard.tsx';
import { SidesCard } from './SidesCard.tsx';
import { SureCard } from './SureCard.tsx';
import { useLedger, useOpened, type Study } from './use-initiatives.ts';

/** The ledger of programmes: each claim, and whether it came true. */
export default function InitiativesPage() {
  const query = useLedger();
  const { t, lang } = useText();
  const may = useMayDrill();
  const [form, setForm] = useState<'new' | 'edit' | null>(null);
  const opened = useOpened(query.data);
  const answer =
    query.data &&
    answerInitiatives(
      query.data.map(({ verdict, better, initiative: { label } }) => ({ verdict, better, label })),
      lang,
    );
  return (
    <>
      {answer ? <Answer lead={answer.lead} rest={answer.rest} /> : <Skeleton height={66} mt={22} mb={18} />}
      <CardRow>
        <Answered query={query} height={300}>
          {(studies) => <LedgerCard studies={studies} opened={opened} onNew={may ? () => setForm('new') : undefined} />}
        </Answered>
      </CardRow>
      {opened ? <OneStudy study={opened} onEdit={may ? () => setForm('edit') : undefined} /> : null}
      <CardRow>
        <Method
          title={t('initiatives.method')}
          parts={[
            [t('initiatives.methodEffectTerm'), t('initiatives.methodEffect')],
            [t('initiatives.methodControlsTerm'), t('initiatives.methodControls')],
            [t('initiatives.methodIntervalTerm'), t('initiatives.methodInterval')],
            [t('initiatives.methodVerdictTerm'), t('initiatives.methodVerdict')],
            [t('initiatives.methodMoneyTerm'), t('initiatives.methodMoney')],
          ]}
        />
      </CardRow>
      {form ? <FormDialog study={form === 'edit' ? opened : undefined} onClose={() => setForm(null)} /> : null}
    </>
  );
}

function OneStudy({ study, onEdit }: { study: Study; onEdit: (() => void) | undefined }) {
  const { t, pick } = useText();
  return (
    <>
      <div className={classes.head}>
        <p className={classes.sentence}>{pick(study.sentence)}</p>
        {onEdit ? <Button onClick={onEdit}>{t('initiatives.edit')}</Button> : null}
      </div>
      <CardRow shape="wide">
        <SidesCard study={study} />
        <SureCard study={study} />
      </CardRow>
      <CardRow shape="wide">
        <CardStack>
          <HorizonsCard study={study} />
        </CardStack>
        <GroupsCard study={study} />
      </CardRow>
    </>
  );
}
