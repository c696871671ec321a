import { cases, mentions, reviews } from '../../metrics/facts.ts';
import type { Fact } from '../../metrics/facts.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import { raw, sql, type Sql } from '../../metrics/sql.ts';
import type { Dimension, LocalizedText } from '../../vocabulary/index.ts';
import { damage } from './damage.ts';

/** Something that is counted day by day, and by which slices it is watched. */
export interface Watch {
  id: string;
  title: LocalizedText;
  fact: Fact;
  /** One of the fact's clocks: the day an event happened or was told. */
  clock: string;
  where: Sql;
  /** The metric a reader may go on with, and the filter that makes it this. */
  metric: MetricId;
  filter: { dimension: Dimension; value: string } | null;
  /** Each is watched by itself, beside the whole. */
  slices: readonly (readonly Dimension[])[];
  /** What the excess is searched in, these and those watched. */
  causes: readonly (readonly Dimension[])[];
  /** The column of the day of the order it is about: what is expected follows the orders. Null: it follows none. */
  ordered: Sql | null;
  /** What its rows say in words, or is said of them; null: nothing. */
  texts: 'CASE' | 'REVIEW' | 'MENTION' | null;
  /** The topic of what is said of them, and of the watch that counts it: both tell of the same things, and what is told first stands. */
  topic?: string;
}

const ON_THE_WAY = [['CARRIER'], ['REGION'], ['CARRIER', 'REGION']] as const;
const OF_GOODS = [['CATEGORY'], ['MERCHANT']] as const;
const OF_CASES = [...ON_THE_WAY, ['CATEGORY'], ['CHANNEL'], ['MERCHANT'], ['CATEGORY', 'REGION']] as const;

const topicWatch = (topic: string, title: LocalizedText, slices: Watch['slices']): Watch => ({
  id: topic,
  topic,
  title,
  fact: cases,
  clock: 'opened',
  where: sql`j.topic = ${raw(`'${topic}'`)}`,
  metric: 'SERVICE_CASES',
  filter: { dimension: 'TOPIC', value: topic },
  slices,
  causes: OF_CASES,
  ordered: sql`j.ordered_on`,
  texts: 'CASE',
});

/** Everything that is watched. What is not loaded has no rows, and what has no rows raises no alarm. */
export const watches: readonly Watch[] = [
  {
    id: 'complaints',
    title: { en: 'Complaints', zh: '投诉' },
    fact: cases,
    clock: 'opened',
    where: sql`j.complaint`,
    metric: 'COMPLAINTS',
    filter: null,
    slices: [['CARRIER'], ['REGION'], ['CHANNEL']],
    causes: [...OF_CASES, ['TOPIC'], ['TOPIC', 'CARRIER'], ['TOPIC', 'CATEGORY']],
    ordered: sql`j.ordered_on`,
    texts: 'CASE',
  },
  {
    id: 'damage_scans',
    topic: 'damaged',
    title: { en: 'Parcels scanned as damaged', zh: '破损扫描' },
    fact: damage,
    clock: 'scanned',
    where: sql`true`,
    metric: 'DAMAGE_RATE',
    filter: null,
    slices: ON_THE_WAY,
    causes: [...ON_THE_WAY, ['STATION'], ['CATEGORY'], ['MERCHANT']],
    ordered: sql`j.ordered_on`,
    texts: 'CASE',
  },
  topicWatch('damaged', { en: 'Damage reports', zh: '破损反馈' }, ON_THE_WAY),
  topicWatch('lost', { en: 'Reports of lost parcels', zh: '丢件反馈' }, ON_THE_WAY),
  topicWatch('delivery_late', { en: 'Contacts about late delivery', zh: '物流超时咨询' }, ON_THE_WAY),
  topicWatch('where_is_my_order', { en: '“Where is my order” contacts', zh: '查物流咨询' }, ON_THE_WAY),
  topicWatch('wrong_item', { en: 'Reports of wrong articles', zh: '错发漏发反馈' }, OF_GOODS),
  topicWatch('not_as_described', { en: '“Not as described” reports', zh: '与描述不符反馈' }, OF_GOODS),
  topicWatch('quality', { en: 'Quality reports', zh: '质量故障反馈' }, OF_GOODS),
  topicWatch('attitude', { en: 'Complaints about attitude', zh: '服务态度投诉' }, [['CHANNEL'], ['CARRIER']]),
  topicWatch('refund', { en: 'Contacts about refunds', zh: '退款进度咨询' }, [['CHANNEL'], ['CATEGORY']]),
  topicWatch('payment', { en: 'Contacts about payment', zh: '支付问题咨询' }, [['CHANNEL']]),
  {
    id: 'negative_reviews',
    title: { en: 'Negative reviews', zh: '差评' },
    fact: reviews,
    clock: 'answered',
    where: sql`j.score <= 2`,
    metric: 'NEGATIVE_REVIEW_RATE',
    filter: null,
    slices: [['CATEGORY'], ['CARRIER'], ['REGION']],
    causes: [...ON_THE_WAY, ['CATEGORY'], ['MERCHANT'], ['PRODUCT'], ['CATEGORY', 'REGION']],
    ordered: sql`j.ordered_on`,
    texts: 'REVIEW',
  },
  {
    id: 'negative_mentions',
    title: { en: 'Negative public mentions', zh: '负面舆情' },
    fact: mentions,
    clock: 'mentioned',
    where: sql`j.negative`,
    metric: 'MENTION_NEGATIVE_SHARE',
    filter: null,
    slices: [['PLATFORM'], ['TOPIC']],
    causes: [['PLATFORM'], ['TOPIC'], ['CATEGORY'], ['PRODUCT'], ['PLATFORM', 'TOPIC']],
    ordered: null,
    texts: 'MENTION',
  },
];

const byId = new Map(watches.map((watch) => [watch.id, watch]));
export const watchById = (id: string): Watch | undefined => byId.get(id);
