import type { ReactNode, RefObject } from 'react';
import classes from './svg.module.css';

interface ChartFigureProps {
  /** The chart in one or two sentences, for those who do not see it. */
  summary: string;
  frame?: RefObject<HTMLElement | null>;
  className?: string;
  children: ReactNode;
}

/** Every chart stands in one of these: a figure that says in words what it shows. */
export function ChartFigure({ summary, frame, className, children }: ChartFigureProps) {
  return (
    <figure
      ref={frame}
      className={className ? `${classes.figure} ${className}` : classes.figure}
      role="group"
      aria-label={summary}
    >
      {children}
    </figure>
  );
}
