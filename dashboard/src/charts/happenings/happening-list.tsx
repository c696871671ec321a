import { useFormat } from '../../format/index.ts';
import { happeningWhole, kindWords, type Happening } from './happening.ts';
import classes from './happenings.module.css';

/** On paper, where nothing can be pointed at, what the marks stand for is written below the chart. */
export function HappeningList({ happenings }: { happenings: readonly Happening[] }) {
  const format = useFormat();
  if (happenings.length === 0) return null;
  return (
    <ul className={classes.list} data-testid="happening-list">
      {happenings.map((one) => (
        <li key={`${one.kind} ${one.code}`}>
          <b>{format.say(kindWords[one.kind])}</b> {happeningWhole(one, format)}
        </li>
      ))}
    </ul>
  );
}
