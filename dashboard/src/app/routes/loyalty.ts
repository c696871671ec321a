import { createRoute } from '@tanstack/react-router';

import { readDriversSearch } from '../../pages/drivers/search.ts';
import { readRepurchaseSearch } from '../../pages/repurchase/search.ts';
import { readSecondOrdersSearch } from '../../pages/second-orders/search.ts';
import { page } from './page.ts';
import { signedIn } from './root.ts';

/** Whether customers stay. */
export const loyalty = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/membership',
    staticData: { filters: 'time', title: 'membership' },
    component: page(() => import('../../pages/membership/index.tsx'), 'customer', 'membership', 'overview'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/repurchase',
    staticData: { title: 'repurchase' },
    validateSearch: readRepurchaseSearch,
    component: page(() => import('../../pages/repurchase/index.tsx'), 'overview', 'repurchase'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/second-orders',
    staticData: { filters: 'shop', title: 'secondOrders' },
    validateSearch: readSecondOrdersSearch,
    component: page(() => import('../../pages/second-orders/index.tsx'), 'secondOrders'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/customer-value',
    staticData: { filters: 'shop', title: 'customerValue' },
    component: page(() => import('../../pages/customer-value/index.tsx'), 'customerValue'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/recovery',
    staticData: { filters: 'shop', title: 'recovery' },
    component: page(() => import('../../pages/recovery/index.tsx'), 'customer', 'recovery'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/drivers',
    staticData: { title: 'drivers' },
    validateSearch: readDriversSearch,
    component: page(() => import('../../pages/drivers/index.tsx'), 'drivers'),
  }),
] as const;
