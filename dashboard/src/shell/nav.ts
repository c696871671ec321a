/**
 * The menu, in the reader's order: what happened and what to do about it, the promise, what customers say, whether they
 * stay, then the machinery. A page is added by one line here; its label stands in `i18n/texts/shell.ts`.
 */
const menu = {
  answers: [
    { to: '/', label: 'shell.overview' },
    { to: '/evidence', label: 'shell.evidence' },
    { to: '/initiatives', label: 'shell.initiatives' },
    { to: '/alarms', label: 'shell.alarms' },
    { to: '/forecast', label: 'shell.forecast' },
    { to: '/journey-flow', label: 'shell.journeyFlow' },
    { to: '/explore', label: 'shell.explore' },
  ],
  promise: [
    { to: '/delivery', label: 'shell.delivery' },
    { to: '/service', label: 'shell.service' },
    { to: '/complaints', label: 'shell.complaints' },
    { to: '/returns', label: 'shell.returns' },
    { to: '/products', label: 'shell.products' },
    { to: '/rules', label: 'shell.rules' },
  ],
  voice: [
    { to: '/voice', label: 'shell.voice' },
    { to: '/words', label: 'shell.words' },
    { to: '/fair-reviews', label: 'shell.fairReviews' },
  ],
  loyalty: [
    { to: '/membership', label: 'shell.membership' },
    { to: '/repurchase', label: 'shell.repurchase' },
    { to: '/second-orders', label: 'shell.secondOrders' },
    { to: '/customer-value', label: 'shell.customerValue' },
    { to: '/recovery', label: 'shell.recovery' },
    { to: '/drivers', label: 'shell.drivers' },
  ],
  tools: [
    { to: '/orders', label: 'shell.orders' },
    { to: '/cases', label: 'shell.cases' },
    { to: '/guide', label: 'shell.guide' },
    { to: '/query', label: 'shell.query' },
    { to: '/data-health', label: 'shell.dataHealth' },
    { to: '/quarantine', label: 'shell.quarantine' },
    { to: '/runs', label: 'shell.runs' },
    { to: '/reports', label: 'shell.reports' },
    { to: '/administration', label: 'shell.administration' },
  ],
} as const satisfies Record<string, readonly { to: `/${string}`; label: `shell.${string}` }[]>;

type GroupKey = keyof typeof menu;
export type NavPage = (typeof menu)[GroupKey][number];

export interface NavGroup {
  key: GroupKey;
  pages: readonly NavPage[];
}

export const navGroups: readonly NavGroup[] = (Object.keys(menu) as GroupKey[]).map((key) => ({
  key,
  pages: menu[key],
}));

/** Lists of single rows and the editor: for who sees aggregates only they are shut, and not offered. */
const ofRows: ReadonlySet<NavPage['to']> = new Set(['/orders', '/cases', '/quarantine', '/query']);

/** Whoever may not read the schema has no use for the editor: executives, and leads. */
const opens = (page: NavPage, role: string): boolean =>
  (role !== 'EXECUTIVE' || !ofRows.has(page.to)) &&
  (role !== 'LEAD' || page.to !== '/query') &&
  (role === 'OPERATOR' || page.to !== '/administration');

/** The menu of a reader. */
export const navFor = (role: string): readonly NavGroup[] =>
  navGroups.map((group) => ({ ...group, pages: group.pages.filter((page) => opens(page, role)) }));

/** What has a tab of its own on a phone; the rest stands behind "More". */
const tabbed: ReadonlySet<NavGroup['key']> = new Set(['answers', 'promise', 'voice', 'loyalty']);

export const tabGroups: readonly NavGroup[] = navGroups.filter((group) => tabbed.has(group.key));

const within = (path: string, page: NavPage): boolean =>
  page.to === '/' ? path === '/' : path === page.to || path.startsWith(`${page.to}/`);

export const groupOf = (path: string): NavGroup | undefined =>
  navGroups.find((group) => group.pages.some((page) => within(path, page)));
