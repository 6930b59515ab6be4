export type { Client, ClientOptions } from './createClient.js'
export { createClient } from './createClient.js'
export { indexedDbStore } from './indexedDbStore.js'
export { memoryStore } from './memoryStore.js'
export type { components, operations, paths } from './schema.js'
export type {
  Documents,
  LocalStore,
  Store,
  StoreChange,
  SyncedType,
  SyncItem,
} from './store.js'
export type { SyncOptions, SyncProgress, SyncResult } from './sync.js'
export { SyncError, sync } from './sync.js'
