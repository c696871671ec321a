import type { ReactNode } from 'react';

import { Mark } from '../shell/Mark.tsx';
import { Preferences } from '../shell/Preferences.tsx';
import classes from './Panel.module.css';

/** The page of whoever is not in: what is the matter, and the one thing to do about it. */
export function Panel({ title, why, children }: { title: string; why: string; children: ReactNode }) {
  return (
    <main className={classes.screen}>
      <div className={classes.panel}>
        <div className={classes.brand}>
          <Mark />
          Rapport
        </div>
        <h1 className={classes.title}>
          {title}
          <span>{why}</span>
        </h1>
        {children}
        <div className={classes.foot}>
          <Preferences signedIn={false} />
        </div>
      </div>
    </main>
  );
}
