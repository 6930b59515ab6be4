import { readFileSync } from 'node:fs'

/** One thing that the tutorial has its reader do, and what it says he sees then. */
export interface Step {
  /** For a test's name: the first line of the commands. */
  what: string
  terminal: string
  commands: string
  /** Lines that come, in this order. */
  shows: string[]
}

/** The commands of a page: blocks of `sh` that name a terminal, each with the block of `text` that comes next, if one does. */
export function stepsIn(page: string): Step[] {
  const steps: Step[] = []
  for (const [, kind = '', terminal, content = ''] of readFileSync(page, 'utf8').matchAll(
    /^```(sh|text)(?: (terminal-\d))?\n([\s\S]*?)^```$/gm,
  )) {
    const last = steps.at(-1)
    if (kind === 'sh' && terminal)
      steps.push({ what: content.split('\n')[0] ?? '', terminal, commands: content, shows: [] })
    else if (kind === 'text' && last) last.shows.push(...content.trimEnd().split('\n'))
  }
  return steps
}

/** What a page asks of a running Saphena by curl without a login: each command, which may go over several lines. */
export function questionsIn(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
    .flatMap(([, block = '']) => block.split(/^(?=curl )/m))
    .filter((command) => command.startsWith('curl ') && !/\$[A-Z]|HASH/.test(command))
}
