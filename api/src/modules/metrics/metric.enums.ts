import { registerEnumType } from 'type-graphql';
import { catalogue, facts } from '@rapport/model/metrics';
import { describedEnum } from '../../platform/graphql/enum.ts';

/** The ids come from the declarations, so that a declared metric is at once a value of the schema. */
export const MetricId = Object.fromEntries(catalogue.map(({ id }) => [id, id]));
registerEnumType(MetricId, {
  name: 'MetricId',
  description: 'A metric of the catalogue; `metricCatalog` tells what each means.',
  valuesConfig: Object.fromEntries(
    catalogue.map(({ id, title, description }) => [id, { description: `${title.en}. ${description.en}` }]),
  ),
});

export const MetricArea = describedEnum('MetricArea', 'The question a metric belongs to.', {
  DEMAND: 'How much is bought.',
  PROMISE: 'Whether deliveries come when promised.',
  VOICE: 'What customers say.',
  LOYALTY: 'Whether customers come back.',
  SHOPPING: 'How the sale comes about: visits, search, advice, payment.',
  SERVICE: 'How fast and how well customers are answered.',
  COMPLAINTS: 'What goes wrong, and whether it is put right.',
  RETURNS: 'Returns, refunds and compensation.',
  REPUTATION: 'What is said in public, and whether customers recommend the shop.',
  PRODUCTS: 'Goods and merchants: true, safe, as described.',
  COST: 'What service costs.',
});
export const MetricKind = describedEnum('MetricKind', 'How a metric is computed.', {
  COUNT: 'Rows counted.',
  SUM: 'An amount added up.',
  MEAN: 'An amount divided by the rows that carry it.',
  RATIO: 'Rows with a property out of the rows that could have it; never above 1.',
  RATE: 'Events for each row that could bring them; a row may bring several.',
  INDEX: 'The share of promoters minus that of detractors, −100 to 100.',
  STOCK: 'A level at the end of each bucket: everything gained and lost until then.',
  ACROSS: 'What one kind of rows counts over what another does, each by its own day.',
  CUSTOMER_SHARE: 'Customers with such a row out of all customers with a row that could be one.',
  PER_CUSTOMER: 'An amount divided by the customers behind it.',
  DISTINCT: 'Customers, each counted once.',
  REPEAT: 'Customers who came back within the period, out of all in it.',
  REPURCHASE: 'Customers who came back within so many days of their first order, out of those whose days have passed.',
  RETENTION: 'Of first-time customers, those who bought in a later calendar month.',
  DEPTH: 'Of first-time customers, those with so many orders by now.',
  SURVIVAL: 'Share of first-time customers back by a day, those still under observation kept (Kaplan–Meier).',
  PERCENTILE: 'The value that so many percent of the rows stay below.',
});
/** Called as everywhere in the schema: `productViews` is PRODUCT_VIEWS. */
const upperSnake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
export const RowKind = Object.fromEntries(facts.map(({ name }) => [upperSnake(name), name]));
registerEnumType(RowKind, {
  name: 'RowKind',
  description: 'What figures count, one by one.',
  valuesConfig: Object.fromEntries(
    facts.map(({ name, rows }) => [
      upperSnake(name),
      { description: `${rows.en[0]?.toUpperCase() ?? ''}${rows.en.slice(1)}.` },
    ]),
  ),
});
export const MetricUnit = describedEnum('MetricUnit', 'What a value is measured in.', {
  COUNT: 'Whole things.',
  MONEY: 'Major units of one currency.',
  PERCENT: 'A share from 0 to 1, shown as a percentage.',
  PER_10K: 'So many in ten thousand.',
  DAYS: 'Days.',
  HOURS: 'Hours.',
  MINUTES: 'Minutes.',
  SECONDS: 'Seconds.',
  SCORE: 'A mean score; the description says of which scale (stars: 1 to 5).',
  INDEX: 'Points from −100 to 100.',
});
export const Polarity = describedEnum('Polarity', 'Which direction is good.', {
  HIGHER_IS_BETTER: 'More is better.',
  LOWER_IS_BETTER: 'Less is better.',
  NEUTRAL: 'Neither direction is good in itself.',
});
export const Clock = describedEnum('Clock', 'The day by which a row falls into a period.', {
  ORDER_DATED: 'The day of the order.',
  DUE_DATED: 'The day something was promised for; `datedBy` says what.',
  EVENT_DATED: 'The day of what happened; `datedBy` says of what.',
  FIRST_ORDER_DATED: 'The day of the customer’s first valid order.',
});
export const Grain = describedEnum('Grain', 'How a period is cut into points.', {
  TOTAL: 'One point for the whole period.',
  DAY: 'One point a day.',
  WEEK: 'ISO weeks, Monday first.',
  MONTH: 'Calendar months.',
  QUARTER: 'Calendar quarters.',
  YEAR: 'Calendar years.',
});
export const Comparison = describedEnum('Comparison', 'With what a point is compared.', {
  PREVIOUS_PERIOD: 'As many whole calendar months just before where the period is whole months, else as many days.',
  SAME_PERIOD_LAST_YEAR:
    'The same calendar months a year earlier where the period is whole months; days, weeks and other periods 364 days earlier, so that a Monday meets a Monday.',
  SAME_WEEKDAYS_LAST_YEAR:
    'The days 364 days earlier, 52 whole weeks, whatever the period: as many Mondays on both sides.',
  SAME_DAYS_OF_EVENT:
    'The same days counted from an event of an earlier year: 11.11 meets 11.11, the third day before the Spring Festival meets the third day before the earlier one. The events are named in `events`.',
  GIVEN_PERIOD:
    'The earlier days named in `against`: as many days, laid over each other by their place, or as many whole calendar months.',
});
export const TargetStatus = describedEnum('TargetStatus', 'How a value stands to its target.', {
  MET: 'The target is met.',
  MISSED: 'The target is missed.',
  TOO_FEW: 'Too few rows to say.',
  NO_TARGET: 'No target is set.',
});
export const Verdict = describedEnum('Verdict', 'What a change means.', {
  BETTER: 'A significant change in the good direction.',
  WORSE: 'A significant change in the bad direction.',
  NEUTRAL: 'A significant change of a metric without a good direction.',
  NOISE: 'Within what chance alone explains.',
  UNKNOWN:
    'No verdict: a side has no value or no range, the point is still young, today cuts only one side, or it is a change of levels.',
});
export const MetricPart = describedEnum('MetricPart', 'Which rows behind a figure.', {
  NUMERATOR: 'Those counted above the line; of a percentile, the same as the denominator’s.',
  DENOMINATOR: 'All that were looked at.',
  REMAINDER: 'Those looked at and not counted above the line; only for shares.',
});
