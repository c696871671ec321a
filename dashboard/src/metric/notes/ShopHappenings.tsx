import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';

import { request } from '../../api/graphql.ts';
import { HappeningsProvider, type Happening } from '../../charts/index.ts';
import { useShop } from '../../filters/shop-context.tsx';
import type { AnnotationsQuery } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { annotationsQuery } from './queries.ts';

type Annotation = AnnotationsQuery['annotations'][number];

/** "user Li Na" is an account; a reader knows the person. */
export const nameOf = (author: string): string => author.replace(/^(user|key) /, '');

/** What happened in the shop, once for every chart of the page; charts do without it until it is there. */
export function ShopHappenings({ children }: { children: ReactNode }) {
  const { shop, firstDay, asOf } = useShop();
  const { pick } = useText();
  const { data } = useQuery({
    queryKey: ['annotations', shop.code, firstDay, asOf],
    queryFn: async ({ signal }): Promise<Annotation[]> =>
      (await request(annotationsQuery, { shop: shop.code, period: { from: firstDay, to: asOf } }, signal)).annotations,
  });
  const happenings = useMemo(
    () =>
      (data ?? []).map(({ kind, code, label, detail, startsOn, endsOn, metric, author }): Happening => ({
        kind,
        code,
        label: pick(label),
        detail: author === null || author === undefined ? (detail ? pick(detail) : null) : nameOf(author),
        from: startsOn,
        to: endsOn ?? null,
        metric: metric ?? null,
      })),
    [data, pick],
  );
  return <HappeningsProvider value={happenings}>{children}</HappeningsProvider>;
}
