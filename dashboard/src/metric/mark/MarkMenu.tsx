import { Popover } from '@mantine/core';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';

import { useText } from '../../i18n/index.ts';
import { useSliceNames } from '../use-dimensions.ts';
import { MarkContext, type MarkChoice } from './mark-context.ts';
import classes from './MarkMenu.module.css';

interface Place {
  x: number;
  y: number;
}

/** Where the reader last pointed, or the mark on which they pressed Enter. */
function useLastPlace() {
  const place = useRef<Place>({ x: 0, y: 0 });
  useEffect(() => {
    const pointed = ({ clientX: x, clientY: y }: PointerEvent) => {
      place.current = { x, y };
    };
    const pressed = ({ target }: KeyboardEvent) => {
      if (!(target instanceof Element)) return;
      const { left, width, bottom } = target.getBoundingClientRect();
      place.current = { x: left + Math.min(width / 2, 160), y: bottom };
    };
    window.addEventListener('pointerdown', pointed, true);
    window.addEventListener('keydown', pressed, true);
    return () => {
      window.removeEventListener('pointerdown', pointed, true);
      window.removeEventListener('keydown', pressed, true);
    };
  }, []);
  return place;
}

/** One menu for every mark of the page: keep only this, or see its rows. */
export function MarkMenuProvider({ children }: { children: ReactNode }) {
  const last = useLastPlace();
  const [shown, setShown] = useState<{ choice: MarkChoice; place: Place } | null>(null);
  const offer = useCallback((choice: MarkChoice) => setShown({ choice, place: { ...last.current } }), [last]);
  const close = () => setShown(null);
  return (
    <MarkContext.Provider value={offer}>
      {children}
      {shown ? (
        <Popover opened onChange={close} position="bottom-start" offset={6} trapFocus returnFocus>
          <Popover.Target>
            <span className={classes.place} style={{ left: shown.place.x, top: shown.place.y }} />
          </Popover.Target>
          <Popover.Dropdown className={classes.drop} data-testid="mark-menu">
            <Choices choice={shown.choice} onDone={close} />
          </Popover.Dropdown>
        </Popover>
      ) : null}
    </MarkContext.Provider>
  );
}

function Choices({ choice, onDone }: { choice: MarkChoice; onDone(): void }) {
  const { t } = useText();
  const names = useSliceNames(choice.slices);
  const then = (work: () => void) => () => {
    onDone();
    work();
  };
  return (
    <>
      <strong>{names.join(t('shell.comma'))}</strong>
      <button type="button" data-autofocus onClick={then(choice.onCut)}>
        {t(choice.chosen ? 'views.uncut' : 'views.cut')}
      </button>
      <button type="button" onClick={then(choice.onRows)}>
        {t('metric.seeRecords')}
      </button>
    </>
  );
}
