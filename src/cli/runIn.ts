import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Runs a command in a folder to its end, as if it were typed there; ends with it where it fails, and ends it when this is asked to end. */
export async function runIn(
  folder: string,
  [command = '', ...args]: string[],
  more: Record<string, string> = {},
): Promise<void> {
  const child = spawn(command, args, { cwd: folder, stdio: 'inherit', env: { ...process.env, ...more } })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => child.kill(signal))
  const [code] = await once(child, 'exit')
  if (code !== 0) process.exit(code ?? 1)
}
