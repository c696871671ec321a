import { useParams, useSearch } from '@tanstack/react-router';

import { Answer } from '../../card/Answer.tsx';
import { Empty, Failure, Loading } from '../../card/States.tsx';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { customerAnswer, storyAnswer } from './answer.ts';
import classes from './index.module.css';
import { LanesCard } from './LanesCard.tsx';
import { OutlookCard } from './OutlookCard.tsx';
import { Profile } from './Profile.tsx';
import type { CustomerSearch } from './search.ts';
import { CostCard, OrdersCard, PrivacyCard, RelationCard } from './SideCards.tsx';
import { inTime, openingStory, silencesOf, storiesOf, type Story as Told } from './stories.ts';
import { Story } from './Story.tsx';
import { useCustomer, useStoryOrder, type Customer360, type WholeCustomer } from './use-customer.ts';

export default function CustomerPage() {
  const { id } = useParams({ strict: false });
  const { t } = useText();
  const query = useCustomer(id ?? '');
  if (query.isError && !query.data)
    return <Failure error={query.error} height={300} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading height={520} />;
  const { customer, ...journey } = query.data;
  if (!customer) return <Empty text={t('customer.gone')} height={300} />;
  return <CustomerBody customer={customer} journey={journey} />;
}

interface BodyProps {
  customer: Customer360;
  journey: Omit<WholeCustomer, 'customer'>;
}

/** The story the address asks for; without a wish the hardest one, where the life is too long to be read whole. */
function useChosen(stories: readonly Told[], events: number): Told | undefined {
  const { story }: CustomerSearch = useSearch({ strict: false });
  if (story === 'whole') return undefined;
  return stories.find(({ order }) => order === story) ?? openingStory(stories, events);
}

function CustomerBody({ customer, journey }: BodyProps) {
  const { t } = useText();
  const format = useFormat();
  const { shop } = useShop();
  const stories = storiesOf(journey.events);
  const story = useChosen(stories, journey.total);
  const order = useStoryOrder(story?.order).data ?? null;
  const silences = silencesOf(order, shop.zone);
  const events = story?.events ?? inTime(journey.events);
  const { lead, rest } = story
    ? storyAnswer(story, { order, silences }, t, format)
    : customerAnswer(customer, t, format);
  return (
    <>
      <Answer lead={lead} rest={rest} />
      <Profile customer={customer} />
      <div className={classes.lanes}>
        <LanesCard events={events} stories={stories} story={story} order={order} silences={silences} />
      </div>
      <div className={classes.cols}>
        <Story events={events} silences={silences} total={journey.total} />
        <div className={classes.stack}>
          {story && order ? <CostCard order={order} story={story} /> : null}
          {customer.outlook ? <OutlookCard outlook={customer.outlook} /> : null}
          <OrdersCard customer={customer} />
          <RelationCard customer={customer} />
          <PrivacyCard customer={customer} />
        </div>
      </div>
    </>
  );
}
