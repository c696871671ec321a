import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { Card } from '../../card/Card.tsx';
import { addDays } from '../../filters/days.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useComparableEvents } from '../../filters/use-comparable-events.ts';
import { directionGlyph, useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { figureData } from '../../metric/figure-data.ts';
import { changeTone, hasChange } from '../../metric/status.ts';
import { seriesOf, type MetricAnswer } from '../../metric/types.ts';
import { lastMonth, lastSale, questions, type Question } from './questions.ts';
import classes from './QuestionsCard.module.css';

/** What is asked every morning: each question one click from the card that answers it, with its figure where one says it. */
export function QuestionsCard({ answer }: { answer: MetricAnswer | undefined }) {
  const { t } = useText();
  const may = useMayDrill();
  const columns = (Object.keys(questions) as (keyof typeof questions)[]).map((name) => ({
    name,
    asked: questions[name].filter((each) => may || !('rows' in each)),
  }));
  return (
    <Card id="questions" title={t('overview.questions')} sub={t('overview.questionsSub')}>
      <div className={classes.columns}>
        <ChangeQuestions />
        {columns.map(({ name, asked }) => (
          <ul key={name} aria-label={t(`overview.column_${name}`)}>
            {asked.map((each) => (
              <Line key={each.key} figure={'metric' in each ? <Figure metric={each.metric} answer={answer} /> : null}>
                <Link to={each.to} {...('hash' in each ? { hash: each.hash } : {})} data-question={each.key}>
                  {t(`overview.ask_${each.key}` satisfies `overview.ask_${Question['key']}`)}
                </Link>
              </Line>
            ))}
          </ul>
        ))}
      </div>
    </Card>
  );
}

/** Those that this page answers itself, over other days or against others. */
function ChangeQuestions() {
  const { t, pick } = useText();
  const { complete, asOf, firstDay, shop } = useShop();
  const events = useComparableEvents({ from: addDays(asOf, -364), to: asOf }, shop.code);
  const sale = lastSale(events.data ?? [], firstDay, asOf);
  return (
    <ul aria-label={t('overview.column_changed')}>
      <Line>
        <Link to="/" search={lastMonth(complete)} hash="changes" data-question="month">
          {t('overview.ask_month')}
        </Link>
      </Line>
      <Line>
        <Link
          to="/"
          search={{ from: undefined, to: undefined, compare: ['weekdays'] }}
          hash="changes"
          data-question="year"
        >
          {t('overview.ask_year')}
        </Link>
      </Line>
      {sale ? (
        <Line>
          <Link to="/" search={sale.search} hash="changes" data-question="sale">
            {t('overview.ask_sale', {
              event: pick(sale.event.label),
              year: sale.event.day.slice(0, 4),
              before: sale.event.earlierDay.slice(0, 4),
            })}
          </Link>
        </Line>
      ) : null}
    </ul>
  );
}

function Line({ figure, children }: { figure?: ReactNode; children: ReactNode }) {
  return (
    <li className={classes.line}>
      {children}
      {figure}
    </li>
  );
}

function Figure({ metric, answer }: { metric: string; answer: MetricAnswer | undefined }) {
  const format = useFormat();
  const series = answer ? seriesOf(answer, metric) : undefined;
  const point = series?.points[0];
  if (!series || !point || point.suppressed) return null;
  const head = series.metric;
  const change = point.comparisons.find((comparison) => hasChange(head, comparison));
  return (
    <span className={classes.figure}>
      {change?.significant ? (
        <i
          data-tone={changeTone(change)}
          title={`${format.dayRange(change.period.from, change.period.to)}: ${format.value(change.value, head)} · ${format.delta(change, head)}`}
        >
          {directionGlyph(change.change, change.significant)}
        </i>
      ) : null}
      <b {...figureData(head, point)}>{format.value(point.value, head)}</b>
    </span>
  );
}
