import type { UseQueryResult } from '@tanstack/react-query';

import { AnswerComing } from '../../card/AnswerComing.tsx';
import { Card } from '../../card/Card.tsx';
import { Pill } from '../../card/Pill.tsx';
import { Answered } from '../../card/States.tsx';
import { useText } from '../../i18n/index.ts';
import classes from './index.module.css';
import { PartRow } from './PartRow.tsx';
import { usePartsTable } from './table.ts';
import type { EvidenceAnswer } from './use-evidence.ts';
import { toneOf } from './verdict-tone.ts';

/** One claim: what is said, what this shop's data say, and the figures and method behind it. */
export function QuestionCard({ id, query }: { id: string; query: UseQueryResult<EvidenceAnswer | null> }) {
  const { t, pick } = useText();
  const answer = query.data;
  const table = usePartsTable(answer?.parts ?? []);
  return (
    <Card
      id={id}
      title={
        <span className={classes.title}>
          <span>{id}</span> {answer ? pick(answer.claim) : t(`evidence.questions.${id as 'Q1'}`)}{' '}
          {answer ? <Pill tone={toneOf[answer.verdict]}>{t(`evidence.verdicts.${answer.verdict}`)}</Pill> : null}
        </span>
      }
      table={answer ? table : undefined}
      file={`evidence-${id}`}
    >
      <Answered query={query} height={150} room={<AnswerComing work="evidence" query={query} height={150} />}>
        {(found) =>
          found ? (
            <>
              <p className={classes.sentence}>{pick(found.sentence)}</p>
              <ul className={classes.parts}>
                {found.parts.map((part) => (
                  <PartRow key={`${part.title.en} ${part.initiative ?? ''}`} part={part} />
                ))}
              </ul>
              <details className={classes.method}>
                <summary>{t('evidence.method')}</summary>
                <p>{pick(found.method)}</p>
              </details>
            </>
          ) : (
            <p className={classes.sentence}>{t('evidence.nothing')}</p>
          )
        }
      </Answered>
    </Card>
  );
}
