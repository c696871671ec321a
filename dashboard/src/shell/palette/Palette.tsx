import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';

import { useText } from '../../i18n/index.ts';
import type { Command } from './commands.ts';
import classes from './Palette.module.css';
import { useCommands } from './use-commands.ts';

interface PaletteProps {
  onClose(): void;
  onShortcuts(): void;
}

/** Type, choose with the arrows, Enter: a list box under a text field, in the browser's own dialog. */
export default function Palette({ onClose, onShortcuts }: PaletteProps) {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const commands = useCommands(typed, onShortcuts);
  const active = Math.min(at, commands.length - 1);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // A press on what lies behind the dialog is one on the dialog itself.
    const beside = ({ target }: MouseEvent) => target === shown && shown?.close();
    shown?.addEventListener('click', beside);
    return () => shown?.removeEventListener('click', beside);
  }, []);
  const choose = (command: Command | undefined) => {
    if (!command) return;
    dialog.current?.close();
    command.run();
  };
  const pressed = (event: KeyboardEvent) => {
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: commands.length - 1 }[event.key];
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(commands[active]);
    else if (to === undefined || commands.length === 0) return;
    else setAt((to + commands.length) % commands.length);
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className={classes.palette}
      aria-label={t('views.palette')}
      data-testid="palette"
      onClose={onClose}
    >
      <input
        type="text"
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={commands[active] ? `${list}-${active}` : undefined}
        aria-autocomplete="list"
        aria-label={t('views.palette')}
        placeholder={t('views.palettePlaceholder')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      <Found id={list} commands={commands} active={active} onChoose={choose} onPoint={setAt} />
      <p className={classes.foot}>{t('views.paletteFoot')}</p>
    </dialog>
  );
}

interface FoundProps {
  id: string;
  commands: readonly Command[];
  active: number;
  onChoose(command: Command): void;
  onPoint(at: number): void;
}

function Found({ id, commands, active, onChoose, onPoint }: FoundProps) {
  const { t } = useText();
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    shown.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <>
      <div ref={shown} id={id} role="listbox" aria-label={t('views.palette')} className={classes.list}>
        {commands.map((command, at) => (
          <button
            type="button"
            tabIndex={-1}
            key={command.key}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            data-head={command.group === commands[at - 1]?.group ? undefined : command.group}
            onPointerMove={() => onPoint(at)}
            onClick={() => onChoose(command)}
          >
            <span>{command.label}</span>
            {command.hint ? <small>{command.hint}</small> : null}
          </button>
        ))}
      </div>
      {commands.length === 0 ? (
        <p className={classes.none} role="status">
          {t('views.paletteNone')}
        </p>
      ) : null}
    </>
  );
}
