import type { ReactNode } from 'react';

import classes from './Answer.module.css';

/** The page's answer: the verdict first, then in grey what explains or limits it. */
export function Answer({ lead, rest, eyebrow }: { lead: ReactNode; rest?: ReactNode; eyebrow?: ReactNode }) {
  return (
    <div className={classes.head}>
      {eyebrow ? <p className={classes.eyebrow}>{eyebrow}</p> : null}
      <h1 className={classes.answer} data-testid="answer">
        {lead}
        {rest ? <span> {rest}</span> : null}
      </h1>
    </div>
  );
}
