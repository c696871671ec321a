import { createRoute } from '@tanstack/react-router';

import { readAdministrationSearch } from '../../pages/administration/search.ts';
import { readChangesSearch } from '../../pages/changes/search.ts';
import { readLineageSearch } from '../../pages/lineage/search.ts';
import { readQuarantineSearch } from '../../pages/quarantine/search.ts';
import { readQuerySearch } from '../../pages/query/search.ts';
import { readReportsSearch } from '../../pages/reports/search.ts';
import { readRunsSearch } from '../../pages/runs/search.ts';
import { page } from './page.ts';
import { signedIn } from './root.ts';

/** Definitions, the data and its loads, and who may see what. */
export const tools = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/guide',
    staticData: { filters: 'shop', title: 'guide' },
    validateSearch: readLineageSearch,
    component: page(() => import('../../pages/guide/index.tsx'), 'guide', 'lineage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/lineage',
    staticData: { filters: 'shop', title: 'lineage' },
    validateSearch: readLineageSearch,
    component: page(() => import('../../pages/lineage/index.tsx'), 'lineage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/query',
    staticData: { filters: 'shop', title: 'query' },
    validateSearch: readQuerySearch,
    component: page(() => import('../../pages/query/index.tsx'), 'cases', 'query'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/query/examples',
    staticData: { filters: 'shop', title: 'query' },
    component: page(() => import('../../pages/query/gallery.tsx'), 'query'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/data-health',
    staticData: { filters: 'shop', title: 'dataHealth' },
    component: page(() => import('../../pages/data-health/index.tsx'), 'customer', 'health', 'loads'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/changes',
    staticData: { filters: 'shop', title: 'changes' },
    validateSearch: readChangesSearch,
    component: page(() => import('../../pages/changes/index.tsx'), 'cases', 'health', 'loads', 'orders'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/quarantine',
    staticData: { filters: 'shop', title: 'quarantine' },
    validateSearch: readQuarantineSearch,
    component: page(() => import('../../pages/quarantine/index.tsx'), 'health', 'orders', 'quarantine'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/runs',
    staticData: { filters: 'shop', title: 'runs' },
    validateSearch: readRunsSearch,
    component: page(() => import('../../pages/runs/index.tsx'), 'cases', 'health', 'orders', 'runs'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/runs/$id',
    staticData: { filters: 'one', title: 'run' },
    component: page(() => import('../../pages/run/index.tsx'), 'health', 'runs'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/reports',
    staticData: { filters: 'shop', title: 'reports' },
    validateSearch: readReportsSearch,
    component: page(() => import('../../pages/reports/index.tsx'), 'reports'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/exports',
    staticData: { filters: 'shop', title: 'exports' },
    component: page(() => import('../../pages/exports/index.tsx')),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/administration',
    staticData: { filters: 'shop', title: 'administration' },
    validateSearch: readAdministrationSearch,
    component: page(() => import('../../pages/administration/index.tsx'), 'administration', 'cases'),
  }),
] as const;
