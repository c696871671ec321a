import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useSearchChange } from '../../filters/use-search-change.ts';
import { useText } from '../../i18n/index.ts';
import * as words from '../../i18n/texts/shell.ts';
import { navFor } from '../nav.ts';
import { remember } from '../remembered.ts';
import { useOpenView, useViews } from '../views/use-views.ts';
import { found, type Command } from './commands.ts';
import { customerByNumberQuery, orderByNumberQuery } from './queries.ts';

/** The name of a page in both languages, whichever is on. */
const bothOf = (label: string): string => {
  const key = label.slice('shell.'.length) as Exclude<keyof typeof words.en, 'group' | 'tour'>;
  return `${words.en[key]} ${words.zh[key]}`;
};

/** Everything that fits what was typed. */
export function useCommands(typed: string, onShortcuts: () => void): Command[] {
  const pages = usePages();
  const views = useViewCommands();
  const metrics = useMetricCommands();
  const things = useThings(typed);
  const doings = useDoings(onShortcuts);
  const fitting = found([...pages, ...views, ...(typed.trim() === '' ? [] : metrics), ...doings], typed);
  return [...things, ...fitting];
}

function usePages(): Command[] {
  const { t } = useText();
  const { viewer } = useShop();
  const navigate = useNavigate();
  return navFor(viewer.role).flatMap(({ key, pages }) =>
    pages.map(({ to, label }) => ({
      key: `page ${to}`,
      group: t('views.pages'),
      label: t(label),
      hint: t(`shell.group.${key}`),
      words: `${bothOf(label)} ${to}`,
      run: () => void navigate({ to }),
    })),
  );
}

function useViewCommands(): Command[] {
  const { t } = useText();
  const open = useOpenView();
  const views = useViews(true).data ?? [];
  return views.map((view) => ({
    key: `view ${view.id}`,
    group: t('views.views'),
    label: view.name,
    hint: view.mine ? view.path : view.owner,
    words: view.path,
    run: () => open(view),
  }));
}

function useMetricCommands(): Command[] {
  const { t, pick } = useText();
  const { definitions } = useShop();
  const navigate = useNavigate();
  return [...definitions.values()].map(({ id, title }) => ({
    key: `metric ${id}`,
    group: t('views.metrics'),
    label: pick(title),
    hint: id,
    words: `${id} ${title.en} ${title.zh}`,
    run: () => void navigate({ to: '/explore', search: { metric: [id] } }),
  }));
}

/** An order or a customer by the number the source gave it, or by its id here; never for who sees aggregates only. */
function useThings(typed: string): Command[] {
  const { t } = useText();
  const { viewer, shop } = useShop();
  const router = useRouter();
  const [asked] = useDebouncedValue(typed.trim(), 250);
  const number = /^\S{3,64}$/.test(asked) && /\d/.test(asked) ? asked : '';
  const may = viewer.role !== 'EXECUTIVE' && number !== '';
  const variables = { shop: shop.code, number };
  const orders = useQuery({
    queryKey: ['order-by-number', variables],
    queryFn: async ({ signal }) => (await request(orderByNumberQuery, variables, signal)).orders.nodes,
    enabled: may,
  });
  const customers = useQuery({
    queryKey: ['customer-by-number', variables],
    queryFn: async ({ signal }) => (await request(customerByNumberQuery, variables, signal)).customers.nodes,
    enabled: may && viewer.role !== 'LEAD',
  });
  if (typed.trim() !== asked) return [];
  const go = (path: string) => () => router.history.push(`${path}${router.history.location.search}`);
  return [
    ...(may ? (orders.data ?? []) : []).map(({ id, externalId }) => ({
      key: `order ${id}`,
      group: t('views.found'),
      label: t('views.order', { number: externalId }),
      words: '',
      run: go(`/orders/${id}`),
    })),
    ...(may ? (customers.data ?? []) : []).map(({ id, nameMasked }) => ({
      key: `customer ${id}`,
      group: t('views.found'),
      label: t('views.customer', { name: nameMasked ?? asked }),
      words: '',
      run: go(`/customers/${id}`),
    })),
  ];
}

function useDoings(onShortcuts: () => void): Command[] {
  const { t, lang } = useText();
  const set = useSearchChange();
  const look = (change: { lang?: 'en' | 'zh'; theme?: 'light' | 'dark' }) => () => {
    remember(change);
    set(change);
  };
  const group = t('views.doings');
  return [
    lang === 'zh'
      ? { key: 'lang', group, label: 'English', words: 'english 英文 语言 language', run: look({ lang: 'en' }) }
      : { key: 'lang', group, label: '简体中文', words: 'chinese 中文 语言 language', run: look({ lang: 'zh' }) },
    { key: 'light', group, label: t('shell.themeLight'), words: 'light theme 浅色', run: look({ theme: 'light' }) },
    { key: 'dark', group, label: t('shell.themeDark'), words: 'dark theme 深色', run: look({ theme: 'dark' }) },
    { key: 'keys', group, label: t('views.shortcuts'), words: 'keyboard shortcuts help 快捷键 帮助', run: onShortcuts },
  ];
}
