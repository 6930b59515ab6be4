import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { expect, vi } from 'vitest'

/** Installs an example's packages where they are missing, and builds it. */
export async function buildExample(folder: string, settings: Record<string, string> = {}): Promise<void> {
  if (!existsSync(`${folder}/node_modules`)) await run(folder, ['ci', '--no-audit', '--no-fund'], {})
  await run(folder, ['run', '--silent', 'build'], settings)
}

export interface ServedExample {
  printed: () => string
  /** Waits until it has said so. */
  until: (what: RegExp) => Promise<void>
  stop: () => Promise<void>
}

/** Starts a script of an example, with these settings and no others. */
export function serveExample(folder: string, script: string[], settings: Record<string, string>): ServedExample {
  const child = spawn(process.execPath, script, {
    cwd: folder,
    env: { PATH: process.env.PATH, ...settings } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  const printed = collect(child)
  return {
    printed,
    until: (what) => vi.waitFor(() => expect(printed()).toMatch(what), { timeout: 60_000, interval: 100 }),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function run(folder: string, args: string[], settings: Record<string, string>): Promise<void> {
  const child = spawn('npm', args, {
    cwd: folder,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = collect(child)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${code}:\n${printed()}`)
}

function collect({ stdout, stderr }: Record<'stdout' | 'stderr', NodeJS.ReadableStream>): () => string {
  let text = ''
  for (const stream of [stdout, stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
    })
  return () => text
}
