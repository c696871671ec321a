import { caseStatuses, escalations } from '@rapport/model/vocabulary';
import type { Listing } from '../../platform/database/listing.ts';
import { labelled, labelledOrNull } from '../../platform/graphql/code.type.ts';
import { moneyOrNull } from '../../platform/graphql/money.ts';
import { knownValue } from '../dimensions/index.ts';
import type { ServiceCase } from './case.type.ts';

/** j is the case's journey, e the case, h its shop. */
export const caseColumns = `j.case_id as id, j.customer_id as "customerId", j.order_id as "orderId", e.product_id as "productId", j.external_id as "externalId", j.shop,
  j.case_type as "caseType", j.phase, j.channel, j.topic, j.cause, j.severity::text as severity, j.status, j.opened_at as "openedAt", j.opened_on as "openedOn",
  j.first_response_at as "firstResponseAt", j.resolved_at as "resolvedAt", j.closed_at as "closedAt", j.handled_by as "handledBy", e.handed_over_at as "handedOverAt",
  e.human_joined_at as "humanJoinedAt", j.agent_code as "agentCode", j.team, j.transfers, j.replies, j.reopens, j.response_due_at as "responseDueAt",
  j.resolution_due_at as "resolutionDueAt", j.responded_in_time as "respondedInTime", j.resolved_in_time as "resolvedInTime", j.first_response_seconds as "firstResponseSeconds",
  j.resolution_seconds as "resolutionSeconds", j.first_response_business_seconds as "firstResponseBusinessSeconds", j.resolution_business_seconds as "resolutionBusinessSeconds",
  j.one_touch as "oneTouch", j.first_contact_resolved as "firstContactResolved", j.contained, j.hand_over_wait_seconds as "handOverWaitSeconds", j.call_answered as "callAnswered",
  j.waited_seconds as "waitedSeconds", j.csat, j.tone_start as "toneStart", j.tone_end as "toneEnd", j.flow_followed as "flowFollowed",
  j.satisfied_with_outcome as "satisfiedWithOutcome", j.escalated_to as "escalatedTo", j.escalated_at as "escalatedAt", j.call_back_promised_at as "callBackPromisedAt",
  e.called_back_at as "calledBackAt", j.cost_minor as "costMinor", h.currency::text as currency, e.text`;

const described = ['caseType', 'phase', 'channel', 'topic', 'cause', 'severity', 'handledBy', 'team'] as const;
type Described = (typeof described)[number];

export interface CaseRow extends Omit<ServiceCase, Described | 'status' | 'escalatedTo' | 'cost'> {
  caseType: string;
  phase: string;
  channel: string;
  topic: string | null;
  cause: string | null;
  severity: string | null;
  handledBy: string | null;
  team: string | null;
  status: string;
  escalatedTo: string | null;
  costMinor: number | null;
  currency: string;
}

export function toCase({ costMinor, currency, ...row }: CaseRow): ServiceCase {
  return {
    ...row,
    caseType: knownValue('CASE_TYPE', row.caseType),
    phase: knownValue('PHASE', row.phase),
    channel: knownValue('CHANNEL', row.channel),
    topic: knownValue('TOPIC', row.topic),
    cause: knownValue('CAUSE', row.cause),
    severity: knownValue('SEVERITY', row.severity),
    handledBy: knownValue('HANDLED_BY', row.handledBy),
    team: knownValue('TEAM', row.team),
    status: labelled(caseStatuses, row.status),
    escalatedTo: labelledOrNull(escalations, row.escalatedTo),
    cost: moneyOrNull(costMinor, currency),
  };
}

/** Around the keys k of the chosen cases. */
export const casesOf = (keys: string): string => `${keys}
  join journey.case_journey j on j.customer_id = k.customer_id and j.case_id = k.case_id
  join core.service_cases e on e.customer_id = j.customer_id and e.id = j.case_id
  join core.shops h on h.shop = j.shop`;

export const caseListing: Listing<CaseRow, ServiceCase> = {
  name: 'cases',
  cut: 'journey.case_journey j',
  keys: ['customer_id', 'case_id'],
  columns: caseColumns,
  rows: casesOf(''),
  node: toCase,
};
