import { SyncError, sync } from '@saphena/client'
import { linkAddresses } from '../route'
import { firstPause, inOrder, newFor, saphenaUrl, updateEvery } from '../settings'
import type { Locale } from '../words'
import { readCatalog } from './catalog'
import { copy } from './copy'
import { type KeptPictures, keepPictures } from './keepPictures'
import { noteFirstCopy } from './notices'
import { remembered } from './remembered'

type Failure = 'offline' | 'refused' | 'full'

export type SyncState =
  | { is: 'resting' }
  /** For the first time in this language, where `first`. How much there is becomes known with the first answer. */
  | { is: 'updating'; locale: Locale; first: boolean; kept: number; remaining: number | undefined }
  | { is: 'failed'; why: Failure }

/** When a language was last brought to its end. */
export const lastComplete = { en: remembered<string>('complete-en'), es: remembered<string>('complete-es') }
export const keptPictures = remembered<KeptPictures>('pictures')

interface Watch {
  /** The language that is shown: it comes first. */
  locale: () => Locale
  onState: (state: SyncState) => void
  /** What is kept in this language is another thing now. */
  onChange: (locale: Locale) => void
}

/** Brings the copies to what Saphena has now: at once, when the network is back, when one comes back to the app, and every so often. */
export function keepCurrent(watch: Watch): { update: () => void; stop: () => void } {
  let running = false
  let failures = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  const update = async () => {
    if (running) return
    running = true
    clearTimeout(waiting)
    try {
      // Two windows of the app take turns.
      await navigator.locks.request('update', () => updateAll(watch))
      failures = 0
      watch.onState({ is: 'resting' })
    } catch (error) {
      const why = failureOf(error)
      if (why !== 'offline') console.warn(error)
      watch.onState({ is: 'failed', why })
      failures++
    } finally {
      running = false
      // A browser may believe that it has a network where it has none, and so does not tell when it comes back.
      waiting = setTimeout(update, failures > 0 ? Math.min(updateEvery, firstPause * 2 ** (failures - 1)) : updateEvery)
    }
  }
  const look = () => {
    const last = Date.parse(lastComplete[watch.locale()].read() ?? '') || 0
    if (document.visibilityState === 'visible' && Date.now() - last > newFor) void update()
  }
  addEventListener('online', update)
  document.addEventListener('visibilitychange', look)
  void update()
  return {
    update: () => void update(),
    stop: () => {
      clearTimeout(waiting)
      removeEventListener('online', update)
      document.removeEventListener('visibilitychange', look)
    },
  }
}

async function updateAll({ locale, onState, onChange }: Watch): Promise<void> {
  if (!navigator.onLine) throw new TypeError('There is no network')
  for (const each of inOrder(locale())) {
    const first = lastComplete[each].read() === undefined
    // An interrupted first time goes on where it was.
    const before = first ? (await copy.keys(each)).length : 0
    onState({ is: 'updating', locale: each, first, kept: before, remaining: undefined })
    await sync(copy, {
      baseUrl: saphenaUrl,
      locale: each,
      addresses: linkAddresses,
      retries: 2,
      onProgress: ({ upserted, removed, remaining }) => {
        onState({ is: 'updating', locale: each, first, kept: before + upserted, remaining })
        if (upserted + removed > 0) onChange(each)
      },
    })
    if (first) noteFirstCopy(await readCatalog(each))
    lastComplete[each].write(new Date().toISOString())
    onChange(each)
  }
  const catalogs = await Promise.all(inOrder(locale()).map(readCatalog))
  keptPictures.write(await keepPictures(catalogs.flatMap(({ pictures }) => pictures)))
}

function failureOf(error: unknown): Failure {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'full'
  return error instanceof SyncError && !passing.has(error.status) ? 'refused' : 'offline'
}

/** Somebody between us and Saphena cannot reach it. */
const passing = new Set([502, 503, 504])
