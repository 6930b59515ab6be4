import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { describeSettings } from '../src/env/describeSettings'

export type Running = ChildProcessByStdio<null, Readable, Readable>

/**
 * Starts what a script of package.json says (`start`, `import` …) as its own process. It gets no setting but the given ones,
 * whatever stands in the environment or in a .env file of whoever runs the tests.
 */
export function spawnScript(name: string, args: string[], settings: Record<string, string>): Running {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const [command, ...rest] = (scripts[name] ?? '').split(' ')
  if (command !== 'node') throw new Error(`The script ${name} is not one that can be run here`)
  const empty = Object.fromEntries(describeSettings().map((setting) => [setting.name, '']))
  const { PATH, HOME, TMPDIR } = process.env
  const env = {
    PATH,
    HOME,
    TMPDIR,
    NEXT_TELEMETRY_DISABLED: '1',
    ...empty,
    ...settings,
  } as unknown as NodeJS.ProcessEnv
  return spawn(process.execPath, [...rest, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env })
}

export interface Finished {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs a script to its end; `stdout` is no terminal. */
export async function runScript(name: string, args: string[], settings: Record<string, string>): Promise<Finished> {
  const child = spawnScript(name, args, settings)
  const finished = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      finished[stream] += text
    })
  }
  const [code] = (await once(child, 'close')) as [number | null]
  // Mongoose warns of a field's name once a start; that is no word of the command
  finished.stderr = finished.stderr.replace(/^\(node:\d+\) .*\n(\(Use `node .*\n)?/gm, '')
  return { code, ...finished }
}
