import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeSettings, InvalidSettings, otherVariables, readSettings } from './env'

const complaintAbout = (environment: Record<string, string>): string => {
  try {
    readSettings(environment)
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidSettings)
    return (error as Error).message
  }
  return 'no complaint'
}

describe('the settings', () => {
  it('need no variable', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('data'),
      databaseUrl: `file:${resolve('data/saphena.db')}`,
      secret: undefined,
      serverUrl: undefined,
      adminEmail: 'admin@localhost.localdomain',
      adminPassword: undefined,
      seed: true,
      logLevel: 'info',
      smtpUrl: undefined,
      cacheBytes: 67_108_864,
      cacheStaleSeconds: 300,
      partsBytes: 67_108_864,
      webhookAllowPrivate: false,
      referencesCheck: true,
      referencesAllowPrivate: false,
      introspection: false,
      graphqlOperations: undefined,
      shutdownDelaySeconds: 0,
      metricsPort: undefined,
      metricsToken: undefined,
      otlpEndpoint: undefined,
      otelServiceName: 'saphena',
      production: true,
    })
  })

  it('take an empty variable for a missing one', () => {
    const empty = Object.fromEntries(describeSettings().map(({ name }) => [name, '']))
    expect(readSettings(empty)).toEqual(readSettings({}))
  })

  it('take what is given', () => {
    const given = {
      PORT: '0',
      HOST: '::',
      DATA_DIR: '/var/lib/saphena',
      DATABASE_URL: 'mongodb+srv://db.example.org/saphena',
      PAYLOAD_SECRET: 's'.repeat(32),
      SERVER_URL: 'https://cms.example.org/',
      WEBSITE_URL: 'https://www.example.org/',
      ADMIN_EMAIL: 'boss@example.org',
      ADMIN_PASSWORD: 'a-long-enough-password',
      SEED: 'false',
      LOG_LEVEL: 'debug',
      SMTP_URL: 'smtps://user:password@mail.example.org',
      CACHE_BYTES: '0',
      CACHE_STALE_SECONDS: '60',
      PARTS_BYTES: '2048',
      WEBHOOK_ALLOW_PRIVATE: 'true',
      REFERENCES_CHECK: 'false',
      REFERENCES_ALLOW_PRIVATE: 'true',
      GRAPHQL_INTROSPECTION: 'true',
      GRAPHQL_OPERATIONS: 'operations',
      SHUTDOWN_DELAY_SECONDS: '5',
      METRICS_PORT: '9464',
      METRICS_TOKEN: 'a-token-of-sixteen-characters',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
      OTEL_SERVICE_NAME: 'clinic',
      NODE_ENV: 'production',
    }
    // a variable that is not tried here is one whose reading nobody looked at
    const others = Object.keys(otherVariables)
    expect([...Object.keys(given), ...others].sort()).toEqual(
      describeSettings()
        .map(({ name }) => name)
        .sort(),
    )
    expect(readSettings(given)).toEqual({
      port: 0,
      host: '::',
      dataDir: '/var/lib/saphena',
      databaseUrl: 'mongodb+srv://db.example.org/saphena',
      secret: 's'.repeat(32),
      serverUrl: 'https://cms.example.org',
      websiteUrl: 'https://www.example.org',
      adminEmail: 'boss@example.org',
      adminPassword: 'a-long-enough-password',
      seed: false,
      logLevel: 'debug',
      smtpUrl: 'smtps://user:password@mail.example.org',
      cacheBytes: 0,
      cacheStaleSeconds: 60,
      partsBytes: 2048,
      webhookAllowPrivate: true,
      referencesCheck: false,
      referencesAllowPrivate: true,
      introspection: true,
      graphqlOperations: resolve('operations'),
      shutdownDelaySeconds: 5,
      metricsPort: 9464,
      metricsToken: 'a-token-of-sixteen-characters',
      otlpEndpoint: 'http://collector:4318',
      otelServiceName: 'clinic',
      production: true,
    })
  })

  it('keep the SQLite file in the data folder unless told where it is', () => {
    expect(readSettings({ DATA_DIR: '/srv/x' }).databaseUrl).toBe('file:/srv/x/saphena.db')
    expect(readSettings({ DATA_DIR: '/srv/x', DATABASE_URL: 'file:/elsewhere.db' }).databaseUrl).toBe(
      'file:/elsewhere.db',
    )
  })

  it.each(['development', 'test'])('show the GraphQL schema to everybody in %s unless told otherwise', (NODE_ENV) => {
    expect(readSettings({ NODE_ENV })).toMatchObject({ production: false, introspection: true })
    expect(readSettings({ NODE_ENV, GRAPHQL_INTROSPECTION: 'false' }).introspection).toBe(false)
  })

  it('cannot be changed', () => {
    expect(Object.isFrozen(readSettings({}))).toBe(true)
  })

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', ' '],
    ['PORT', '0x50'],
    ['PORT', '1e3'],
    ['DATABASE_URL', 'postgres://localhost/saphena'],
    ['DATABASE_URL', 'saphena.db'],
    ['DATABASE_URL', 'file:'],
    ['PAYLOAD_SECRET', 'too short'],
    ['SERVER_URL', 'cms.example.org'],
    ['SERVER_URL', 'ftp://cms.example.org'],
    ['WEBSITE_URL', 'www.example.org'],
    ['ADMIN_EMAIL', 'boss'],
    ['ADMIN_PASSWORD', 'elevenchars'],
    ['SEED', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['SMTP_URL', 'https://mail.example.org'],
    ['GRAPHQL_INTROSPECTION', '1'],
    ['NODE_ENV', 'staging'],
  ])('complain of %s=%s in one line that names it and keeps its value to itself', (name, value) => {
    const complaint = complaintAbout({ [name]: value })
    expect(complaint).toMatch(new RegExp(`^Cannot start, these settings are invalid: ${name}: \\S.*$`))
    expect(complaint).not.toContain(';')
    if (value.length > 5) expect(complaint).not.toContain(value)
  })

  it('complain of everything at once', () => {
    const complaint = complaintAbout({ PORT: 'x', SEED: 'x', ADMIN_PASSWORD: 'x' })
    expect(complaint).not.toContain('\n')
    expect(complaint.match(/\b(PORT|SEED|ADMIN_PASSWORD): /g)).toEqual(['PORT: ', 'ADMIN_PASSWORD: ', 'SEED: '])
  })
})

describe('.env.example', () => {
  const example = readFileSync('.env.example', 'utf8')

  it.each(describeSettings())('says how to choose $name', ({ name, sentence, default: value }) => {
    expect(sentence).toMatch(/^\S.*\.$/)
    expect(example).toContain(`\n# ${sentence}\n#${name}=${value ?? ''}\n`)
  })

  it('names nothing else', () => {
    const names = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map((match) => match[1])
    expect(names).toEqual(describeSettings().map(({ name }) => name))
  })
})
