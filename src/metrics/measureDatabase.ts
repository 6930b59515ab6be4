import { subscribe } from 'node:diagnostics_channel'
import type { Payload } from 'payload'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import { mongoOf } from '../database/mongoDatabase'
import { mongoPoolOf } from '../database/mongoPool'
import { sqliteInternals } from '../database/sqliteDatabase'
import { type WriteTimes, writeTimes } from '../database/writeTimes'

/** What this process has of its database: SQLite's one writer, or MongoDB's connections. @returns reads what is not told by itself */
export function measureDatabase(register: Registry, payload: Payload): () => void {
  const mongo = mongoOf(payload)
  return mongo ? measurePool(register, () => mongoPoolOf(mongo)) : measureWriter(register, payload)
}

function measureWriter(register: Registry, payload: Payload): () => void {
  const registers = [register]
  const buckets = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 30]
  const waiting = new Gauge({
    name: 'saphena_sqlite_writes_waiting',
    help: 'Writes that wait for their turn',
    registers,
  })
  const held = new Gauge({
    name: 'saphena_sqlite_writer_held_seconds',
    help: 'How long the running write transaction has been open',
    registers,
  })
  const waited = new Histogram({
    name: 'saphena_sqlite_write_wait_seconds',
    help: 'How long writes waited for their turn',
    buckets,
    registers,
  })
  const hold = new Histogram({
    name: 'saphena_sqlite_write_hold_seconds',
    help: 'How long write transactions were open',
    buckets,
    registers,
  })
  subscribe(writeTimes.name, (times) => {
    const { waitedMs, heldMs } = times as WriteTimes
    waited.observe(waitedMs / 1000)
    hold.observe(heldMs / 1000)
  })
  return () => {
    const state = sqliteInternals(payload)?.queue.state()
    waiting.set(state?.waiting ?? 0)
    held.set((state?.heldMs ?? 0) / 1000)
  }
}

function measurePool(register: Registry, pool: () => ReturnType<typeof mongoPoolOf>): () => void {
  const registers = [register]
  const connections = new Gauge({
    name: 'saphena_mongodb_connections',
    help: 'Connections of the pool: all that are open, and those in use',
    labelNames: ['state'],
    registers,
  })
  const waiting = new Gauge({
    name: 'saphena_mongodb_connections_awaited',
    help: 'Operations that wait for a connection',
    registers,
  })
  const refused = new Counter({
    name: 'saphena_mongodb_connections_refused_total',
    help: 'Operations that got no connection',
    registers,
  })
  pool() // counts from now on
  return () => {
    const now = pool()
    connections.set({ state: 'open' }, now.open)
    connections.set({ state: 'in_use' }, now.inUse)
    waiting.set(now.waiting)
    refused.reset()
    refused.inc(now.failed)
  }
}
