import { dimensionCondition, idsBehind, type MetricRowsRequest } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import { experimentArms } from '@rapport/model/vocabulary';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset } from '../../platform/database/keyset.ts';
import { readPage, type Listing } from '../../platform/database/listing.ts';
import { listOf, orderKeyArrays, type OrderKey } from '../../platform/database/loaders.ts';
import { labelledOrNull } from '../../platform/graphql/code.type.ts';
import type { Page, PageArgs } from '../../platform/graphql/page.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import { knownValue } from '../dimensions/index.ts';
import type { Message, MessageWhere } from './message.type.ts';

const columns = `g.id, g.customer_id as "customerId", g.order_id as "orderId", g.case_id as "caseId", g.external_id as "externalId", g.shop, g.kind, g.channel,
  g.sent_at as "sentAt", g.sent_on as "sentOn", g.delivered_at as "deliveredAt", g.opened_at as "openedAt", g.promised_at as "promisedAt", g.kept_at as "keptAt", g.offer, g.arm`;

interface MessageRow extends Omit<Message, 'kind' | 'channel' | 'arm'> {
  kind: string;
  channel: string;
  arm: string | null;
}

const toMessage = (row: MessageRow): Message => ({
  ...row,
  kind: knownValue('MESSAGE_KIND', row.kind),
  channel: knownValue('CHANNEL', row.channel),
  arm: labelledOrNull(experimentArms, row.arm),
});

const listing: Listing<MessageRow, Message> = {
  name: 'messages',
  cut: 'journey.message_facts j',
  keys: ['customer_id', 'message_id'],
  columns,
  rows: 'join core.messages g on g.customer_id = k.customer_id and g.id = k.message_id',
  node: toMessage,
};
const latestFirst = new Keyset('messages', 'DESC', [
  { sql: 'j.sent_at', type: 'timestamptz' },
  { sql: 'j.message_id', type: 'uuid' },
]);

function matching(where: MessageWhere): Conditions {
  assertInOrder('where.sentFrom', where.sentFrom, where.sentTo);
  const conditions = new Conditions()
    .given(where.shop, (shop) => `j.shop = ${shop}`)
    .given(where.kind, (code) => `j.kind = ${code}`)
    .given(where.channel, (code) => `j.channel = ${code}`)
    .given(where.promiseKept, (wanted) => `j.promise_kept = ${wanted}::boolean`)
    .given(where.sentFrom, (day) => `j.sent_on >= ${day}::date`)
    .given(where.sentTo, (day) => `j.sent_on <= ${day}::date`);
  if (where.dimensions?.length) conditions.merge(dimensionCondition(where.dimensions, 1, 'messages'));
  if (where.behind) {
    const { sql, params } = idsBehind('messages', where.behind as MetricRowsRequest);
    conditions.merge({ sql: `j.message_id in (${sql})`, params });
  }
  return conditions;
}

export const readMessages = (db: Queryable, where: MessageWhere, page: PageArgs): Promise<Page<Message>> =>
  readPage(db, listing, latestFirst, () => matching(where), page);

export async function readMessagesOfOrders(db: Queryable, keys: readonly OrderKey[]): Promise<Message[]> {
  const { rows } = await db.query<MessageRow>(
    `/* messages of orders */ select ${columns} from ${listOf('uuid', 'uuid')} as k(customer_id, order_id)
     join core.messages g on g.customer_id = k.customer_id and g.order_id = k.order_id and g.deleted_at is null order by g.sent_at, g.id`,
    orderKeyArrays(keys),
  );
  return rows.map(toMessage);
}
