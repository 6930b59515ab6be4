import { defaultLocale, type Locale, locales } from '../addresses'
import { BadParameter } from '../parameters'

export const syncedTypes = ['articles', 'symptoms', 'remedies', 'clinics'] as const
export type SyncedType = (typeof syncedTypes)[number]

/**
 * How far a client is. While it gets everything for the first time, `after` is the last document it has; the log's `position` is
 * from before the first of them, so that what changes meanwhile comes once more and nothing is left out.
 */
export interface SyncCursor {
  locale: Locale
  position: number
  after?: { type: SyncedType; id: string }
}

/** Opaque to clients. */
export const writeCursor = ({ locale, position, after }: SyncCursor): string =>
  Buffer.from(JSON.stringify([1, locale, position, ...(after ? [after.type, after.id] : [])])).toString('base64url')

/** @throws BadParameter for what is no cursor, or one of another language than asked for */
export function readCursor(cursor: string, asked: Locale | undefined): SyncCursor {
  const [version, locale, position, type, id] = parsed(cursor)
  const isAfter =
    type === undefined ||
    (syncedTypes.includes(type as SyncedType) && typeof id === 'string' && /^[\w-]{0,64}$/.test(id))
  if (
    version !== 1 ||
    !locales.includes(locale as Locale) ||
    !Number.isSafeInteger(position) ||
    (position as number) < 0 ||
    !isAfter
  )
    throw new BadParameter('cursor', 'is none that was given here')
  if (asked && asked !== locale) throw new BadParameter('locale', `is another than the cursor’s, which is ${locale}`)
  return {
    locale: locale as Locale,
    position: position as number,
    ...(type === undefined ? {} : { after: { type: type as SyncedType, id: id as string } }),
  }
}

function parsed(cursor: string): unknown[] {
  if (cursor.length > 500) return []
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/** Where a client begins that has nothing. */
export const firstCursor = (locale: Locale | undefined, position: number): SyncCursor => ({
  locale: locale ?? defaultLocale,
  position,
  after: { type: syncedTypes[0], id: '' },
})
