interface Flow {
  stage: string;
  from: string;
  to: string;
  orders: number;
}

const sum = (flows: readonly Flow[]): number => flows.reduce((total, { orders }) => total + orders, 0);

/**
 * Without flows of fewer than `fewest` orders. The rest of what starts or ends at the same place would tell a single hidden one: there
 * the smallest that is left is hidden too, until every place hides none or at least two, and `fewest` orders together.
 */
export function withoutSmall<Each extends Flow>(flows: readonly Each[], fewest: number): Each[] {
  const hidden = new Set<Flow>(flows.filter(({ orders }) => orders < fewest));
  const places = [
    ...Map.groupBy(flows, ({ stage, from }) => `${stage} from ${from}`).values(),
    ...Map.groupBy(flows, ({ stage, to }) => `${stage} to ${to}`).values(),
  ];
  const told = (place: readonly Flow[]): Flow | undefined => {
    const gone = place.filter((flow) => hidden.has(flow));
    if (gone.length === 0 || (gone.length > 1 && sum(gone) >= fewest)) return undefined;
    return place.filter((flow) => !hidden.has(flow)).toSorted((a, b) => a.orders - b.orders)[0];
  };
  for (let next = places.map(told).find(Boolean); next; next = places.map(told).find(Boolean)) hidden.add(next);
  return flows.filter((flow) => !hidden.has(flow));
}
