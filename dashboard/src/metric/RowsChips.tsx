import type { ReactNode } from 'react';

import { useShop } from '../filters/shop-context.tsx';
import type { MetricPart } from '../gql/graphql.ts';
import { useText } from '../i18n/index.ts';
import { Segment } from '../shell/Segment.tsx';
import classes from './RowsChips.module.css';
import type { RowsSearch } from './rows-search.ts';
import { useSliceNames } from './use-dimensions.ts';

interface RowsChipsProps {
  search: RowsSearch;
  onChange(next: Partial<Record<keyof RowsSearch, undefined>> | RowsSearch): void;
  /** What else chooses these rows. */
  children?: ReactNode;
}

/** Which rows these are: the figure, which part of it, the slice; each part can be changed or taken away. */
export function RowsChips({ search, onChange, children }: RowsChipsProps) {
  const { t, pick } = useText();
  const { definitions } = useShop();
  const definition = search.behind ? definitions.get(search.behind) : undefined;
  const slices = search.slice ?? [];
  const names = useSliceNames(slices);
  const without = (slice: string) => slices.filter((each) => each !== slice);
  return (
    <div className={classes.chips}>
      {definition?.denominator ? (
        <Segment<MetricPart>
          label={t('orders.part')}
          value={search.part ?? 'DENOMINATOR'}
          options={[
            { value: 'DENOMINATOR', text: pick(definition.denominator), title: t('card.denominator') },
            { value: 'NUMERATOR', text: pick(definition.numerator), title: t('card.numerator') },
            ...(definition.kind === 'RATIO'
              ? [{ value: 'REMAINDER' as const, text: t('orders.remainder'), title: t('orders.remainder') }]
              : []),
          ]}
          onChange={(part) => onChange({ part })}
        />
      ) : null}
      {slices.map((slice, at) => (
        <Chip
          key={slice}
          onRemove={() => onChange(without(slice).length > 0 ? { slice: without(slice) } : { slice: undefined })}
        >
          {names[at]}
        </Chip>
      ))}
      {search.broughtBy ? (
        <Chip onRemove={() => onChange({ broughtBy: undefined })}>
          {t('metric.broughtBy', { run: search.broughtBy })}
        </Chip>
      ) : null}
      {definition ? <Chip onRemove={() => onChange(noRows)}>{pick(definition.title)}</Chip> : null}
      {children}
    </div>
  );
}

const noRows = {
  behind: undefined,
  part: undefined,
  slice: undefined,
  rowsFrom: undefined,
  rowsTo: undefined,
  broughtBy: undefined,
};

/** A condition that can be taken away. */
export function Chip({ children, onRemove }: { children: ReactNode; onRemove(): void }) {
  const { t } = useText();
  return (
    <button type="button" className={classes.chip} onClick={onRemove}>
      {children} <span aria-label={t('shell.clear')}>×</span>
    </button>
  );
}
