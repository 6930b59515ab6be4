import {
  type BasePayload,
  buildVersionCollectionFields,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type Where,
} from 'payload'
import { digestOf } from '../digestOf'
import { mayLack } from '../mayLack'
import type { MovedPart } from '../movedParts'
import { fromMoved, type Row, toMoved } from '../movedRow'
import { listIds } from './listIds'

interface Version {
  id: string
  parent: string
  createdAt: string
  updatedAt: string
  latest?: boolean | null
}

/**
 * The versions of a collection's documents, in the order of the documents and of their age. Their ids are the engine's and stay
 * behind: `versionKey` is what names a version on both.
 */
export function versionsPart(payload: BasePayload, collection: SanitizedCollectionConfig): MovedPart {
  const { slug } = collection
  const fields = buildVersionCollectionFields(payload.config, collection, true)

  const versionsOf = async (parents: string[], select?: Record<string, true>) => {
    const { docs } = await payload.db.findVersions<Row>({
      collection: slug,
      where: { parent: { in: parents } },
      limit: 0,
      pagination: false,
      sort: ['createdAt'],
      ...(select ? { select } : {}),
    })
    const found = new Map<string, (Version & Row)[]>()
    for (const row of docs as unknown as (Version & Row)[])
      found.set(row.parent, [...(found.get(row.parent) ?? []), row])
    return found
  }

  return {
    name: `${slug}-versions`,
    async *list() {
      for await (const page of listIds(payload, slug)) {
        const stamps = await versionsOf(
          page.map(({ id }) => id),
          { parent: true, createdAt: true, updatedAt: true, latest: true },
        )
        for (const { id } of page) {
          const seen = (stamps.get(id) ?? []).map(({ id: own, updatedAt, latest }) => `${own} ${updatedAt} ${latest}`)
          yield { key: id, stamp: digestOf(seen.sort()) }
        }
      }
    },
    async read(keys) {
      const found = await versionsOf(keys)
      return new Map(
        keys.map((key) => {
          const lines = (found.get(key) ?? []).map((row) => ({ parent: key, ...withoutNo(toMoved(fields, row)) }))
          return [key, lines.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))]
        }),
      )
    },
    async write(lines, req) {
      for (const line of lines as Row[]) {
        const data = fromMoved(fields, line, mayLack(payload, collection, (line.version ?? {}) as Row)) as {
          version: Row
        } & Row
        await payload.db.createVersion({
          collectionSlug: slug,
          parent: line.parent as string,
          versionData: (data.version ?? {}) as never,
          createdAt: line.createdAt as string,
          updatedAt: line.updatedAt as string,
          autosave: Boolean(line.autosave),
          ...(line.publishedLocale ? { publishedLocale: line.publishedLocale as never } : {}),
          ...(line.snapshot ? { snapshot: true } : {}),
          returning: false,
          req,
        })
      }
      await markLatest(lines as Row[], req)
    },
    keyOf: (line) => String((line as Row).parent),
  }

  /** The adapters go by the time alone, which two versions may share, and which a clock that jumped has turned round. */
  async function markLatest(lines: Row[], req: PayloadRequest): Promise<void> {
    const parents = [...new Set(lines.map(({ parent }) => String(parent)))]
    const missing = new Set(lines.filter(({ latest }) => latest).map((line) => JSON.stringify(line)))
    const rows = async (where: Where) => {
      const question = { collection: slug, where, limit: 0, pagination: false, req }
      return (await payload.db.findVersions<Row>(question)).docs as unknown as (Version & Row)[]
    }
    const mark = (row: Version, latest: boolean) => {
      const versionData = { latest, updatedAt: row.updatedAt } as never
      return payload.db.updateVersion({ id: row.id, collection: slug, versionData, req })
    }
    const lineOf = (row: Row) => JSON.stringify({ parent: row.parent, ...withoutNo(toMoved(fields, row)) })

    for (const row of await rows({ and: [{ parent: { in: parents } }, { latest: { equals: true } }] }))
      if (!missing.delete(lineOf(row))) await mark(row, false)
    if (missing.size === 0) return
    for (const row of await rows({ parent: { in: parents } }))
      if (missing.delete(lineOf({ ...row, latest: true }))) await mark(row, true)
  }
}

const orderOf = (line: Row): string =>
  `${line.createdAt} ${line.updatedAt} ${(line.version as Row | undefined)?.versionKey ?? ''} ${JSON.stringify(line)}`

/** MongoDB says nothing where SQLite says no. */
function withoutNo({ latest, autosave, snapshot, ...rest }: Row): Row {
  return {
    ...rest,
    ...(latest ? { latest } : {}),
    ...(autosave ? { autosave } : {}),
    ...(snapshot ? { snapshot } : {}),
  }
}
