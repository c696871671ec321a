import { dimensionCondition, idsBehind, type MetricRowsRequest } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import { surveyKinds } from '@rapport/model/vocabulary';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset } from '../../platform/database/keyset.ts';
import { readPage, readPagesOf, type Listing } from '../../platform/database/listing.ts';
import { listOf, orderKeyArrays, type OrderKey } from '../../platform/database/loaders.ts';
import { labelled } from '../../platform/graphql/code.type.ts';
import type { Page, PageArgs } from '../../platform/graphql/page.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import { knownValue } from '../dimensions/index.ts';
import type { Survey, SurveyWhere } from './survey.type.ts';

const columns = `v.id, v.customer_id as "customerId", v.order_id as "orderId", v.case_id as "caseId", v.external_id as "externalId", v.shop, v.kind, v.subject,
  v.sent_at as "sentAt", v.sent_on as "sentOn", v.answered_at as "answeredAt", v.score, v.comment, v.closed_at as "closedAt"`;

interface SurveyRow extends Omit<Survey, 'kind' | 'subject'> {
  kind: string;
  subject: string | null;
}

const toSurvey = (row: SurveyRow): Survey => ({
  ...row,
  kind: labelled(surveyKinds, row.kind),
  subject: knownValue('SURVEY_SUBJECT', row.subject),
});

const listing: Listing<SurveyRow, Survey> = {
  name: 'surveys',
  cut: 'journey.survey_facts j',
  keys: ['customer_id', 'survey_id'],
  columns,
  rows: 'join core.surveys v on v.customer_id = k.customer_id and v.id = k.survey_id',
  node: toSurvey,
};
const latestFirst = new Keyset('surveys', 'DESC', [
  { sql: 'j.sent_at', type: 'timestamptz' },
  { sql: 'j.survey_id', type: 'uuid' },
]);

function matching(where: SurveyWhere): Conditions {
  assertInOrder('where.sentFrom', where.sentFrom, where.sentTo);
  const conditions = new Conditions()
    .given(where.shop, (shop) => `j.shop = ${shop}`)
    .given(where.kind, (code) => `j.kind = ${code}`)
    .given(where.subject, (code) => `j.subject = ${code}`)
    .given(where.answered, (wanted) => `j.answered = ${wanted}::boolean`)
    .given(where.scoreAtMost, (score) => `j.score <= ${score}::integer`)
    .given(where.sentFrom, (day) => `j.sent_on >= ${day}::date`)
    .given(where.sentTo, (day) => `j.sent_on <= ${day}::date`);
  if (where.dimensions?.length) conditions.merge(dimensionCondition(where.dimensions, 1, 'surveys'));
  if (where.behind) {
    const { sql, params } = idsBehind('surveys', where.behind as MetricRowsRequest);
    conditions.merge({ sql: `j.survey_id in (${sql})`, params });
  }
  return conditions;
}

export const readSurveys = (db: Queryable, where: SurveyWhere, page: PageArgs): Promise<Page<Survey>> =>
  readPage(db, listing, latestFirst, () => matching(where), page);

/** One page of surveys for each customer, all in one statement. */
export const readSurveysOfCustomers = (
  db: Queryable,
  customerIds: readonly string[],
  page: PageArgs,
): Promise<Map<string, Page<Survey>>> => readPagesOf(db, listing, latestFirst, 'customer_id', customerIds, page);

export async function readSurveysOfOrders(db: Queryable, keys: readonly OrderKey[]): Promise<Survey[]> {
  const { rows } = await db.query<SurveyRow>(
    `/* surveys of orders */ select ${columns} from ${listOf('uuid', 'uuid')} as k(customer_id, order_id)
     join core.surveys v on v.customer_id = k.customer_id and v.order_id = k.order_id and v.deleted_at is null order by v.sent_at, v.id`,
    orderKeyArrays(keys),
  );
  return rows.map(toSurvey);
}
