import { within } from '../database/within'

/**
 * Sends traces to where the SDK's own variables say (`OTEL_EXPORTER_OTLP_ENDPOINT` and the rest). The SDK is loaded here and nowhere else,
 * so that a process that is not traced pays nothing for it.
 *
 * @returns sends what is left, and ends it
 */
export async function startTracing(serviceName: string): Promise<() => Promise<void>> {
  const [{ NodeSDK, tracing }, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ])
  const batches = new tracing.BatchSpanProcessor(new OTLPTraceExporter())
  const sdk = new NodeSDK({
    serviceName,
    // What the machine and the command line are called is nobody else's business.
    autoDetectResources: false,
    spanProcessors: [onlyOurs(batches)],
    instrumentations: [],
    metricReaders: [],
    logRecordProcessors: [],
  })
  sdk.start()
  return async () => {
    // A collector that is away must not keep us from ending.
    await within(5_000, () => sdk.shutdown()).catch(() => undefined)
  }
}

type SpanProcessor = InstanceType<typeof import('@opentelemetry/sdk-node').tracing.BatchSpanProcessor>

/** Next traces by itself wherever a tracer is there, and writes whole addresses into its spans. */
const onlyOurs = (to: SpanProcessor): Pick<SpanProcessor, 'forceFlush' | 'onEnd' | 'onStart' | 'shutdown'> => ({
  onStart: (span, context) => to.onStart(span, context),
  onEnd: (span) => {
    if (span.instrumentationScope.name === scope) to.onEnd(span)
  },
  forceFlush: () => to.forceFlush(),
  shutdown: () => to.shutdown(),
})

/** Of which library a span of ours is. */
export const scope = 'saphena'
