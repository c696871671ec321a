import { createRoute } from '@tanstack/react-router';

import { readRulesSearch } from '../../pages/rules/search.ts';
import { page } from './page.ts';
import { signedIn } from './root.ts';

/** Whether promises are kept, and what goes wrong where they are not. */
export const promise = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/delivery',
    staticData: { title: 'delivery' },
    component: page(() => import('../../pages/delivery/index.tsx'), 'delivery', 'overview'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/service',
    staticData: { title: 'service' },
    component: page(() => import('../../pages/service/index.tsx'), 'overview', 'service'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/complaints',
    staticData: { title: 'complaints' },
    component: page(() => import('../../pages/complaints/index.tsx'), 'cases', 'complaints', 'overview'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/returns',
    staticData: { title: 'returns' },
    component: page(() => import('../../pages/returns/index.tsx'), 'complaints', 'overview', 'returns'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/products',
    staticData: { filters: 'time', title: 'products' },
    component: page(() => import('../../pages/products/index.tsx'), 'customer', 'membership', 'overview', 'products'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/rules',
    staticData: { filters: 'shop', title: 'rules' },
    validateSearch: readRulesSearch,
    component: page(() => import('../../pages/rules/index.tsx'), 'drivers', 'rules'),
  }),
] as const;
