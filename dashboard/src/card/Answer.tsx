import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';

import classes from './Answer.module.css';

interface AnswerProps {
  lead: ReactNode;
  rest?: ReactNode;
  eyebrow?: ReactNode;
  /** It usually takes three lines, not two: as much room is kept for it. */
  tall?: boolean;
}

/** The page's answer: the verdict first, then in grey what explains or limits it. */
export function Answer({ lead, rest, eyebrow, tall }: AnswerProps) {
  return (
    <div className={classes.head} data-tall={tall}>
      {eyebrow ? <p className={classes.eyebrow}>{eyebrow}</p> : null}
      <h1 className={classes.answer} data-testid="answer">
        {lead}
        {rest ? <span> {rest}</span> : null}
      </h1>
    </div>
  );
}

/** The room of an answer that is on its way: nothing below it moves when it comes. */
export function AnswerRoom({ tall }: Pick<AnswerProps, 'tall'>) {
  return (
    <div className={classes.head} data-tall={tall} aria-busy>
      <Skeleton className={classes.room} />
    </div>
  );
}
