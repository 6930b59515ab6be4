import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { settings } from '../settings'
import { thisWorker } from '../workers/thisWorker'

/** What an operator reads once everything is up: where it is found. */
export function announcement(server: Server, metricsServer: Server | undefined): string {
  const portOf = (each: Server) => (each.address() as AddressInfo).port
  const host = ['0.0.0.0', '::'].includes(settings.host) ? 'localhost' : settings.host
  const base = settings.serverUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${portOf(server)}`
  const metrics = metricsServer ? [`  Metrics   http://${host}:${portOf(metricsServer)}/metrics\n`] : []
  if (thisWorker.index !== 0) return metrics.join('')
  const lines = [
    `Saphena is ready.`,
    `  Admin     ${base}/admin`,
    `  REST      ${base}/api/articles`,
    `  GraphQL   ${base}/api/graphql`,
    `  Health    ${base}/healthz`,
  ]
  return [...lines.map((line) => `${line}\n`), ...metrics].join('')
}
