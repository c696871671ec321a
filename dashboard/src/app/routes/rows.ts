import { createRoute } from '@tanstack/react-router';

import { readRowsSearch } from '../../metric/rows-search.ts';
import { readCasesSearch } from '../../pages/cases/search.ts';
import { readCustomerSearch } from '../../pages/customer/search.ts';
import { readOrdersSearch } from '../../pages/orders/search.ts';
import { page } from './page.ts';
import { signedIn } from './root.ts';

/** The orders, customers and cases behind the figures. */
export const rows = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/orders',
    staticData: { filters: 'rows', title: 'orders' },
    validateSearch: readOrdersSearch,
    component: page(() => import('../../pages/orders/index.tsx'), 'flow', 'orders'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/orders/$id',
    staticData: { filters: 'one', title: 'order' },
    component: page(() => import('../../pages/order/index.tsx'), 'customer', 'orders', 'voice'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/customers/$id',
    staticData: { filters: 'one', title: 'customer' },
    validateSearch: readCustomerSearch,
    component: page(() => import('../../pages/customer/index.tsx'), 'customer', 'customerValue', 'orders', 'reveal'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/cases',
    staticData: { filters: 'rows', title: 'cases' },
    validateSearch: readCasesSearch,
    component: page(() => import('../../pages/cases/index.tsx'), 'cases', 'orders'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/cases/$id',
    staticData: { filters: 'one', title: 'case' },
    component: page(() => import('../../pages/case/index.tsx'), 'cases', 'customer', 'orders', 'reveal'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/rows',
    staticData: { filters: 'rows', title: 'rows' },
    validateSearch: readRowsSearch,
    component: page(() => import('../../pages/rows/index.tsx'), 'cases', 'guide', 'orders'),
  }),
] as const;
