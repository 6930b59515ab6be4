import type { Documents, LocalStore, SyncedType } from './store.js'

interface Copy {
  cursor?: string
  /** Each type's documents by their ids. */
  types: Map<SyncedType, Map<string, unknown>>
}

/** A store that lasts as long as the program: for servers, tests and scripts. */
export function memoryStore(): LocalStore {
  const copies = new Map<string, Copy>()
  const documents = (locale: string, type: SyncedType) => copies.get(locale)?.types.get(type)

  return {
    readCursor: async (locale) => copies.get(locale)?.cursor,
    keys: async (locale) =>
      [...(copies.get(locale)?.types ?? [])].flatMap(([type, kept]) => [...kept.keys()].map((id) => ({ type, id }))),
    // Nothing in it waits, so nobody sees half of it.
    apply: async ({ locale, items, cursor }) => {
      const copy: Copy = copies.get(locale) ?? { types: new Map() }
      copies.set(locale, copy)
      for (const item of items) {
        const kept = copy.types.get(item.type) ?? new Map<string, unknown>()
        copy.types.set(item.type, kept)
        if (item.op === 'upsert') kept.set(item.id, item.document)
        else kept.delete(item.id)
      }
      copy.cursor = cursor
    },
    get: async <Type extends SyncedType>(locale: string, type: Type, id: string) =>
      documents(locale, type)?.get(id) as Documents[Type] | undefined,
    find: async <Type extends SyncedType>(locale: string, type: Type, slug: string) =>
      ([...(documents(locale, type)?.values() ?? [])] as Documents[Type][]).find((document) => document.slug === slug),
    all: async <Type extends SyncedType>(locale: string, type: Type) =>
      [...(documents(locale, type)?.values() ?? [])] as Documents[Type][],
  }
}
