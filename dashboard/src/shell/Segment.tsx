import type { ReactNode } from 'react';

import classes from './Segment.module.css';

interface SegmentProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; text: ReactNode; title: string }[];
  onChange(value: Value): void;
}

export function Segment<Value extends string>({ label, value, options, onChange }: SegmentProps<Value>) {
  return (
    <div className={classes.segment} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          title={option.title}
          aria-label={option.title}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.text}
        </button>
      ))}
    </div>
  );
}
