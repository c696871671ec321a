import { Popover, TextInput } from '@mantine/core';
import { useState } from 'react';

import { useText } from '../../i18n/index.ts';
import { Chip } from '../../shell/bar/Chip.tsx';
import classes from './Picker.module.css';

export interface Option {
  value: string;
  label: string;
  hint?: string;
  /** What it is found by besides its label. */
  words?: string;
}

interface PickerProps {
  /** On the chip that opens it. */
  label: string;
  options: readonly Option[];
  chosen: readonly string[];
  most: number;
  onChange(chosen: string[]): void;
  onSearch?: (text: string) => void;
}

const fits = ({ label, hint, words }: Option, typed: string): boolean =>
  `${label} ${hint ?? ''} ${words ?? ''}`.toLowerCase().includes(typed.trim().toLowerCase());

/** Some of a long list, found by typing; with as many chosen as may be, the next takes the place of the first. */
export function Picker({ label, options, chosen, most, onChange, onSearch }: PickerProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const shown = options.filter((option) => fits(option, typed));
  const toggle = (value: string) => {
    const without = chosen.filter((each) => each !== value);
    onChange(chosen.includes(value) ? without : [...without, value].slice(-most));
    if (most === 1) setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Chip dashed aria-expanded={open} onClick={() => setOpen(!open)}>
          + {label}
        </Chip>
      </Popover.Target>
      <Popover.Dropdown className={classes.drop}>
        <TextInput
          data-autofocus
          size="xs"
          aria-label={label}
          placeholder={t('explore.find')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            onSearch?.(event.currentTarget.value);
          }}
        />
        <ul className={classes.list}>
          {shown.map((option) => (
            <li key={option.value}>
              <button type="button" aria-pressed={chosen.includes(option.value)} onClick={() => toggle(option.value)}>
                {option.label}
                {option.hint ? <small>{option.hint}</small> : null}
              </button>
            </li>
          ))}
        </ul>
        {shown.length === 0 ? <p className={classes.none}>{t('explore.none')}</p> : null}
      </Popover.Dropdown>
    </Popover>
  );
}
