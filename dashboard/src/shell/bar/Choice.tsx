import { Popover } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { Chevron } from './Chevron.tsx';
import { Chip } from './Chip.tsx';
import classes from './Choice.module.css';

interface ChoiceProps<Value extends string> {
  lead?: string;
  /** As text with a small arrow, where a chip would be too loud. */
  plain?: boolean;
  label: string;
  text: ReactNode;
  value: Value;
  options: readonly { value: Value; text: string }[];
  onChange(value: Value): void;
}

/** A chip that opens a short list of which exactly one holds. */
export function Choice<Value extends string>({
  lead,
  plain,
  label,
  text,
  value,
  options,
  onChange,
}: ChoiceProps<Value>) {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        {plain ? (
          <button
            type="button"
            className={classes.plain}
            aria-label={label}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {text} <Chevron />
          </button>
        ) : (
          <Chip lead={lead} aria-label={label} aria-expanded={open} onClick={() => setOpen(!open)}>
            {text}
          </Chip>
        )}
      </Popover.Target>
      <Popover.Dropdown className={classes.drop}>
        <ul>
          {options.map((option) => (
            <li key={option.value}>
              <button
                type="button"
                aria-pressed={option.value === value}
                onClick={() => {
                  onChange(option.value);
                  setOpen(false);
                }}
              >
                {option.text}
              </button>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
