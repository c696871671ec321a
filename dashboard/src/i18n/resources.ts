import * as administration from './texts/administration.ts';
import * as alarms from './texts/alarms.ts';
import * as card from './texts/card.ts';
import * as cases from './texts/cases.ts';
import * as complaints from './texts/complaints.ts';
import * as customer from './texts/customer.ts';
import * as customerValue from './texts/customer-value.ts';
import * as delivery from './texts/delivery.ts';
import * as evidence from './texts/evidence.ts';
import * as explore from './texts/explore.ts';
import * as drivers from './texts/drivers.ts';
import * as exporting from './texts/export.ts';
import * as fairReviews from './texts/fair-reviews.ts';
import * as flow from './texts/flow.ts';
import * as forecast from './texts/forecast.ts';
import * as guide from './texts/guide.ts';
import * as health from './texts/health.ts';
import * as initiatives from './texts/initiatives.ts';
import * as lineage from './texts/lineage.ts';
import * as loads from './texts/loads.ts';
import * as membership from './texts/membership.ts';
import * as metric from './texts/metric.ts';
import * as notes from './texts/notes.ts';
import * as orders from './texts/orders.ts';
import * as overview from './texts/overview.ts';
import * as paper from './texts/paper.ts';
import * as products from './texts/products.ts';
import * as quarantine from './texts/quarantine.ts';
import * as query from './texts/query.ts';
import * as recovery from './texts/recovery.ts';
import * as reports from './texts/reports.ts';
import * as repurchase from './texts/repurchase.ts';
import * as returns from './texts/returns.ts';
import * as reveal from './texts/reveal.ts';
import * as rules from './texts/rules.ts';
import * as runs from './texts/runs.ts';
import * as secondOrders from './texts/second-orders.ts';
import * as service from './texts/service.ts';
import * as session from './texts/session.ts';
import * as shell from './texts/shell.ts';
import * as views from './texts/views.ts';
import * as voice from './texts/voice.ts';
import * as usedWords from './texts/words.ts';

const areas = {
  administration,
  alarms,
  card,
  cases,
  complaints,
  customer,
  customerValue,
  delivery,
  evidence,
  explore,
  drivers,
  export: exporting,
  fairReviews,
  flow,
  forecast,
  guide,
  health,
  initiatives,
  lineage,
  loads,
  membership,
  metric,
  notes,
  orders,
  overview,
  paper,
  products,
  quarantine,
  query,
  recovery,
  reports,
  repurchase,
  returns,
  reveal,
  rules,
  runs,
  secondOrders,
  service,
  session,
  shell,
  views,
  voice,
  words: usedWords,
};
type Areas = typeof areas;

/** One file an area, both languages side by side in it. */
export const resources = {
  en: Object.fromEntries(Object.entries(areas).map(([area, words]) => [area, words.en])) as {
    [Area in keyof Areas]: Areas[Area]['en'];
  },
  zh: Object.fromEntries(Object.entries(areas).map(([area, words]) => [area, words.zh])) as {
    [Area in keyof Areas]: Areas[Area]['zh'];
  },
};
