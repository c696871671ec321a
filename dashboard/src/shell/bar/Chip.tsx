import type { ComponentPropsWithRef, ReactNode } from 'react';

import { Rail, type RailKind } from '../../card/Rail.tsx';
import classes from './Chip.module.css';

interface ChipProps extends ComponentPropsWithRef<'button'> {
  rail?: RailKind;
  /** Grey word before the value: "vs", "Grain". */
  lead?: string;
  dashed?: boolean;
  children: ReactNode;
}

export function Chip({ rail, lead, dashed, children, className, ...button }: ChipProps) {
  return (
    <button
      type="button"
      {...button}
      className={`${classes.chip} ${className ?? ''}`}
      data-dashed={dashed ? true : undefined}
    >
      {rail ? <Rail kind={rail} /> : null}
      {lead ? <em>{lead}</em> : null}
      {children}
    </button>
  );
}
