import { useMediaQuery } from '@mantine/hooks';

import { Card } from '../../card/Card.tsx';
import { Lanes, lanesTable, type LanesProps } from '../../charts/index.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { customerLanes } from './lanes.ts';
import type { Silence, Story } from './stories.ts';
import { StoryChoice } from './StoryChoice.tsx';
import type { JourneyEvent, StoryOrder } from './use-customer.ts';

interface LanesCardProps {
  events: readonly JourneyEvent[];
  stories: readonly Story[];
  story: Story | undefined;
  order: StoryOrder | null;
  silences: readonly Silence[];
}

/** More promises than these would be a fence. */
const MOST_PROMISES = 3;

export function LanesCard({ stories, ...told }: LanesCardProps) {
  const { t } = useText();
  const format = useFormat();
  const props = useLanes(told);
  const { events, story } = told;
  const [first, last] = [events[0]?.on, events.at(-1)?.on];
  return (
    <Card
      title={t('customer.lanes')}
      sub={`${first && last ? `${format.dayRange(first, last)} · ` : ''}${t('customer.lanesSub')}`}
      table={lanesTable(props, format)}
      file="journey"
      actions={<StoryChoice stories={stories} story={story} />}
    >
      <Lanes {...props} />
    </Card>
  );
}

function useLanes({ events, story, order, silences }: Omit<LanesCardProps, 'stories'>): LanesProps {
  const { t } = useText();
  const { shop } = useShop();
  const format = useFormat();
  const phone = useMediaQuery('(max-width: 720px)');
  const due = events.filter(
    (event) => event.kind === 'PROMISE_DUE' && (story === undefined || event.orderId === story.order),
  );
  const names = {
    visits: t('customer.laneVisits'),
    orders: t('customer.laneOrders'),
    parcels: t('customer.laneParcels'),
    contacts: t('customer.laneContacts'),
    money: t('customer.laneMoney'),
    voice: t('customer.laneVoice'),
  };
  const promises = due.map((event) => ({
    at: Date.parse(event.at),
    label: t('customer.promise', { day: format.dayShort(event.on) }),
    ...(event.tone === 'bad' ? { tone: 'bad' as const } : {}),
  }));
  return {
    title: t('customer.lanes'),
    zone: shop.zone,
    lanes: customerLanes({ events, silences, order }, names, format),
    promises: due.length <= MOST_PROMISES && !phone ? promises : [],
    heads: { lane: t('customer.lane'), at: t('customer.when'), event: t('customer.event') },
  };
}
