import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type SearchMiddleware,
} from '@tanstack/react-router';

import { parseSearch, present, readSearch, writeSearch, type Search } from '../filters/search.ts';
import { readRowsSearch } from '../metric/rows-search.ts';
import { readAdministrationSearch } from '../pages/administration/search.ts';
import { readAlarmsSearch } from '../pages/alarms/search.ts';
import { readCasesSearch } from '../pages/cases/search.ts';
import { readWordsSearch } from '../pages/words/search.ts';
import { readChangesSearch } from '../pages/changes/search.ts';
import { readCustomerSearch } from '../pages/customer/search.ts';
import { readExploreSearch } from '../pages/explore/search.ts';
import { readJourneySearch } from '../pages/journey/search.ts';
import { readDriversSearch } from '../pages/drivers/search.ts';
import { readInitiativesSearch } from '../pages/initiatives/search.ts';
import { readForecastSearch } from '../pages/forecast/search.ts';
import { readLineageSearch } from '../pages/lineage/search.ts';
import { readOrdersSearch } from '../pages/orders/search.ts';
import { readQuarantineSearch } from '../pages/quarantine/search.ts';
import { readQuerySearch } from '../pages/query/search.ts';
import { readRepurchaseSearch } from '../pages/repurchase/search.ts';
import { readRulesSearch } from '../pages/rules/search.ts';
import { readReportsSearch } from '../pages/reports/search.ts';
import { readRunsSearch } from '../pages/runs/search.ts';
import { readSecondOrdersSearch } from '../pages/second-orders/search.ts';
import { NotFound } from './NotFound.tsx';
import { Root } from './Root.tsx';
import { readSignInSearch } from '../pages/sign-in/search.ts';
import { SignedIn } from './SignedIn.tsx';

const kept = [
  'shop',
  'from',
  'to',
  'grain',
  'region',
  'cut',
  'compare',
  'lang',
  'theme',
] as const satisfies readonly (keyof Search)[];

/** A link that does not mention a filter keeps it; one that sets it to undefined clears it. */
const keepFilters: SearchMiddleware<Search> = ({ search, next }) => {
  const asked = next(search);
  const before = Object.fromEntries(kept.filter((key) => !(key in asked)).map((key) => [key, search[key]]));
  return present({ ...before, ...asked });
};

const root = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  validateSearch: readSearch,
  search: { middlewares: [keepFilters] },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  component: lazyRouteComponent(() => import('../pages/sign-in/index.tsx')),
});

const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });

