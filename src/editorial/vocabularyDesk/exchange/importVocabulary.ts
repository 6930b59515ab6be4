import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type PayloadRequest,
  type TypedLocale,
  ValidationError,
} from 'payload'
import { ownLocale } from '../../../access/ownLocale'
import { retryConflicts } from '../../../database/conflicts'
import { defaultLocaleOf, localesOf } from '../../vocabulary'
import { type Column, columnsFor } from './columns'
import type { FileCode } from './entryRecord'
import { type Outcome, type PlannedRow, type PreparedRow, planImport } from './planImport'
import { readAllEntries } from './readAllEntries'
import type { ReadRow } from './readRow'

export interface ImportResult {
  dryRun: boolean
  counts: Record<Outcome, number>
  rows: PlannedRow[]
}

export interface ImportOptions {
  /** Readers see it at once, but for rows that say that they are drafts; otherwise all are drafts. */
  publish: boolean
  /** Say what would happen, and write nothing. */
  dryRun: boolean
}

type Read = (columns: readonly Column[]) => ReadRow[]

/**
 * Puts a file's entries in and brings those that are there up to date, row by row: a row that is refused keeps no other one out.
 * The same file again changes nothing.
 *
 * @param read reads the file with these columns
 */
export async function importVocabulary(
  read: Read,
  { publish, dryRun }: ImportOptions,
  req: PayloadRequest,
): Promise<ImportResult> {
  const columns = columnsFor(localesOf(req.payload), defaultLocaleOf(req.payload))
  const rows = read(columns)
  const planned = await planImport(rows, await readAllEntries(req), columns, publish, req)
  if (!dryRun) await applyRows(planned, columns, req)
  const counts = { created: 0, changed: 0, unchanged: 0, refused: 0 }
  for (const { outcome } of planned) counts[outcome]++
  const told = planned.map(({ row, label, kind, outcome, changes, reasons }) => ({
    row,
    label,
    ...(kind ? { kind } : {}),
    outcome,
    changes,
    reasons,
  }))
  return { dryRun, counts, rows: told }
}

/** Remedies first, since symptoms name them. What a word kept out that another row gives away is tried again at the end. */
async function applyRows(planned: PreparedRow[], columns: readonly Column[], req: PayloadRequest): Promise<void> {
  const wanted = planned.filter(({ outcome }) => outcome === 'created' || outcome === 'changed')
  const ordered = [...wanted].sort((a, b) => Number(a.kind === 'symptom') - Number(b.kind === 'symptom'))
  let left = ordered
  for (let turn = 0; turn < 2 && left.length > 0; turn++) {
    const refused: PreparedRow[] = []
    for (const row of left) {
      const reasons = await retryConflicts(() => applyRow(row, columns, req))
      if (reasons.length === 0) continue
      refused.push(row)
      row.reasons = reasons
    }
    if (refused.length === left.length && turn > 0) break
    left = refused
  }
  for (const row of wanted) {
    if (left.includes(row)) row.outcome = 'refused'
    else row.reasons = []
  }
}

/** One row in one transaction, in every language that it has. @returns why it was refused */
async function applyRow(row: PreparedRow, columns: readonly Column[], req: PayloadRequest): Promise<string[]> {
  const { payload } = req
  const own = await createLocalReq({ ...(req.user ? { user: req.user } : {}) }, payload)
  const ours = await initTransaction(own)
  try {
    await writeRow(row, columns, own)
    if (ours) await commitTransaction(own)
    return []
  } catch (error) {
    await killTransaction(own)
    if (!(error instanceof ValidationError)) throw error
    return error.data.errors.map(({ path, message }) => `${path}: ${message}`)
  }
}

async function writeRow(
  { collection, record, entry, publishes, changes }: PreparedRow,
  columns: readonly Column[],
  req: PayloadRequest,
): Promise<void> {
  if (!collection || !record) return
  const { payload } = req
  const first = defaultLocaleOf(payload)
  const remedies = await remedyIds((record.values.relieved_by ?? []) as string[], req)
  const dataFor = (locale: string): Record<string, unknown> => {
    const data: Record<string, unknown> = {}
    for (const column of columns)
      if (
        changes.includes(column.name) &&
        (column.locale === locale || (column.locale === undefined && locale === first))
      )
        put(data, column, record.values[column.name], remedies)
    return data
  }
  const status = publishes ? { _status: 'published' } : {}
  const how = { collection, draft: !publishes, depth: 0, overrideAccess: true, select: { slug: true } } as const
  let id = entry?.id
  for (const locale of [first, ...localesOf(payload).filter((each) => each !== first)] as TypedLocale[]) {
    const data = dataFor(locale)
    const isFirst = locale === first
    const nothingToSay = Object.keys(data).length === 0 && !(isFirst && changes.includes('status'))
    if (id !== undefined && nothingToSay) continue
    const all = { ...data, ...status } as never
    if (id === undefined) {
      const withId = record.id ? { ...(all as object), id: record.id } : all
      id = (await payload.create({ ...how, locale, data: withId as never, req: ownLocale(req) })).id
    } else await payload.update({ ...how, locale, id, data: all, req: ownLocale(req) })
  }
}

function put(
  data: Record<string, unknown>,
  { path: [first, second], form }: Column,
  value: unknown,
  remedies: ReadonlyMap<string, string>,
): void {
  const stored = toStored(form, value, remedies)
  if (second === undefined) data[first] = stored
  else data[first] = { ...(data[first] as object | undefined), [second]: stored }
}

function toStored(form: Column['form'], value: unknown, remedies: ReadonlyMap<string, string>): unknown {
  if (form === 'ready') return value === 'yes' ? 'ready' : 'draft'
  if (form === 'entries') return (value as string[]).flatMap((slug) => remedies.get(slug) ?? [])
  if (form === 'codes')
    return (value as FileCode[]).map(({ display, ...code }) => ({ ...code, display: display || null }))
  return value === '' ? null : value
}

async function remedyIds(slugs: readonly string[], req: PayloadRequest): Promise<ReadonlyMap<string, string>> {
  if (slugs.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'remedies',
    where: { slug: { in: [...slugs] } },
    locale: defaultLocaleOf(req.payload) as TypedLocale,
    draft: true,
    limit: 0,
    pagination: false,
    depth: 0,
    select: { slug: true },
    overrideAccess: true,
    req: ownLocale(req),
  })
  return new Map(docs.map(({ id, slug }) => [slug ?? '', id]))
}
