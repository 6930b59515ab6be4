import type { Documents, LocalStore, SyncedType } from './store.js'

interface Row {
  locale: string
  type: SyncedType
  id: string
  document: unknown
}

/**
 * A store in the browser, which is there after a reload and without a network.
 *
 * @param name of the database; it holds every language
 */
export function indexedDbStore(name: string): LocalStore & { close(): Promise<void> } {
  let opening: Promise<IDBDatabase> | undefined
  const database = (): Promise<IDBDatabase> => {
    const forget = () => {
      opening = undefined
    }
    opening ??= open(name, forget).catch((error) => {
      forget()
      throw error
    })
    return opening
  }
  const read = async <T>(request: (transaction: IDBTransaction) => IDBRequest): Promise<T> => {
    const transaction = (await database()).transaction(['documents', 'cursors'], 'readonly')
    return result<T>(request(transaction))
  }

  return {
    readCursor: async (locale) =>
      (await read<{ cursor: string } | undefined>((on) => on.objectStore('cursors').get(locale)))?.cursor,
    keys: async (locale) => {
      const keys = await read<[string, SyncedType, string][]>((on) =>
        on.objectStore('documents').getAllKeys(below(locale)),
      )
      return keys.map(([, type, id]) => ({ type, id }))
    },
    apply: async ({ locale, items, cursor }) => {
      const transaction = (await database()).transaction(['documents', 'cursors'], 'readwrite')
      const kept = finished(transaction)
      try {
        const documents = transaction.objectStore('documents')
        for (const item of items) {
          const { type, id } = item
          if (item.op === 'upsert') documents.put({ locale, type, id, document: item.document } satisfies Row)
          else documents.delete([locale, type, id])
        }
        transaction.objectStore('cursors').put({ locale, cursor })
      } catch (error) {
        // What was put before it would be kept otherwise.
        transaction.abort()
        await kept.catch(() => {})
        throw error
      }
      await kept
    },
    get: async <Type extends SyncedType>(locale: string, type: Type, id: string) => {
      const row = await read<Row | undefined>((on) => on.objectStore('documents').get([locale, type, id]))
      return row?.document as Documents[Type] | undefined
    },
    find: async <Type extends SyncedType>(locale: string, type: Type, slug: string) => {
      const row = await read<Row | undefined>((on) =>
        on.objectStore('documents').index('slugs').get([locale, type, slug]),
      )
      return row?.document as Documents[Type] | undefined
    },
    all: async <Type extends SyncedType>(locale: string, type: Type) => {
      const rows = await read<Row[]>((on) => on.objectStore('documents').getAll(below(locale, type)))
      return rows.map(({ document }) => document) as Documents[Type][]
    },
    close: async () => {
      const opened = await opening
      opening = undefined
      opened?.close()
    },
  }
}

/** Every key that begins like this: an array is after all strings. */
const below = (...start: string[]) => IDBKeyRange.bound(start, [...start, []])

async function open(name: string, gone: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    const documents = request.result.createObjectStore('documents', { keyPath: ['locale', 'type', 'id'] })
    documents.createIndex('slugs', ['locale', 'type', 'document.slug'])
    request.result.createObjectStore('cursors', { keyPath: 'locale' })
  }
  const database = await result<IDBDatabase>(request)
  // Another tab wants to delete it or has a newer version; the browser may close it, too. The next use opens it again.
  database.onversionchange = () => {
    database.close()
    gone()
  }
  database.onclose = gone
  return database
}

const result = <T>(request: IDBRequest): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T)
    request.onerror = () => reject(request.error)
  })

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new DOMException('Nothing was kept', 'AbortError'))
  })
