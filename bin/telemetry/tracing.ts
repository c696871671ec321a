import type { Span, SpanAttributes, Tracing } from '@rapport/api';
import type { Span as OtelSpan } from '@opentelemetry/api';

export interface OpenTracing extends Tracing {
  /** A span of what is over, with its own times. */
  record(name: string, times: { began: Date; ended: Date }, attributes: SpanAttributes, parent?: OtelSpan): OtelSpan;
  /** Waited for before the last spans are sent. */
  beforeClose(work: () => Promise<unknown>): void;
  /** Sends what waits; gives up after a few seconds, for telemetry may hold nothing up. */
  close(): Promise<void>;
}

const PATIENCE_MS = 3000;

/**
 * Spans over OTLP and HTTP to a collector's address, such as http://127.0.0.1:4318. The libraries are loaded here and nowhere else:
 * whoever traces nothing pays nothing.
 */
export async function openTracing(address: string, service: string): Promise<OpenTracing> {
  const [{ ROOT_CONTEXT, SpanStatusCode, trace }, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const exporter = new OTLPTraceExporter({ url: new URL('v1/traces', `${address.replace(/\/*$/, '')}/`).href });
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, scheduledDelayMillis: 1000 })],
  });
  const tracer = provider.getTracer('rapport');
  const waitedFor: (() => Promise<unknown>)[] = [];

  const told = (span: OtelSpan): Span => ({
    child: (name, attributes = {}) => told(tracer.startSpan(name, { attributes }, trace.setSpan(ROOT_CONTEXT, span))),
    end: (outcome = 'ok', attributes = {}) => {
      span.setAttributes({ ...attributes, 'rapport.outcome': outcome });
      if (outcome !== 'ok') span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  });
  return {
    begin: (name, attributes, parent) =>
      told(tracer.startSpan(name, { attributes, root: parent === undefined }, contextOf(parent))),
    record: (name, { began, ended }, attributes, parent) => {
      const within = parent ? trace.setSpan(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
      const span = tracer.startSpan(name, { startTime: began, attributes }, within);
      span.end(ended);
      return span;
    },
    beforeClose: (work) => void waitedFor.push(work),
    close: async () => {
      const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
      const sent = Promise.all(waitedFor.map((work) => work())).then(() => provider.shutdown());
      await Promise.race([sent.catch(() => undefined), patience]);
    },
  };

  function contextOf(parent: string | undefined) {
    const [, traceId, spanId, flags] = /^00-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/.exec(parent ?? '') ?? [];
    if (!traceId || !spanId || !flags) return ROOT_CONTEXT;
    return trace.setSpanContext(ROOT_CONTEXT, {
      traceId,
      spanId,
      traceFlags: Number.parseInt(flags, 16),
      isRemote: true,
    });
  }
}
