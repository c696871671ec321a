import { Popover } from '@mantine/core';
import { Suspense, useState } from 'react';

import { Failure } from '../../card/States.tsx';
import { lazyPart, useText } from '../../i18n/index.ts';
import { Chip } from '../bar/Chip.tsx';
import type { SavedView } from './queries.ts';
import { useOpenView, useViews } from './use-views.ts';
import classes from './ViewsMenu.module.css';

const SaveViewDialog = lazyPart(() => import('./SaveViewDialog.tsx'));

/** Pages with their whole address under a name: one's own, those shared with one's role, and this one to be kept. */
export function ViewsMenu({ className }: { className?: string }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const [form, setForm] = useState<{ of: SavedView | undefined }>();
  return (
    <>
      <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
        <Popover.Target>
          <Chip className={className} aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('views.views')}
          </Chip>
        </Popover.Target>
        <Popover.Dropdown className={classes.drop} data-testid="views">
          <ViewList
            onDone={() => setOpen(false)}
            onForm={(of) => {
              setOpen(false);
              setForm({ of });
            }}
          />
        </Popover.Dropdown>
      </Popover>
      {form ? (
        <Suspense>
          <SaveViewDialog of={form.of} onClose={() => setForm(undefined)} />
        </Suspense>
      ) : null}
    </>
  );
}

function ViewList({ onDone, onForm }: { onDone(): void; onForm(of: SavedView | undefined): void }) {
  const { t } = useText();
  const views = useViews(true);
  const all = views.data ?? [];
  return (
    <>
      <button type="button" className={classes.save} data-autofocus onClick={() => onForm(undefined)}>
        + {t('views.saveThis')}
      </button>
      {views.error && views.data === undefined ? (
        <Failure error={views.error} onRetry={() => void views.refetch()} />
      ) : null}
      <Group title={t('views.own')} views={all.filter(({ mine }) => mine)} onDone={onDone} onForm={onForm} />
      <Group title={t('views.shared')} views={all.filter(({ mine }) => !mine)} onDone={onDone} onForm={onForm} />
      {views.data && all.length === 0 ? <p className={classes.none}>{t('views.none')}</p> : null}
    </>
  );
}

interface GroupProps {
  title: string;
  views: readonly SavedView[];
  onDone(): void;
  onForm(of: SavedView): void;
}

function Group({ title, views, onDone, onForm }: GroupProps) {
  const { t } = useText();
  const open = useOpenView();
  if (views.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <button
              type="button"
              onClick={() => {
                onDone();
                open(view);
              }}
            >
              {view.name}
              <small>{view.mine ? view.path : view.owner}</small>
            </button>
            <button
              type="button"
              className={classes.edit}
              aria-label={t('views.editOf', { name: view.name })}
              onClick={() => onForm(view)}
            >
              ⋯
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
