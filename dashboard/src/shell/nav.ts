export interface NavPage {
  to:
    | '/'
    | '/delivery'
    | '/service'
    | '/complaints'
    | '/returns'
    | '/voice'
    | '/repurchase'
    | '/membership'
    | '/products'
    | '/orders'
    | '/cases'
    | '/quarantine'
    | '/runs'
    | '/data-health'
    | '/guide'
    | '/query'
    | '/administration';
  label:
    | 'shell.overview'
    | 'shell.delivery'
    | 'shell.service'
    | 'shell.complaints'
    | 'shell.returns'
    | 'shell.voice'
    | 'shell.repurchase'
    | 'shell.membership'
    | 'shell.products'
    | 'shell.orders'
    | 'shell.cases'
    | 'shell.quarantine'
    | 'shell.runs'
    | 'shell.dataHealth'
    | 'shell.guide'
    | 'shell.query'
    | 'shell.administration';
}

export interface NavGroup {
  key: 'answers' | 'promise' | 'voice' | 'loyalty' | 'goods' | 'tools';
  pages: readonly NavPage[];
}

/** The order is the reader's: what happened, the promise, what customers say, whether they stay, the goods, then the machinery. */
export const navGroups: readonly NavGroup[] = [
  { key: 'answers', pages: [{ to: '/', label: 'shell.overview' }] },
  {
    key: 'promise',
    pages: [
      { to: '/delivery', label: 'shell.delivery' },
      { to: '/service', label: 'shell.service' },
      { to: '/complaints', label: 'shell.complaints' },
      { to: '/returns', label: 'shell.returns' },
    ],
  },
  { key: 'voice', pages: [{ to: '/voice', label: 'shell.voice' }] },
  {
    key: 'loyalty',
    pages: [
      { to: '/repurchase', label: 'shell.repurchase' },
      { to: '/membership', label: 'shell.membership' },
    ],
  },
  { key: 'goods', pages: [{ to: '/products', label: 'shell.products' }] },
  {
    key: 'tools',
    pages: [
      { to: '/orders', label: 'shell.orders' },
      { to: '/cases', label: 'shell.cases' },
      { to: '/data-health', label: 'shell.dataHealth' },
      { to: '/guide', label: 'shell.guide' },
      { to: '/query', label: 'shell.query' },
      { to: '/quarantine', label: 'shell.quarantine' },
      { to: '/runs', label: 'shell.runs' },
      { to: '/administration', label: 'shell.administration' },
    ],
  },
];

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
