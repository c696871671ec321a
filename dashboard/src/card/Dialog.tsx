import { useEffect, useRef, type ReactNode } from 'react';

import classes from './Dialog.module.css';

interface DialogProps {
  title: ReactNode;
  /** What it means to say yes. */
  why?: ReactNode;
  onClose(): void;
  children: ReactNode;
}

/** A question that must be answered before anything else: the browser's own dialog, which keeps the keyboard inside and closes on Escape. */
export function Dialog({ title, why, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className={classes.dialog} onClose={onClose} aria-labelledby="dialog-title">
      <h2 id="dialog-title">{title}</h2>
      {why ? <p>{why}</p> : null}
      {children}
    </dialog>
  );
}

/** What is pressed to answer, at the end of a dialog. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}
