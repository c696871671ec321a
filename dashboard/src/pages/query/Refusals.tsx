import { Pill } from '../../card/Pill.tsx';
import { useText } from '../../i18n/index.ts';
import type { ReplyError } from './ask.ts';
import classes from './Workbench.module.css';

/** Why there is no answer, or not all of one: the server's own sentence in the reader's language, and where it looks. */
export function Refusals({ errors }: { errors: readonly ReplyError[] }) {
  const { t, pick } = useText();
  return (
    <ul className={classes.refusals} role="alert" data-testid="refusals">
      {errors.map(({ message, extensions, locations, path }) => (
        <li key={`${message} ${path?.join('.') ?? ''}`}>
          <Pill tone="bad">{extensions?.code ?? t('query.refused')}</Pill>
          <span>{extensions?.text ? pick(extensions.text) : message}</span>
          {locations?.[0] ? <small>{t('query.at', locations[0])}</small> : null}
          {path ? <small>{path.join(' › ')}</small> : null}
        </li>
      ))}
    </ul>
  );
}
