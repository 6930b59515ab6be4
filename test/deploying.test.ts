import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DCLinter } from 'dclint'
import { afterAll, describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { describeSettings } from '../src/env/describeSettings'
import { readSettings } from '../src/env/readSettings'
import { killAfterMs } from '../src/workers/stopTimes'
import type { Json } from './json'

const missing = checkersMissing()
const checked = missing && process.env.CI !== 'true' ? it.skip : it
const settings = new Set(describeSettings().map(({ name }) => name))

/** As a file sets it; where it does not, the longest that whoever uses the file may set. */
const delayIn = (environment: Record<string, string | null>): number =>
  readSettings({ SHUTDOWN_DELAY_SECONDS: environment.SHUTDOWN_DELAY_SECONDS ?? longestDelay }).shutdownDelaySeconds
const longestDelay = '99'
const seconds = (time: string): number => Number(/^(\d+)s?$/.exec(time)?.[1])

const folder = mkdtempSync(join(tmpdir(), 'saphena-deploying-'))
afterAll(() => rmSync(folder, { recursive: true }))
const written = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('The image', () => {
  const dockerfile = readFileSync('Dockerfile', 'utf8')

  checked('has nothing that hadolint complains of', () => {
    expect(run('hadolint', ['Dockerfile'])).toEqual({ status: 0, output: '' })
    const careless = dockerfile.replace('FROM node:20-bookworm-slim AS base', 'FROM node AS base')
    expect(run('hadolint', [written('Dockerfile', careless)]).output).toContain('DL3006')
  })

  it('is made of the Node that the project is for, and runs as nobody in particular', () => {
    expect(dockerfile).toContain(
      `FROM node:${parse(readFileSync('package.json', 'utf8')).engines.node.match(/\d+/)[0]}-`,
    )
    expect(dockerfile).toMatch(/^USER 1000:1000$/m)
  })
})

describe('The compose files', () => {
  const files = ['docker-compose.yml', 'deploy/docker-compose.production.yml']
  const [base, production] = files.map((file) => parse(readFileSync(file, 'utf8'), { merge: true, logLevel: 'error' }))

  it('are what the Compose specification says', () => {
    expect(composeErrors(...files)).toEqual([])
    const wrong = readFileSync('docker-compose.yml', 'utf8').replace(
      'condition: service_healthy',
      'condition: service_well',
    )
    expect(composeErrors(written('docker-compose.yml', wrong))).toEqual(['invalid-schema'])
  })

  it('give the app settings that there are', () => {
    for (const service of [base.services.app, production.services.app, production.services['app-2']])
      for (const name of Object.keys(service.environment)) expect(settings).toContain(name)
  })

  it('wait for a replica set that takes writes, and show nothing but the app, to this machine', () => {
    const { app, mongo } = base.services
    expect(app.depends_on.mongo.condition).toBe('service_healthy')
    expect(app.environment.DATABASE_URL).toContain('?replicaSet=rs0')
    expect(mongo.healthcheck.test.join(' ')).toMatch(/rs\.initiate\(.*mongo:27017[\s\S]*isWritablePrimary/)
    expect(mongo.ports).toBeUndefined()
    expect(base.networks.database.internal).toBe(true)
    expect(app.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)])
  })

  it('in production have two instances with one secret behind Caddy, which alone is open', () => {
    const { app, 'app-2': second, caddy } = production.services
    for (const instance of [app, second]) {
      expect(instance.ports).toEqual([]) // in place of those of the other file
      expect(instance.environment.PAYLOAD_SECRET_FILE).toBe('/run/secrets/payload_secret')
      expect(instance.secrets).toEqual(['payload_secret', 'metrics_token'])
    }
    expect(second.extends).toEqual({ file: 'docker-compose.yml', service: 'app' })
    expect(second.depends_on.app.condition).toBe('service_healthy')
    expect(caddy.ports).toEqual(['80:80', '443:443', '443:443/udp'])
    const caddyfile = readFileSync('deploy/Caddyfile', 'utf8')
    expect(caddyfile).toMatch(/to app:3000 app-2:3000/)
    expect(caddyfile.match(/health_uri \S+/g)).toEqual(['health_uri /healthz', 'health_uri /readyz'])
    // Express takes `/metrics/` too.
    expect(caddyfile).toMatch(/handle \/metrics\* \{\s+respond 404\s+\}/)
    expect(readFileSync('.gitignore', 'utf8')).toContain('deploy/secrets/')
  })

  it('let an instance that is stopped answer until Caddy has noticed, and then finish', () => {
    const { app, 'app-2': second } = production.services
    for (const { environment, stop_grace_period } of [base.services.app, app, second])
      expect(seconds(stop_grace_period) * 1000).toBeGreaterThanOrEqual(killAfterMs(delayIn(environment)))
    const caddyfile = readFileSync('deploy/Caddyfile', 'utf8')
    const [interval, timeout] = ['interval', 'timeout'].map((name) =>
      seconds(new RegExp(`health_${name} (\\S+)`).exec(caddyfile)?.[1] ?? ''),
    )
    for (const { environment } of [app, second])
      expect(delayIn({ SHUTDOWN_DELAY_SECONDS: '0', ...environment })).toBeGreaterThan(
        Number(interval) + Number(timeout),
      )
  })
})

