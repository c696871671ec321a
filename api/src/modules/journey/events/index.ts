import { eventsOfOrders } from './of-orders.ts';
import { eventsOfRelation } from './of-relation.ts';
import { eventsOfService } from './of-service.ts';
import { eventsOfVoice } from './of-voice.ts';
import { selectOf } from './part.ts';

/** Every event of one customer, of every feed, as rows of one shape. */
const eventsOf = (customer: string): string =>
  [eventsOfRelation, eventsOfOrders, eventsOfService, eventsOfVoice]
    .flatMap((parts) => parts(customer))
    .map(selectOf)
    .join('\n    union all\n    ');

const thread = 'coalesce(e.case_id, e.order_id)';

/** The seconds since the step before: of the same case, else of the same order. A promise is no step. */
const sinceTheStepBefore = `case when ${thread} is not null and e.kind <> 'PROMISE_DUE'
    then extract(epoch from e.at - lag(e.at) over (partition by ${thread}, e.kind = 'PROMISE_DUE' order by e.at, e.rank, e.ref))::bigint end`;

/**
 * The same with zone and currency. Who wants the seconds since the step before has to read every step; without them a page reads
 * only what follows its cursor.
 */
export const stepsOf = (customer: string, { seconds }: { seconds: boolean }): string =>
  `select e.*, s.zone, s.currency::text as currency, ${seconds ? sinceTheStepBefore : 'null::bigint'} as seconds
  from (${eventsOf(customer)}) e join core.shops s on s.shop = e.shop`;
