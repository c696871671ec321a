import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { request } from '../../api/graphql.ts';
import { cutKey } from '../../filters/cuts.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { Dimension } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { useDimensions } from '../../metric/use-dimensions.ts';
import { Chip } from '../../shell/bar/Chip.tsx';
import { Picker } from './Picker.tsx';
import { valuesQuery } from './queries.ts';

const MOST_VALUES = 50;

/** First the dimension, then its values; they are cuts as a click on marks makes them, and hold on every page. */
export function FilterAdder({ offered }: { offered: readonly Dimension[] }) {
  const { t, pick } = useText();
  const dimensions = useDimensions();
  const [dimension, setDimension] = useState<Dimension>();
  const titleOf = (each: Dimension): string => {
    const title = dimensions.get(each)?.title;
    return title ? pick(title) : each;
  };
  if (dimension)
    return (
      <>
        <Values key={dimension} dimension={dimension} label={titleOf(dimension)} />
        <Chip dashed onClick={() => setDimension(undefined)}>
          {t('explore.otherFilter')}
        </Chip>
      </>
    );
  return (
    <Picker
      label={t('explore.filter')}
      options={offered.map((each) => ({ value: each, label: titleOf(each) }))}
      chosen={[]}
      most={1}
      onChange={([each]) => setDimension(each as Dimension | undefined)}
    />
  );
}

function Values({ dimension, label }: { dimension: Dimension; label: string }) {
  const { shop, cuts, regions, set } = useFilters();
  const { pick } = useText();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const values = useQuery({
    queryKey: ['filter-values', shop, dimension, search],
    queryFn: async ({ signal }) =>
      (await request(valuesQuery, { dimension, shop, search: search === '' ? null : search }, signal)).dimensionValues,
    placeholderData: keepPreviousData,
  });
  const others = cuts.filter((cut) => cut.dimension !== dimension);
  const chosen = dimension === 'REGION' ? regions : (cuts.find((cut) => cut.dimension === dimension)?.values ?? []);
  const choose = (next: string[]) => {
    const cut = [...others, { dimension, values: next }].flatMap((each) =>
      each.values.map((value) => cutKey(each.dimension, value)),
    );
    if (dimension === 'REGION') set({ region: next.length > 0 ? next : undefined });
    else set({ cut: cut.length > 0 ? cut : undefined });
  };
  return (
    <Picker
      label={label}
      options={(values.data ?? []).map(({ value, label: name }) => ({ value, label: pick(name), words: value }))}
      chosen={chosen}
      most={MOST_VALUES}
      onChange={choose}
      onSearch={setTyped}
    />
  );
}