describe('The service of systemd', () => {
  const unit = readFileSync('deploy/saphena.service', 'utf8')
  const analyze = (...args: string[]) => spawnSync('systemd-analyze', args, { encoding: 'utf8' })
  const known = analyze('--version').status === 0 ? it : it.skip

  known('is one that systemd takes, and exposes little', () => {
    // It looks for the program too, which may stand elsewhere here.
    const here = written('saphena.service', unit.replace('/usr/bin/node', process.execPath))
    const { status, stderr } = analyze('verify', here)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const exposure = /exposure level for saphena\.service: ([\d.]+)/.exec(
      analyze('security', '--offline=true', here).stdout,
    )
    expect(Number(exposure?.[1])).toBeLessThan(2.5)
  })

  it('starts the server as the image does, with settings that there are', () => {
    const command = JSON.parse(/^CMD (\[.*\])$/m.exec(readFileSync('Dockerfile', 'utf8'))?.[1] ?? '[]') as string[]
    expect(unit).toContain(`ExecStart=/usr/bin/${command.join(' ')}\n`)
    const names = [...unit.matchAll(/^Environment=(.*)$/gm)].flatMap(([, pairs = '']) =>
      pairs.split(' ').map((pair) => pair.split('=')[0]),
    )
    for (const name of names) expect(settings).toContain(name)
  })

  it('waits as long as the server may take to stop, whatever delay the settings have', () => {
    const timeout = seconds(/^TimeoutStopSec=(.*)$/m.exec(unit)?.[1] ?? '')
    expect(timeout * 1000).toBeGreaterThanOrEqual(killAfterMs(delayIn({})))
    expect(() => delayIn({ SHUTDOWN_DELAY_SECONDS: '100' })).toThrow('SHUTDOWN_DELAY_SECONDS')
  })
})

