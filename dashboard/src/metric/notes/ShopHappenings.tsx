import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type ReactNode } from 'react';

import { request } from '../../api/graphql.ts';
import { HappeningsProvider, VerdictsProvider, type Happening } from '../../charts/index.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import type { AnnotationsQuery, MetricId } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { usePrinting } from '../../paper/use-printing.ts';
import { annotationsQuery, verdictsQuery } from './queries.ts';
import { verdictText } from './verdict.ts';

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
  const [wanted, setWanted] = useState(false);
  const verdicts = useVerdicts(data, wanted);
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
        ...(kind === 'INITIATIVE' ? { verdict: verdicts.get(code) } : {}),
      })),
    [data, pick, verdicts],
  );
  const want = useCallback(() => setWanted(true), []);
  return (
    <VerdictsProvider value={want}>
      <HappeningsProvider value={happenings}>{children}</HappeningsProvider>
    </VerdictsProvider>
  );
}

/** Whether each initiative worked, as a phrase by its code: asked when a mark is looked at, or the page is printed. */
function useVerdicts(marks: readonly Annotation[] | undefined, wanted: boolean): ReadonlyMap<string, string> {
  const { shop, firstDay, asOf, definitions } = useShop();
  const format = useFormat();
  const printing = usePrinting();
  const metrics = useMemo(
    () => [...new Set((marks ?? []).flatMap(({ kind, metric }) => (kind === 'INITIATIVE' && metric ? [metric] : [])))],
    [marks],
  );
  const { data } = useQuery({
    queryKey: ['initiative verdicts', shop.code, firstDay, asOf, metrics],
    enabled: (wanted || printing) && metrics.length > 0,
    queryFn: async ({ signal }) =>
      (
        await request(
          verdictsQuery,
          { shop: shop.code, period: { from: firstDay, to: asOf }, metrics: metrics as MetricId[] },
          signal,
        )
      ).initiativeAnnotations,
  });
  return useMemo(
    () => new Map((data ?? []).map((one) => [one.code, verdictText(one, definitions.get(one.metric), format)])),
    [data, definitions, format],
  );
}
