import { Link } from '@tanstack/react-router';

import { useShop, type Definition } from '../filters/shop-context.tsx';
import { useFormat } from '../format/index.ts';
import { useText } from '../i18n/index.ts';
import { drillSearch, useMayDrill } from './Drill.tsx';
import classes from './Revisions.module.css';
import { rowsPage } from './rows-page.ts';
import type { FigureChange } from './types.ts';

/** What had been published of closed months, what it is since, and the load that moved it. */
export function Revisions({ definition, revisions }: { definition: Definition; revisions: readonly FigureChange[] }) {
  const { t, pick } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const measure = { ...definition, currency: shop.currency };
  const listed = useMayDrill() && rowsPage(definition, 'DENOMINATOR') === '/orders';
  return (
    <ul className={classes.list}>
      {revisions.map((change) => (
        <li key={change.id}>
          <span className={classes.month}>{format.dayRange(change.month.from, change.month.to)}</span>
          <b>
            {format.exact(change.before.value, measure)} → {format.exact(change.after.value, measure)}
          </b>
          <small>
            {t('metric.revisedBy', {
              cause: pick(change.causeTitle),
              run: change.runId,
              source: change.source,
              day: format.momentDay(change.changedAt, shop.zone),
            })}
          </small>
          {listed ? (
            <Link
              to="/orders"
              search={{
                ...drillSearch({ metric: definition.id, part: 'DENOMINATOR', period: change.month }),
                broughtBy: change.runId,
              }}
            >
              {t('metric.revisedRows')}
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
