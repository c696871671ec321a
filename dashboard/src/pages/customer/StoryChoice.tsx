import { useNavigate } from '@tanstack/react-router';

import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Choice } from '../../shell/bar/Choice.tsx';
import type { CustomerSearch } from './search.ts';
import type { Story } from './stories.ts';

/** Which order's story is told, or the whole life; the choice stands in the address. */
export function StoryChoice({ stories, story }: { stories: readonly Story[]; story: Story | undefined }) {
  const { t } = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const nameOf = ({ placed, trouble }: Story): string =>
    t(trouble.length > 0 ? 'customer.storyTrouble' : 'customer.storyOf', {
      day: format.day(placed.on),
      count: trouble.length,
      n: format.count(trouble.length),
    });
  const options = [
    { value: 'whole', text: t('customer.storyWhole') },
    ...stories.toReversed().map((each) => ({ value: each.order, text: nameOf(each) })),
  ];
  const choose = (value: string) =>
    void navigate({
      to: '.',
      search: (now: CustomerSearch) => ({ ...now, story: value, stage: undefined }),
      resetScroll: false,
    });
  if (stories.length < 2) return null;
  return (
    <Choice
      plain
      label={t('customer.storyChoice')}
      text={story ? nameOf(story) : t('customer.storyWhole')}
      value={story?.order ?? 'whole'}
      options={options}
      onChange={choose}
    />
  );
}
