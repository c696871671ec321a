import classes from './Facts.module.css';

/** A name and its value; a key where two may be alike. */
export type Fact = readonly [label: string, value: string, key?: string];

/** Names and values, one a line. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value, key]) => (
        <div key={key ?? label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
