import { Button } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import { useText } from '../../i18n/index.ts';
import { rememberTour, steps } from './steps.ts';
import classes from './Tour.module.css';

/** Five stops over the Overview of the demo shop: nothing is blocked, and it is gone for good at a click. */
export default function Tour() {
  const [at, setAt] = useState(0);
  const [over, setOver] = useState(false);
  const { t } = useText();
  const here = useLocation({ select: ({ pathname }) => pathname === '/' });
  const step = here && !over ? steps[at] : undefined;
  useMark(step?.at);
  if (!step) return null;
  const last = at === steps.length - 1;
  const end = () => {
    rememberTour();
    setOver(true);
  };
  return (
    <aside className={classes.tour} aria-label={t('shell.tour.title')} data-testid="tour">
      <p className={classes.of}>{t('shell.tour.of', { n: at + 1, all: steps.length })}</p>
      <p aria-live="polite">{t(`shell.tour.${step.key}`)}</p>
      <div className={classes.ways}>
        <button type="button" onClick={end}>
          {t('shell.tour.skip')}
        </button>
        <Button size="compact-sm" onClick={last ? end : () => setAt(at + 1)}>
          {t(last ? 'shell.tour.done' : 'shell.tour.next')}
        </Button>
      </div>
    </aside>
  );
}

/** The place a stop speaks of is brought into view and outlined. */
function useMark(selector: string | undefined): void {
  useEffect(() => {
    const place = selector === undefined ? null : document.querySelector<HTMLElement>(selector);
    if (!place) return;
    place.dataset['toured'] = 'true';
    place.scrollIntoView({ block: 'nearest' });
    return () => {
      delete place.dataset['toured'];
    };
  }, [selector]);
}
