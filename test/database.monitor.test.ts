import mongoose from 'mongoose'
import { expect, inject, it, onTestFinished, vi } from 'vitest'
import { type MonitoredClient, restartMonitors } from '../src/database/restartMonitors'
import { buildDoor } from './door'

const mongo = inject('mongo')

it.skipIf('missing' in mongo)(
  'A driver that has stopped looking at its server looks again',
  { timeout: 60_000 },
  async () => {
    const there = new URL('url' in mongo ? mongo.url : '')
    const door = await buildDoor({ host: there.hostname, port: Number(there.port) })
    onTestFinished(door.shut)
    const url = `mongodb://127.0.0.1:${door.port}/monitored?serverSelectionTimeoutMS=500&heartbeatFrequencyMS=500`
    const connection = await mongoose.createConnection(url).asPromise()
    onTestFinished(() => connection.close())
    const client = connection.getClient() as unknown as MonitoredClient
    const ask = async () => void (await connection.db?.admin().command({ ping: 1 }))
    await ask()

    for (const { monitor } of client.topology?.s.servers.values() ?? [])
      (monitor as unknown as { monitorId: { stop(): void } }).monitorId.stop()
    await door.shut()
    await vi.waitFor(() => expect(ask()).rejects.toThrow(), { timeout: 10_000 })
    await door.open()
    for (let times = 0; times < 4; times++) await expect(ask()).rejects.toThrow()

    onTestFinished(restartMonitors(client, { stalledMs: 2_000, everyMs: 100 }))
    await vi.waitFor(ask, { timeout: 30_000, interval: 100 })
  },
)
