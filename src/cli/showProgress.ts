import { SingleBar } from 'cli-progress'
import type { Report } from '../moving/report'

/** A bar on a terminal; elsewhere one line for each part, once it is over. */
export function showProgress(): { report: Report; end: () => void } {
  return process.stdout.isTTY ? bars() : lines()
}

function bars() {
  let bar: SingleBar | undefined
  let shown = ''
  return {
    report: ((part, done, total) => {
      if (part !== shown) {
        bar?.stop()
        shown = part
        const format = total === undefined ? '{part} {value}' : '{bar} {value}/{total} {part}'
        bar = new SingleBar({ format, hideCursor: true })
        bar.start(total ?? 0, done, { part })
      }
      bar?.update(done)
    }) satisfies Report,
    end: () => bar?.stop(),
  }
}

function lines() {
  let shown: { part: string; done: number } | undefined
  const end = () => {
    if (shown) process.stdout.write(`${shown.part}: ${shown.done}\n`)
    shown = undefined
  }
  return {
    report: ((part, done) => {
      if (shown && shown.part !== part) end()
      shown = { part, done }
    }) satisfies Report,
    end,
  }
}
