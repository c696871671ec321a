import type { ReactNode } from 'react';

import { Card } from '../card/Card.tsx';
import { useFormat } from '../format/index.ts';
import type { EstimatedFragment } from '../gql/graphql.ts';
import { graphql } from '../gql/index.ts';
import classes from './Estimate.module.css';

/** An amount that is estimated: `...Estimated`. */
graphql(`
  fragment Estimated on EstimatedMoney {
    amount {
      amount
      currency
    }
    low {
      amount
      currency
    }
    high {
      amount
      currency
    }
  }
`);

/** An amount, and below it the range it may lie in. */
export function Estimate({ value }: { value: EstimatedFragment | null | undefined }) {
  const format = useFormat();
  if (!value) return <>{format.noValue()}</>;
  return (
    <span className={classes.estimate}>
      {format.money(value.amount)}
      <small>
        {format.money(value.low)} – {format.money(value.high)}
      </small>
    </span>
  );
}

/** How a finding is reckoned, on one screen: what is counted, out of what, how sure, and whose formula it is. */
export function Method({
  title,
  parts,
}: {
  title: string;
  parts: readonly (readonly [term: string, text: ReactNode])[];
}) {
  return (
    <Card title={title}>
      <div className={classes.method}>
        {parts.map(([term, text]) => (
          <p key={term}>
            <b>{term}</b> {text}
          </p>
        ))}
      </div>
    </Card>
  );
}
