import { z } from 'zod'
import { port, type ValuesOf, webAddress } from './kinds'

/** What operators see of it. */
export interface ObservabilitySettings {
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
  /** Undefined: no port of their own. */
  metricsPort: number | undefined
  metricsToken: string | undefined
  /** Undefined: nothing is traced. The SDK reads it by itself. */
  otlpEndpoint: string | undefined
  otelServiceName: string
}

export const observabilityVariables = {
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('How much is logged: fatal, error, warn, info, debug or silent.'),
  METRICS_PORT: port
    .optional()
    .describe(
      'A TCP port of its own for /metrics, which Prometheus reads; close it to the internet. Without it and without METRICS_TOKEN there are no metrics.',
    ),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe(
      'What Prometheus has to send as Authorization: Bearer …, 16 or more random characters; without METRICS_PORT it opens /metrics at PORT.',
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: webAddress
    .optional()
    .describe(
      'Where traces are sent, an OpenTelemetry collector that takes OTLP over HTTP, such as http://localhost:4318; without it nothing is traced.',
    ),
  OTEL_SERVICE_NAME: z
    .string()
    .min(1)
    .default('saphena')
    .describe('What traces call this service; the other OTEL_* variables of OpenTelemetry’s own SDK work too.'),
} as const

export function toObservabilitySettings(value: ValuesOf<typeof observabilityVariables>): ObservabilitySettings {
  return {
    logLevel: value.LOG_LEVEL,
    metricsPort: value.METRICS_PORT,
    metricsToken: value.METRICS_TOKEN,
    otlpEndpoint: value.OTEL_EXPORTER_OTLP_ENDPOINT,
    otelServiceName: value.OTEL_SERVICE_NAME,
  }
}
