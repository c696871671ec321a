import { sql } from '../sql.ts';
import { dueDay, eventDay, goods, ofCase, ofOrder, orderDay, type Fact } from './fact.ts';

export const cases = {
  name: 'cases',
  rows: { en: 'service cases', zh: '客服工单' },
  feeds: ['service_cases'],
  relation: 'journey.case_journey',
  id: 'case_id',
  customer: { column: 'customer_id', known: sql`j.identified` },
  clocks: {
    opened: eventDay('opened_on', 'the day the case was opened', '工单发起日'),
    order: orderDay(),
    responded: eventDay('first_response_on', 'the day of the first answer by a human', '人工首次响应日'),
    resolved: eventDay('resolved_on', 'the day the case was last resolved', '工单最后一次解决日'),
    closed: eventDay('closed_on', 'the day the case was closed', '工单关闭日'),
    rated: eventDay('rated_on', 'the day of the rating', '评分日'),
    responseDue: dueDay('response_due_on', 'the day the first answer was due', '首次响应到期日'),
    resolutionDue: dueDay('resolution_due_on', 'the day the resolution was due', '解决到期日'),
    callBackDue: dueDay('call_back_due_on', 'the day a call back was promised for', '承诺回电日'),
  },
  dimensions: {
    ...ofOrder,
    ...ofCase,
    ...goods,
    CAUSE: { column: 'cause' },
    SEVERITY: { column: 'severity', as: 'cast' },
    HOUR: { column: 'opened_hour', as: 'cast' },
    WEEKDAY: { column: 'opened_weekday', as: 'cast' },
    CARRIER: { column: 'carrier_code' },
    STATION: { column: 'station_code' },
    ORIGIN: { column: 'origin' },
    FAILURE: { column: 'failures', as: 'array' },
  },
  rolledUp: {
    by: ['CHANNEL', 'TOPIC', 'CASE_TYPE', 'PHASE', 'TEAM', 'HANDLED_BY', 'REGION', 'CARRIER', 'CATEGORY'],
    byMonth: ['AGENT', 'MERCHANT'],
    // 48 hours may end on the first to third day after, where clocks change.
    changesOn: [
      'response_due_on',
      'resolution_due_on',
      'call_back_due_on',
      'opened_on + 1',
      'opened_on + 2',
      'opened_on + 3',
      'opened_on + 7',
      'resolved_on + 7',
      'opened_on + 30',
      'opened_on + 90',
    ],
    untimed: ['responded_3min'],
    namesProductIn: 'core.service_cases',
  },
} as const satisfies Fact;

export const replies = {
  name: 'replies',
  rows: { en: 'replies by humans that were waited for', zh: '顾客等候的人工回复' },
  feeds: ['case_events'],
  relation: 'journey.reply_facts',
  customer: { column: 'customer_id', known: sql`j.identified` },
  clocks: { replied: eventDay('replied_on', 'the day of the reply', '回复日') },
  dimensions: { SHOP: { column: 'shop' }, ...ofCase },
  rolledUp: {
    by: ['CHANNEL', 'TOPIC', 'CASE_TYPE', 'TEAM', 'HANDLED_BY'],
    byMonth: ['AGENT'],
  },
} as const satisfies Fact;
