import { useNavigate } from '@tanstack/react-router';

import { useText } from '../../i18n/index.ts';
import { Segment } from '../../shell/Segment.tsx';
import classes from './index.module.css';
import type { Part } from './search.ts';

/** The three parts of the page; each has an address of its own. */
export function Parts({ part }: { part: Part }) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <div className={classes.parts}>
      <Segment
        label={t('administration.part')}
        value={part}
        options={(['users', 'keys', 'audit'] as const).map((value) => ({
          value,
          text: t(`administration.${value}`),
          title: t(`administration.${value}`),
        }))}
        onChange={(value) =>
          void navigate({ to: '/administration', search: { section: value === 'users' ? undefined : value } })
        }
      />
    </div>
  );
}
