import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { describeSettings } from './describeSettings'
import { InvalidSettings, readSettings } from './readSettings'
import { otherVariables } from './variables'

const complaintAbout = (environment: Record<string, string>): string => {
  try {
    readSettings(environment)
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidSettings)
    return (error as Error).message
  }
  return 'no complaint'
}

/** What may be handed in as a file, and the values that such a file holds here. */
const byFile = {
  DATABASE_URL: 'mongodb://user:password@db.example.org/saphena',
  PAYLOAD_SECRET: 'f'.repeat(32),
  ADMIN_PASSWORD: 'a-password-in-a-file',
  SMTP_URL: 'smtps://user:password@mail.example.org',
  METRICS_TOKEN: 'a-token-in-a-file',
  S3_SECRET_ACCESS_KEY: 'a-secret-in-a-file',
}

describe('the settings', () => {
  it('need no variable', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      workers: 1,
      dataDir: resolve('data'),
      databaseUrl: `file:${resolve('data/saphena.db')}`,
      secret: undefined,
      serverUrl: undefined,
      adminEmail: 'admin@localhost.localdomain',
      adminPassword: undefined,
      seed: true,
      logLevel: 'info',
      smtpUrl: undefined,
      s3: undefined,
      cacheBytes: 67_108_864,
      cacheStaleSeconds: 300,
      partsBytes: 67_108_864,
      webhookAllowPrivate: false,
      referencesCheck: true,
      referencesAllowPrivate: false,
      introspection: false,
      graphqlOperations: undefined,
      corsOrigins: [],
      trustProxy: 0,
      readsAMinute: 6000,
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
      WORKERS: '4',
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
      S3_BUCKET: 'saphena-media',
      S3_ENDPOINT: 'https://s3.example.org',
      S3_REGION: 'eu-central-1',
      S3_ACCESS_KEY_ID: 'an-access-key',
      S3_SECRET_ACCESS_KEY: 'its-secret',
      S3_FORCE_PATH_STYLE: 'true',
      CACHE_BYTES: '0',
      CACHE_STALE_SECONDS: '60',
      PARTS_BYTES: '2048',
      WEBHOOK_ALLOW_PRIVATE: 'true',
      REFERENCES_CHECK: 'false',
      REFERENCES_ALLOW_PRIVATE: 'true',
      GRAPHQL_INTROSPECTION: 'true',
      GRAPHQL_OPERATIONS: 'operations',
      CORS_ORIGINS: 'https://app.example.org, http://localhost:5173',
      TRUST_PROXY: '1',
      READS_A_MINUTE: '0',
      SHUTDOWN_DELAY_SECONDS: '5',
      METRICS_PORT: '9464',
      METRICS_TOKEN: 'a-token-of-sixteen-characters',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
      OTEL_SERVICE_NAME: 'clinic',
      NODE_ENV: 'production',
    }
    // a variable that is not tried here is one whose reading nobody looked at
    const others = [...Object.keys(otherVariables), ...Object.keys(byFile).map((name) => `${name}_FILE`)]
    expect([...Object.keys(given), ...others].sort()).toEqual(
      describeSettings()
        .map(({ name }) => name)
        .sort(),
    )
    expect(readSettings(given)).toEqual({
      port: 0,
      host: '::',
      workers: 4,
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
      s3: {
        bucket: 'saphena-media',
        endpoint: 'https://s3.example.org',
        region: 'eu-central-1',
        credentials: { accessKeyId: 'an-access-key', secretAccessKey: 'its-secret' },
        forcePathStyle: true,
      },
      cacheBytes: 0,
      cacheStaleSeconds: 60,
      partsBytes: 2048,
      webhookAllowPrivate: true,
      referencesCheck: false,
      referencesAllowPrivate: true,
      introspection: true,
      graphqlOperations: resolve('operations'),
      corsOrigins: ['https://app.example.org', 'http://localhost:5173'],
      trustProxy: 1,
      readsAMinute: 0,
      shutdownDelaySeconds: 5,
      metricsPort: 9464,
      metricsToken: 'a-token-of-sixteen-characters',
      otlpEndpoint: 'http://collector:4318',
      otelServiceName: 'clinic',
      production: true,
    })
  })

  it('take a bucket without keys for one that the machine itself may use', () => {
    expect(readSettings({ S3_BUCKET: 'media' }).s3).toEqual({
      bucket: 'media',
      endpoint: undefined,
      region: 'us-east-1',
      credentials: undefined,
      forcePathStyle: false,
    })
  })

  describe('by files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'saphena-secrets-'))
    const fileWith = (name: string, text: string) => {
      const path = join(folder, name)
      writeFileSync(path, text)
      return path
    }
    afterAll(() => rmSync(folder, { recursive: true }))
    const more = { S3_BUCKET: 'media', S3_ACCESS_KEY_ID: 'an-access-key' }

    it('are the same as in the environment, without the line end of an editor', () => {
      const files = Object.entries(byFile).map(([name, value]) => [`${name}_FILE`, fileWith(name, `${value}\n`)])
      expect(readSettings({ ...more, ...Object.fromEntries(files) })).toEqual(readSettings({ ...more, ...byFile }))
    })

    it('are judged as in the environment, and their values kept to themselves', () => {
      const complaint = complaintAbout({ PAYLOAD_SECRET_FILE: fileWith('short', 'too short') })
      expect(complaint).toMatch(/: PAYLOAD_SECRET: must have at least 32 characters$/)
      expect(complaint).not.toContain('too short')
    })

    it.each([
      [
        'that is not there',
        { PAYLOAD_SECRET_FILE: '/nowhere' },
        'PAYLOAD_SECRET_FILE: the file cannot be read (ENOENT)',
      ],
      ['that is empty', { SMTP_URL_FILE: fileWith('empty', '\n') }, 'SMTP_URL_FILE: the file is empty'],
      [
        'beside the variable',
        { METRICS_TOKEN: 'm'.repeat(16), METRICS_TOKEN_FILE: fileWith('token', 'n'.repeat(16)) },
        'METRICS_TOKEN_FILE: is given beside METRICS_TOKEN, and only one of them may be',
      ],
    ])('complain of one %s', (_, given, complaint) => {
      expect(complaintAbout(given)).toBe(`Cannot start, these settings are invalid: ${complaint}`)
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

  it('have a port for metrics where there are several processes', () => {
    const given = { WORKERS: '2', METRICS_TOKEN: 'a-token-of-sixteen-characters' }
    expect(() => readSettings(given)).toThrow(/METRICS_PORT: is needed/)
    expect(readSettings({ ...given, METRICS_PORT: '0' }).workers).toBe(2)
    expect(() => readSettings({ WORKERS: '65' })).toThrow(/WORKERS: must be/)
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
    ['S3_BUCKET', 'x'],
    ['S3_ENDPOINT', 's3.example.org'],
    ['S3_ACCESS_KEY_ID', 'without a secret'],
    ['S3_FORCE_PATH_STYLE', 'yes'],
    ['GRAPHQL_INTROSPECTION', '1'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'https://app.example.org/path'],
    ['CORS_ORIGINS', 'https://app.example.org,app.example.org'],
    ['TRUST_PROXY', 'true'],
    ['READS_A_MINUTE', '-1'],
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
    expect(complaint.match(/\b(PORT|SEED|ADMIN_PASSWORD): /g)).toEqual(['PORT: ', 'SEED: ', 'ADMIN_PASSWORD: '])
  })
})
