import { Link } from '@tanstack/react-router';

import { Answered } from '../../card/States.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useShop, type Definition } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import classes from '../MetricDrawer.module.css';
import type { DimensionValue, Period } from '../types.ts';
import { useVersions } from './query.ts';
import { differenceText } from './told.ts';

interface VersionsToldProps {
  definition: Definition;
  /** The figure's own days; without a figure the page's. */
  period: Period | undefined;
  slice: readonly DimensionValue[];
  /** Not all outcomes of these days are in: part of the difference is that. */
  young: boolean;
}

/** What the definition before would make of the same days; nothing where there was none. */
export function VersionsTold({ definition, period, slice, young }: VersionsToldProps) {
  const filters = useFilters();
  const { t } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const query = useVersions({
    metric: definition.id,
    version: definition.version,
    period: period ?? filters.period,
    slice,
  });
  if (definition.version < 2) return null;
  const measure = { ...definition, currency: shop.currency };
  return (
    <>
      <h3>{t('metric.versions', { before: definition.version - 1, after: definition.version })}</h3>
      <Answered query={query} height={56}>
        {(answer) => (
          <p className={classes.served} data-testid="versions-told">
            {answer.points[0] ? differenceText(answer.points[0], answer, measure, format) : t('card.empty')}{' '}
            {young ? t('metric.versionsYoung') : ''}
          </p>
        )}
      </Answered>
      <Link to="/guide" search={{ metric: definition.id }} className={classes.way}>
        {t('metric.versionsOver')}
      </Link>
    </>
  );
}
