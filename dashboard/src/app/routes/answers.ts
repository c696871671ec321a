import { createRoute } from '@tanstack/react-router';

import { readAlarmsSearch } from '../../pages/alarms/search.ts';
import { readExploreSearch } from '../../pages/explore/search.ts';
import { readForecastSearch } from '../../pages/forecast/search.ts';
import { readInitiativesSearch } from '../../pages/initiatives/search.ts';
import { readJourneySearch } from '../../pages/journey/search.ts';
import { page } from './page.ts';
import { signedIn } from './root.ts';

/** What happened, and what to do about it. */
export const answers = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/',
    staticData: { title: 'overview' },
    component: page(() => import('../../pages/overview/index.tsx'), 'overview'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/evidence',
    staticData: { filters: 'shop', title: 'evidence' },
    component: page(() => import('../../pages/evidence/index.tsx'), 'evidence', 'initiatives'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/initiatives',
    staticData: { filters: 'shop', title: 'initiatives' },
    validateSearch: readInitiativesSearch,
    component: page(() => import('../../pages/initiatives/index.tsx'), 'initiatives'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/alarms',
    staticData: { filters: 'shop', title: 'alarms' },
    validateSearch: readAlarmsSearch,
    component: page(() => import('../../pages/alarms/index.tsx'), 'alarms'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/forecast',
    staticData: { filters: 'shop', title: 'forecast' },
    validateSearch: readForecastSearch,
    component: page(() => import('../../pages/forecast/index.tsx'), 'forecast'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/journey-flow',
    staticData: { title: 'journeyFlow' },
    validateSearch: readJourneySearch,
    component: page(() => import('../../pages/journey/index.tsx'), 'flow'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/explore',
    staticData: { title: 'explore' },
    validateSearch: readExploreSearch,
    component: page(() => import('../../pages/explore/index.tsx'), 'explore'),
  }),
] as const;
