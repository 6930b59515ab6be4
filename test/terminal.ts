import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

/** A shell that somebody types into. */
export interface Terminal {
  /**
   * Types commands and waits until they are through, or, of those that go on, until they have shown all lines.
   *
   * @param goOn whether the last of them is a server
   * @returns what was printed
   */
  type: (commands: string, shows: readonly string[], goOn: boolean) => Promise<string>
  /** Ends it with all that runs in it. */
  close: () => Promise<void>
}

/** A build of the admin on a machine that has much else to do. */
const patience = 540_000

export function openTerminal(cwd: string, env: Record<string, string>): Terminal {
  // A group of its own, so that what was started in it ends with it.
  const shell = spawn('bash', [], { cwd, env: { ...process.env, ...env }, detached: true })
  const ended = once(shell, 'exit')
  let output = ''
  for (const stream of [shell.stdout, shell.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  let number = 0
  return {
    type: async (commands, shows, goOn) => {
      const from = output.length
      const done = `-- done ${++number} --`
      shell.stdin.write(goOn ? commands : `${commands}\necho '${done}'\n`)
      const printed = () => output.slice(from)
      const deadline = Date.now() + patience
      while (goOn ? !hasInOrder(printed(), shows) : !printed().includes(done)) {
        if (Date.now() > deadline || shell.exitCode !== null)
          throw new Error(`It did not come to ${goOn ? shows.join(' / ') : 'its end'}:\n${printed()}`)
        await wait(50)
      }
      return printed().replace(`${done}\n`, '')
    },
    close: async () => {
      if (shell.exitCode === null && shell.pid) {
        process.kill(-shell.pid, 'SIGTERM')
        await ended
      }
    },
  }
}

function hasInOrder(printed: string, lines: readonly string[]): boolean {
  let at = 0
  for (const line of lines) {
    at = printed.indexOf(line, at)
    if (at === -1) return false
    at += line.length
  }
  return true
}
