import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BasePayload, TypeWithVersion } from 'payload'
import { seedStarter } from '../src/editorial/seedStarter'
import type { CreatedDatabase } from './databases'
import { paragraphs, type Service } from './startService'
import { picture, uploadForm } from './uploadForm'

/** What commands on a database are told; the secret is that of `startService`. */
export const commandSettings = ({
  url,
  dataDir,
}: Pick<CreatedDatabase, 'url' | 'dataDir'>): Record<string, string> => ({
  DATABASE_URL: url,
  DATA_DIR: dataDir,
  LOG_LEVEL: 'error',
  PAYLOAD_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
})

/** So many are written as an editor writes them; the others are copies of these, which are there at once. */
const written = 60

/** The starter content, pictures, and so many articles as a desk has them: changed, translated, in review, moved, in the trash. */
export async function fillDesk(service: Service, count: number): Promise<void> {
  const { payload, ask } = service
  await seedStarter(payload)
  const pictures: string[] = []
  for (let number = 0; number < 3; number++) {
    const form = uploadForm(await picture('png', 400 + number, 300), `leg-${number}.png`)
    pictures.push((await ask('editor', 'POST', '/api/media', form)).body.doc.id)
  }
  const users = (await ask('admin', 'GET', '/api/users?depth=0')).body.docs as { id: string; role: string }[]
  const author = users.find(({ role }) => role === 'editor')?.id ?? ''
  for (let number = 0; number < Math.min(count, written); number++)
    await addArticle(service, number, { pictures, author })
  await copyArticles(service.payload, count - written)
  await payload.update({
    collection: 'users',
    id: users.find(({ role }) => role === 'api')?.id ?? '',
    data: { enableAPIKey: true, apiKey: 'the-key-of-an-app' },
    overrideAccess: true,
  })
  await service.runJobs()
  await ask('admin', 'POST', '/api/payload-preferences/collection-articles', { value: { limit: 50 } })
}

async function addArticle(
  { payload, ask }: Service,
  number: number,
  { pictures, author }: { pictures: string[]; author: string },
): Promise<void> {
  const { id } = await payload.create({
    collection: 'articles',
    data: {
      title: `Article number ${number}`,
      summary: number % 4 ? 'A summary.' : null,
      hero: number % 3 ? null : (pictures[number % pictures.length] ?? null),
      body: paragraphs(`Some have leg cramps and swelling, number ${number}.`, 'Walking and stretching help.'),
      keyPoints: number % 2 ? ['Move often.', 'Drink water.'] : [],
      seekCare: { urgency: 'self-care' },
      references: number % 5 ? [] : [{ citation: `A source, ${number}.`, url: 'https://example.org/source' }],
      reviewedOn: '2026-01-15T12:00:00.000Z',
      ...(number % 50 ? {} : { author }),
      _status: number % 7 ? 'published' : 'draft',
    },
    depth: 0,
    select: {},
    overrideAccess: true,
  })
  const change = (data: object, options: object = {}) =>
    payload.update({
      collection: 'articles',
      id,
      data: data as never,
      depth: 0,
      select: {},
      overrideAccess: true,
      ...options,
    })
  if (number % 10 === 1)
    await change(
      {
        title: `Artículo número ${number}`,
        body: paragraphs('Unas palabras.'),
        localeStatus: 'ready',
        _status: 'published',
      },
      { locale: 'es' },
    )
  if (number % 25 === 2) await change({ slug: `moved-${number}`, _status: 'published' })
  if (number % 8 === 3) await change({ summary: 'Being rewritten.' }, { draft: true })
  if (number % 8 === 4) await change({ summary: 'Noted by the form.' }, { draft: true, autosave: true })
  if (number % 20 === 5) {
    await ask('editor', 'POST', `/api/articles/${id}/review`, { action: 'submit', locale: 'en', note: 'Please read.' })
    await ask('reviewer', 'POST', `/api/articles/${id}/review`, { action: 'approve', locale: 'en' })
  }
  if (number % 40 === 6) {
    const shared = await ask('editor', 'POST', '/api/draft-shares/share', { article: id, locale: 'en', days: 7 })
    if (shared.status !== 201) throw new Error(JSON.stringify(shared.body))
  }
  if (number % 60 === 9) await ask('admin', 'PATCH', `/api/articles/${id}`, { deletedAt: new Date().toISOString() })
}

/** Past the hooks, with new ids and addresses, and with all versions. */
async function copyArticles(payload: Service['payload'], count: number): Promise<void> {
  const own = { title: { like: 'Article number' } }
  const all = { limit: 0, pagination: false, sort: 'id' }
  const { docs } = await payload.db.find<Written>({ collection: 'articles', where: own, locale: 'en', ...all })
  const { docs: versions } = await payload.db.findVersions<Written>({
    collection: 'articles',
    where: { parent: { in: docs.map(({ id }) => id) } },
    ...all,
    sort: 'createdAt',
  })
  const asCopy = (row: Written, number: number) => {
    const slugs = Object.entries(row.slug ?? {}).filter(([, slug]) => slug)
    const slug = Object.fromEntries(slugs.map(([locale, each]) => [locale, `${each}-copy-${number}`]))
    const references = row.references?.map((reference) => ({ ...reference, id: randomUUID() }))
    return { ...structuredClone(row), slug, ...(references ? { references } : {}), versionKey: randomUUID() }
  }
  for (let number = 0; number < count; number++) {
    const original = docs[number % docs.length] as Written
    const id = randomUUID()
    await payload.db.create({ collection: 'articles', data: { ...asCopy(original, number), id }, returning: false })
    for (const { parent, version, createdAt, updatedAt, autosave } of versions as (TypeWithVersion<Written> &
      Autosaved)[]) {
      if (parent !== original.id) continue
      await payload.db.createVersion({
        collectionSlug: 'articles',
        parent: id,
        versionData: asCopy(version as never, number) as never,
        autosave: Boolean(autosave),
        createdAt,
        updatedAt,
        returning: false,
      })
    }
  }
}

interface Autosaved {
  autosave?: boolean | null
}

interface Written {
  id: string
  slug?: Record<string, string | null>
  references?: object[] | null
}

/** Another database beside that of the service, with what a command has: what goes wrong there can be arranged. */
export async function connectTo({ url, dataDir }: Pick<CreatedDatabase, 'url' | 'dataDir'>): Promise<BasePayload> {
  // The settings are read when these are loaded, so not before the service has set them.
  const { getPayload } = await import('payload')
  const { default: config } = await import('../src/payload.config')
  const { databaseAdapter } = await import('../src/database/adapter')
  const { migrateDatabase } = await import('../src/database/migrate')
  const db = await databaseAdapter({ url, dataDir })
  const payload = await getPayload({
    config: { ...(await config), db: db as never },
    key: randomUUID(),
    disableOnInit: true,
  })
  await migrateDatabase(payload)
  return payload
}

/** A folder that is not there yet, for an export. */
export async function freshFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), 'saphena-export-'))
  return { folder: join(parent, 'export'), remove: () => rm(parent, { recursive: true, force: true }) }
}

/** All of an export but its own time and kind, by the file's name. */
export async function readExport(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path)
    files[path.slice(folder.length + 1)] = bytes.toString('latin1')
  }
  const { made, ...manifest } = JSON.parse(files['manifest.json'] ?? '{}')
  if (!made) throw new Error('The export has no time')
  return { ...files, 'manifest.json': JSON.stringify(manifest) }
}