describe('The Kubernetes manifests', () => {
  const base = 'deploy/kubernetes/base'
  const own = readdirSync('deploy/kubernetes', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.yaml'),
  )
  const manifests = own
    .filter((file) => !file.endsWith('kustomization.yaml'))
    .map((file) => join('deploy/kubernetes', file))
  const objects: Json[] = manifests.flatMap((file) =>
    parseAllDocuments(readFileSync(file, 'utf8')).map((each) => each.toJS()),
  )
  const named = (kind: string, name = 'saphena') =>
    objects.find((object) => object.kind === kind && object.metadata.name === name)
  const pods = () => [
    named('Deployment').spec.template.spec,
    named('CronJob', 'saphena-export').spec.jobTemplate.spec.template.spec,
  ]

  checked('are what the schemas of Kubernetes say, and nothing that they do not know', () => {
    expect(run('kubernetes-validate', ['--strict', '--quiet', ...manifests])).toEqual({ status: 0, output: '' })
    const misspelt = readFileSync(`${base}/deployment.yaml`, 'utf8').replace('readinessProbe', 'redinessProbe')
    expect(run('kubernetes-validate', ['--strict', written('deployment.yaml', misspelt)]).output).toContain(
      'redinessProbe',
    )
  })

  it('are all applied, but the example of a secret', () => {
    const { resources } = parse(readFileSync(`${base}/kustomization.yaml`, 'utf8'))
    const files = own.filter((file) => file.startsWith('base/') && !/kustomization|secret\.example/.test(file))
    expect([...resources].sort()).toEqual(files.map((file) => file.slice('base/'.length)).sort())
  })

  it('run as nobody in particular, on a disk that they cannot write to', () => {
    for (const { securityContext, containers, automountServiceAccountToken } of pods()) {
      expect(securityContext).toMatchObject({
        runAsNonRoot: true,
        runAsUser: 1000,
        seccompProfile: { type: 'RuntimeDefault' },
      })
      expect(automountServiceAccountToken).toBe(false)
      for (const container of containers) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        })
        expect(container.resources).toMatchObject({
          requests: { memory: expect.any(String) },
          limits: { memory: expect.any(String) },
        })
        const mounts = new Set(container.volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath))
        for (const path of ['/data', '/tmp', '/app/dist']) expect(mounts).toContain(path)
      }
    }
  })

  it('give settings that there are, and secrets that the example has', () => {
    const secrets = Object.keys(named('Secret').stringData)
    for (const name of Object.keys(named('ConfigMap').data)) expect(settings).toContain(name)
    for (const { containers } of pods())
      for (const { name, value } of containers[0].env) {
        expect(settings).toContain(name)
        expect(secrets).toContain(value.replace('/run/secrets/saphena/', ''))
      }
  })

  it('ask the server what it answers, at ports that it has, and wait until it has finished', () => {
    const { containers, terminationGracePeriodSeconds } = named('Deployment').spec.template.spec
    const [{ livenessProbe, readinessProbe, startupProbe, ports }] = containers
    expect([livenessProbe, readinessProbe, startupProbe].map(({ httpGet }) => httpGet)).toEqual([
      { path: '/healthz', port: 'http' },
      { path: '/readyz', port: 'http' },
      { path: '/healthz', port: 'http' },
    ])
    expect(ports).toContainEqual({ name: 'metrics', containerPort: Number(named('ConfigMap').data.METRICS_PORT) })
    const delay = delayIn({ SHUTDOWN_DELAY_SECONDS: '0', ...named('ConfigMap').data })
    expect(delay).toBeGreaterThan(readinessProbe.periodSeconds * readinessProbe.failureThreshold)
    expect(terminationGracePeriodSeconds * 1000).toBeGreaterThanOrEqual(killAfterMs(delay))
  })

  it('send readers to a pod that is not ready, and nobody else', () => {
    const services = ['saphena', 'saphena-readers'].map((name) => named('Service', name).spec)
    expect(services.map(({ publishNotReadyAddresses = false }) => publishNotReadyAddresses)).toEqual([false, true])
    expect(services[1].selector).toEqual(services[0].selector)
  })

  it('find one another by their labels', () => {
    const { labels } = named('Deployment').spec.template.metadata
    expect(named('Service').spec.selector).toEqual(labels)
    expect(named('PodDisruptionBudget').spec.selector.matchLabels).toEqual(labels)
    expect(named('NetworkPolicy').spec.podSelector.matchLabels).toEqual(labels)
    const exporting = named('CronJob', 'saphena-export').spec.jobTemplate.spec.template.metadata.labels
    expect(named('NetworkPolicy', 'saphena-export').spec.podSelector.matchLabels).toEqual(exporting)
    const [{ http, host }] = named('Ingress').spec.rules
    expect(http.paths.map(({ path, backend }: Json) => [path, backend.service])).toEqual([
      ['/v1', { name: 'saphena-readers', port: { name: 'http' } }],
      ['/', { name: 'saphena', port: { name: 'http' } }],
    ])
    expect(named('ConfigMap').data.SERVER_URL).toBe(`https://${host}`)
  })
})

/** The rules of the linter that a file fails, but those that ask for another taste than ours. */
function composeErrors(...paths: string[]): string[] {
  const rules = {
    'no-build-and-image': 0,
    'service-image-require-explicit-tag': 0,
    'no-unbound-port-interfaces': 0,
  } as const
  const results = new DCLinter({ rules, quiet: true, debug: false, exclude: [] }).lintFiles(paths, false)
  expect(results).toHaveLength(paths.length)
  return results.flatMap(({ messages }) => messages.filter(({ type }) => type === 'error').map(({ rule }) => rule))
}

function run(checker: string, args: string[]) {
  if (missing) expect.fail(missing)
  const { status, stdout, stderr } = spawnSync(join('.cache/checkers/bin', checker), args, { encoding: 'utf8' })
  return { status, output: stdout + stderr }
}

/** Why the checkers cannot be had on this machine; undefined where they can. Fetches them the first time. */
function checkersMissing(): string | undefined {
  try {
    execFileSync('sh', ['test/fetch-checkers.sh'], { stdio: ['ignore', 'ignore', 'pipe'], timeout: 300_000 })
    return undefined
  } catch {
    return 'The checkers cannot be fetched, which needs python3 with venv (npm run test:checkers says more)'
  }
}
