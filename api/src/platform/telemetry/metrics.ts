import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type pg from 'pg';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const POINTS = [1, 10, 50, 100, 500, 1000, 2500, 5000];

/** The parts of the server, whatever a path below them is: a label may not grow with what people ask for. */
const routes = ['graphql', 'downloads', 'ingest', 'sign-in', 'sign-out', 'livez', 'readyz', 'assets'] as const;
type Route = (typeof routes)[number] | 'page';

export function routeOf(url: string): Route {
  const first = /^\/([a-z-]*)/.exec(url)?.[1];
  return routes.find((route) => route === first) ?? 'page';
}

export interface AnsweredOperation {
  role: string;
  /** `ok`, or the code of the first error. */
  outcome: string;
  cost: number;
  seconds: number;
}

/** What Prometheus is told. No label holds what a client wrote: roles, codes, parts of the server and status classes only. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests = new Counter({
    name: 'rapport_http_requests_total',
    help: 'Answers by part of the server and class of status.',
    labelNames: ['route', 'status'],
    registers: [this.registry],
  });
  readonly #seconds = new Histogram({
    name: 'rapport_http_request_seconds',
    help: 'From having a request to having sent its answer.',
    labelNames: ['route'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly #operations = new Histogram({
    name: 'rapport_graphql_operation_seconds',
    help: 'GraphQL operations by role and outcome: ok or the code of the first error.',
    labelNames: ['role', 'outcome'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly #cost = new Histogram({
    name: 'rapport_graphql_operation_cost',
    help: 'Points of cost of GraphQL operations.',
    labelNames: ['role'],
    buckets: POINTS,
    registers: [this.registry],
  });

  constructor(pool: pg.Pool) {
    collectDefaultMetrics({ register: this.registry });
    const connections = { busy: () => pool.totalCount - pool.idleCount, idle: () => pool.idleCount };
    const { registry } = this;
    registry.registerMetric(
      new Gauge({
        name: 'rapport_pool_connections',
        help: 'Connections to the database.',
        labelNames: ['state'],
        registers: [],
        collect() {
          for (const [state, count] of Object.entries(connections)) this.set({ state }, count());
        },
      }),
    );
    this.watch('rapport_pool_waiting', 'Requests that wait for a connection.', () => pool.waitingCount);
  }

  /** A number that is looked up whenever somebody asks. */
  watch(name: string, help: string, now: () => number): void {
    const gauge = new Gauge({
      name,
      help,
      registers: [],
      collect() {
        this.set(now());
      },
    });
    this.registry.registerMetric(gauge);
  }

  answered(url: string, status: number, seconds: number): void {
    const route = routeOf(url);
    this.#requests.inc({ route, status: `${Math.floor(status / 100)}xx` });
    this.#seconds.observe({ route }, seconds);
  }

  operated({ role, outcome, cost, seconds }: AnsweredOperation): void {
    this.#operations.observe({ role, outcome }, seconds);
    this.#cost.observe({ role }, cost);
  }
}
