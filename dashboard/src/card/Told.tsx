import { isForbidden } from '../api/graphql.ts';
import type { UserError } from '../api/use-operation.ts';
import { useText } from '../i18n/index.ts';
import classes from './Told.module.css';

interface TellingProps {
  operation: { refused: readonly UserError[]; failure: unknown };
}

/** Why something was not done: an expected refusal in its own words, else what failed. Nothing where nothing is wrong. */
export function Told({ operation: { refused, failure } }: TellingProps) {
  const { t, pick } = useText();
  if (refused.length === 0 && !failure) return null;
  return (
    <div className={classes.told} role="alert" data-testid="refusal">
      {refused.map((error) => (
        <p key={`${error.code} ${error.field ?? ''}`}>{pick(error.text)}</p>
      ))}
      {failure ? <p>{t(isForbidden(failure) ? 'card.forbidden' : 'card.notDone')}</p> : null}
      {failure instanceof Error && !isForbidden(failure) ? <small>{failure.message}</small> : null}
    </div>
  );
}
