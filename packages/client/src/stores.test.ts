import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { indexedDbStore } from './indexedDbStore.js'
import { memoryStore } from './memoryStore.js'
import type { LocalStore, SyncedType, SyncItem } from './store.js'

const put = (type: SyncedType, id: string, document: object = { id }): SyncItem => ({
  op: 'upsert',
  type,
  id,
  document: document as { [key: string]: unknown },
})
const remove = (type: SyncedType, id: string): SyncItem => ({
  op: 'remove',
  type,
  id,
  reason: 'deleted',
  at: '2026-01-01T00:00:00Z',
})

let names = 0
const stores: [string, () => LocalStore][] = [
  ['memoryStore', memoryStore],
  ['indexedDbStore', () => indexedDbStore(`store-${names++}`)],
]

describe.each(stores)('%s', (_, create) => {
  it('is empty at first', async () => {
    const store = create()
    expect(await store.readCursor('en')).toBeUndefined()
    expect(await store.keys('en')).toEqual([])
    expect(await store.get('en', 'articles', 'a')).toBeUndefined()
    expect(await store.all('en', 'articles')).toEqual([])
  })

  it('keeps types and languages apart', async () => {
    const store = create()
    await store.apply({ locale: 'en', items: [put('articles', 'a'), put('clinics', 'a')], cursor: '1' })
    await store.apply({ locale: 'es', items: [put('articles', 'a', { id: 'a', title: 'Uno' })], cursor: '2' })
    await store.apply({ locale: 'en', items: [remove('clinics', 'a')], cursor: '3' })
    expect(await store.keys('en')).toEqual([{ type: 'articles', id: 'a' }])
    expect(await store.get('es', 'articles', 'a')).toMatchObject({ title: 'Uno' })
    expect(await store.all('en', 'clinics')).toEqual([])
    expect([await store.readCursor('en'), await store.readCursor('es')]).toEqual(['3', '2'])
  })

  it('finds a document by its slug, which each language has its own of and which may change', async () => {
    const store = create()
    const named = (slug: string) => put('articles', 'a', { id: 'a', slug })
    await store.apply({ locale: 'en', items: [named('cramps')], cursor: '1' })
    await store.apply({ locale: 'es', items: [named('calambres')], cursor: '1' })
    expect(await store.find('es', 'articles', 'calambres')).toMatchObject({ id: 'a' })
    expect(await store.find('en', 'articles', 'calambres')).toBeUndefined()
    expect(await store.find('es', 'symptoms', 'calambres')).toBeUndefined()
    await store.apply({ locale: 'es', items: [named('calambres-nocturnos')], cursor: '2' })
    expect(await store.find('es', 'articles', 'calambres')).toBeUndefined()
    expect(await store.find('es', 'articles', 'calambres-nocturnos')).toMatchObject({ id: 'a' })
  })

  it('follows the order of the items', async () => {
    const store = create()
    await store.apply({
      locale: 'en',
      items: [put('articles', 'a'), remove('articles', 'a'), remove('articles', 'b'), put('articles', 'b')],
      cursor: '1',
    })
    expect(await store.keys('en')).toEqual([{ type: 'articles', id: 'b' }])
  })
})

describe('indexedDbStore', () => {
  it('is there after it was closed', async () => {
    const name = `store-${names++}`
    const before = indexedDbStore(name)
    await before.apply({ locale: 'en', items: [put('articles', 'a')], cursor: '1' })
    await before.close()
    const after = indexedDbStore(name)
    expect(await after.readCursor('en')).toBe('1')
    expect(await after.all('en', 'articles')).toEqual([{ id: 'a' }])
    expect(await before.readCursor('en')).toBe('1')
  })

  it('keeps all of a change or nothing', async () => {
    const store = indexedDbStore(`store-${names++}`)
    await store.apply({ locale: 'en', items: [put('articles', 'a')], cursor: '1' })
    const unstorable = put('articles', 'c', { id: 'c', run: () => {} })
    const applying = store.apply({ locale: 'en', items: [put('articles', 'b'), unstorable], cursor: '2' })
    await expect(applying).rejects.toMatchObject({ name: 'DataCloneError' })
    expect(await store.keys('en')).toEqual([{ type: 'articles', id: 'a' }])
    expect(await store.readCursor('en')).toBe('1')
  })

  it('does not stand in the way of who deletes the database, and begins anew after it', async () => {
    const name = `store-${names++}`
    const store = indexedDbStore(name)
    await store.apply({ locale: 'en', items: [put('articles', 'a')], cursor: '1' })
    await new Promise((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase(name)
      deleting.onsuccess = resolve
      deleting.onerror = reject
      deleting.onblocked = reject
    })
    expect(await store.readCursor('en')).toBeUndefined()
  })
})
