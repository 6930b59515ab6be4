import type { components } from './schema.js'

type Schemas = components['schemas']

export type SyncedType = Schemas['Served']['type']
export type SyncItem = Schemas['SyncPage']['items'][number]

/** What is kept, by its type: whole, without what depends on other documents or on the hour. */
export interface Documents {
  articles: Omit<Schemas['Article'], 'related' | 'html' | 'text'>
  symptoms: Omit<Schemas['Symptom'], 'articles'>
  remedies: Omit<Schemas['Remedy'], 'articles'>
  clinics: Omit<Schemas['Clinic'], 'articles' | 'open'>
}

export interface StoreChange {
  locale: string
  /** To be put and removed, in this order. One that is put may be there already, one that is removed may not be. */
  items: readonly SyncItem[]
  /** How far the copy is once the items are kept. */
  cursor: string
}

/** Where `sync` keeps its copy; each language is a copy of its own. */
export interface Store {
  /** The cursor of the last change that was kept. */
  readCursor(locale: string): Promise<string | undefined>
  /** Every document there is, for a copy that has to start again. */
  keys(locale: string): Promise<{ type: SyncedType; id: string }[]>
  /** Keeps the items and the cursor, both or neither, and resolves only when they will still be there after a crash. */
  apply(change: StoreChange): Promise<void>
}

/** A store that an app reads from, too. */
export interface LocalStore extends Store {
  get<Type extends SyncedType>(locale: string, type: Type, id: string): Promise<Documents[Type] | undefined>
  /** By the slug of its language, as links have it. */
  find<Type extends SyncedType>(locale: string, type: Type, slug: string): Promise<Documents[Type] | undefined>
  all<Type extends SyncedType>(locale: string, type: Type): Promise<Documents[Type][]>
}