const overview = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  staticData: { title: 'overview' },
  component: lazyRouteComponent(() => import('../pages/overview/index.tsx')),
});
const explore = createRoute({
  getParentRoute: () => signedIn,
  path: '/explore',
  staticData: { title: 'explore' },
  validateSearch: readExploreSearch,
  component: lazyRouteComponent(() => import('../pages/explore/index.tsx')),
});
const journeyFlow = createRoute({
  getParentRoute: () => signedIn,
  path: '/journey-flow',
  staticData: { title: 'journeyFlow' },
  validateSearch: readJourneySearch,
  component: lazyRouteComponent(() => import('../pages/journey/index.tsx')),
});
const alarms = createRoute({
  getParentRoute: () => signedIn,
  path: '/alarms',
  staticData: { filters: 'shop', title: 'alarms' },
  validateSearch: readAlarmsSearch,
  component: lazyRouteComponent(() => import('../pages/alarms/index.tsx')),
});
const evidence = createRoute({
  getParentRoute: () => signedIn,
  path: '/evidence',
  staticData: { filters: 'shop', title: 'evidence' },
  component: lazyRouteComponent(() => import('../pages/evidence/index.tsx')),
});
const initiatives = createRoute({
  getParentRoute: () => signedIn,
  path: '/initiatives',
  staticData: { filters: 'shop', title: 'initiatives' },
  validateSearch: readInitiativesSearch,
  component: lazyRouteComponent(() => import('../pages/initiatives/index.tsx')),
});
const forecast = createRoute({
  getParentRoute: () => signedIn,
  path: '/forecast',
  staticData: { filters: 'shop', title: 'forecast' },
  validateSearch: readForecastSearch,
  component: lazyRouteComponent(() => import('../pages/forecast/index.tsx')),
});
const delivery = createRoute({
  getParentRoute: () => signedIn,
  path: '/delivery',
  staticData: { title: 'delivery' },
  component: lazyRouteComponent(() => import('../pages/delivery/index.tsx')),
});
const service = createRoute({
  getParentRoute: () => signedIn,
  path: '/service',
  staticData: { title: 'service' },
  component: lazyRouteComponent(() => import('../pages/service/index.tsx')),
});
const complaints = createRoute({
  getParentRoute: () => signedIn,
  path: '/complaints',
  staticData: { title: 'complaints' },
  component: lazyRouteComponent(() => import('../pages/complaints/index.tsx')),
});
const returns = createRoute({
  getParentRoute: () => signedIn,
  path: '/returns',
  staticData: { title: 'returns' },
  component: lazyRouteComponent(() => import('../pages/returns/index.tsx')),
});
const cases = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases',
  staticData: { filters: 'rows', title: 'cases' },
  validateSearch: readCasesSearch,
  component: lazyRouteComponent(() => import('../pages/cases/index.tsx')),
});
const oneCase = createRoute({
  getParentRoute: () => signedIn,
  path: '/cases/$id',
  staticData: { filters: 'one', title: 'case' },
  component: lazyRouteComponent(() => import('../pages/case/index.tsx')),
});
const repurchase = createRoute({
  getParentRoute: () => signedIn,
  path: '/repurchase',
  staticData: { title: 'repurchase' },
  validateSearch: readRepurchaseSearch,
  component: lazyRouteComponent(() => import('../pages/repurchase/index.tsx')),
});
const secondOrders = createRoute({
  getParentRoute: () => signedIn,
  path: '/second-orders',
  staticData: { filters: 'shop', title: 'secondOrders' },
  validateSearch: readSecondOrdersSearch,
  component: lazyRouteComponent(() => import('../pages/second-orders/index.tsx')),
});
const customerValue = createRoute({
  getParentRoute: () => signedIn,
  path: '/customer-value',
  staticData: { filters: 'shop', title: 'customerValue' },
  component: lazyRouteComponent(() => import('../pages/customer-value/index.tsx')),
});
const recovery = createRoute({
  getParentRoute: () => signedIn,
  path: '/recovery',
  staticData: { filters: 'shop', title: 'recovery' },
  component: lazyRouteComponent(() => import('../pages/recovery/index.tsx')),
});
const voice = createRoute({
  getParentRoute: () => signedIn,
  path: '/voice',
  staticData: { title: 'voice' },
  component: lazyRouteComponent(() => import('../pages/voice/index.tsx')),
});
const words = createRoute({
  getParentRoute: () => signedIn,
  path: '/words',
  staticData: { title: 'words' },
  validateSearch: readWordsSearch,
  component: lazyRouteComponent(() => import('../pages/words/index.tsx')),
});
const fairReviews = createRoute({
  getParentRoute: () => signedIn,
  path: '/fair-reviews',
  staticData: { filters: 'time', title: 'fairReviews' },
  component: lazyRouteComponent(() => import('../pages/fair-reviews/index.tsx')),
});
const membership = createRoute({
  getParentRoute: () => signedIn,
  path: '/membership',
  staticData: { filters: 'time', title: 'membership' },
  component: lazyRouteComponent(() => import('../pages/membership/index.tsx')),
});
const products = createRoute({
  getParentRoute: () => signedIn,
  path: '/products',
  staticData: { filters: 'time', title: 'products' },
  component: lazyRouteComponent(() => import('../pages/products/index.tsx')),
});
const rules = createRoute({
  getParentRoute: () => signedIn,
  path: '/rules',
  staticData: { filters: 'shop', title: 'rules' },
  validateSearch: readRulesSearch,
  component: lazyRouteComponent(() => import('../pages/rules/index.tsx')),
});
const drivers = createRoute({
  getParentRoute: () => signedIn,
  path: '/drivers',
  staticData: { title: 'drivers' },
  validateSearch: readDriversSearch,
  component: lazyRouteComponent(() => import('../pages/drivers/index.tsx')),
});
const dataHealth = createRoute({
  getParentRoute: () => signedIn,
  path: '/data-health',
  staticData: { filters: 'shop', title: 'dataHealth' },
  component: lazyRouteComponent(() => import('../pages/data-health/index.tsx')),
});
const lineage = createRoute({
  getParentRoute: () => signedIn,
  path: '/lineage',
  staticData: { filters: 'shop', title: 'lineage' },
  validateSearch: readLineageSearch,
  component: lazyRouteComponent(() => import('../pages/lineage/index.tsx')),
});
const guide = createRoute({
  getParentRoute: () => signedIn,
  path: '/guide',
  staticData: { filters: 'shop', title: 'guide' },
  validateSearch: readLineageSearch,
  component: lazyRouteComponent(() => import('../pages/guide/index.tsx')),
});
const query = createRoute({
  getParentRoute: () => signedIn,
  path: '/query',
  staticData: { filters: 'shop', title: 'query' },
  validateSearch: readQuerySearch,
  component: lazyRouteComponent(() => import('../pages/query/index.tsx')),
});
const queryExamples = createRoute({
  getParentRoute: () => signedIn,
  path: '/query/examples',
  staticData: { filters: 'shop', title: 'query' },
  component: lazyRouteComponent(() => import('../pages/query/gallery.tsx')),
});
const rows = createRoute({
  getParentRoute: () => signedIn,
  path: '/rows',
  staticData: { filters: 'rows', title: 'rows' },
  validateSearch: readRowsSearch,
  component: lazyRouteComponent(() => import('../pages/rows/index.tsx')),
});
const changes = createRoute({
  getParentRoute: () => signedIn,
  path: '/changes',
  staticData: { filters: 'shop', title: 'changes' },
  validateSearch: readChangesSearch,
  component: lazyRouteComponent(() => import('../pages/changes/index.tsx')),
});
const quarantine = createRoute({
  getParentRoute: () => signedIn,
  path: '/quarantine',
  staticData: { filters: 'shop', title: 'quarantine' },
  validateSearch: readQuarantineSearch,
  component: lazyRouteComponent(() => import('../pages/quarantine/index.tsx')),
});
const runs = createRoute({
  getParentRoute: () => signedIn,
  path: '/runs',
  staticData: { filters: 'shop', title: 'runs' },
  validateSearch: readRunsSearch,
  component: lazyRouteComponent(() => import('../pages/runs/index.tsx')),
});
const run = createRoute({
  getParentRoute: () => signedIn,
  path: '/runs/$id',
  staticData: { filters: 'one', title: 'run' },
  component: lazyRouteComponent(() => import('../pages/run/index.tsx')),
});
const administration = createRoute({
  getParentRoute: () => signedIn,
  path: '/administration',
  staticData: { filters: 'shop', title: 'administration' },
  validateSearch: readAdministrationSearch,
  component: lazyRouteComponent(() => import('../pages/administration/index.tsx')),
});
const ownExports = createRoute({
  getParentRoute: () => signedIn,
  path: '/exports',
  staticData: { filters: 'shop', title: 'exports' },
  component: lazyRouteComponent(() => import('../pages/exports/index.tsx')),
});
const reports = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports',
  staticData: { filters: 'shop', title: 'reports' },
  validateSearch: readReportsSearch,
  component: lazyRouteComponent(() => import('../pages/reports/index.tsx')),
});
const orders = createRoute({
  getParentRoute: () => signedIn,
  path: '/orders',
  staticData: { filters: 'rows', title: 'orders' },
  validateSearch: readOrdersSearch,
  component: lazyRouteComponent(() => import('../pages/orders/index.tsx')),
});
const order = createRoute({
  getParentRoute: () => signedIn,
  path: '/orders/$id',
  staticData: { filters: 'one', title: 'order' },
  component: lazyRouteComponent(() => import('../pages/order/index.tsx')),
});
const customer = createRoute({
  getParentRoute: () => signedIn,
  path: '/customers/$id',
  staticData: { filters: 'one', title: 'customer' },
  validateSearch: readCustomerSearch,
  component: lazyRouteComponent(() => import('../pages/customer/index.tsx')),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    signedIn.addChildren([
      overview,
      evidence,
      initiatives,
      alarms,
      forecast,
      explore,
      journeyFlow,
      delivery,
      service,
      complaints,
      returns,
      repurchase,
      secondOrders,
      customerValue,
      recovery,
      voice,
      words,
      fairReviews,
      membership,
      products,
      rules,
      drivers,
      dataHealth,
      changes,
      lineage,
      guide,
      query,
      queryExamples,
      rows,
      quarantine,
      runs,
      run,
      administration,
      ownExports,
      reports,
      orders,
      order,
      cases,
      oneCase,
      customer,
    ]),
  ]),
  parseSearch,
  stringifySearch: writeSearch,
  // A page's code comes while the pointer rests on its link.
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
