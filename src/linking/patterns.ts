import { Gap, type Tokens } from './tokens'

/** A context written as words around `_`, compiled. See `en/senses.ts` for how they are written. */
export interface Pattern {
  /** Nearest first. */
  before: Step[]
  after: Step[]
  /** The form that the term must have: `_s` a plural, `_ing`, `_ed`, `_d`. */
  ending?: string
  /** The term ends its phrase: what follows is no noun that it belongs to. */
  head?: boolean
  list?: boolean
  item?: boolean
}

interface Step {
  words: Set<string>
  /** Up to this many other words may stand between. */
  skip: number
}

/** Of a window written `..` */
const widest = 3

/**
 * Reads a context: words, `a|b` for either, ` / ` between longer alternatives of a side, `..` for up to three words between,
 * `_` for the term and `_s`, `_ing`, `_ed` for one that ends so. `[list]` and `[item]` are judged by whoever asks.
 */
export function compilePattern(source: string): Pattern[] {
  if (source === '[list]') return [{ before: [], after: [], list: true }]
  if (source === '[item]') return [{ before: [], after: [], item: true }]
  if (source.startsWith('[head] ')) return compilePattern(source.slice(7)).map((each) => ({ ...each, head: true }))
  const parts = /^(.*?)(?:^| )_(\w*)(?: |$)(.*)$/.exec(source)
  if (!parts || parts[3]?.includes('_')) throw new Error(`A context has its term once: ${source}`)
  const ending = parts[2] || undefined
  return sideOf(parts[1] ?? '').flatMap((before) =>
    sideOf(parts[3] ?? '').map((after) => ({
      before: steps(before.reverse()),
      after: steps(after),
      ...(ending ? { ending } : {}),
    })),
  )
}

/** The alternatives of one side. Those of one word are one. */
function sideOf(side: string): string[][] {
  const alternatives = side
    .trim()
    .split(' / ')
    .map((each) => each.trim().split(' ').filter(Boolean))
  const single = alternatives.filter((each) => each.length === 1).flat()
  const longer = alternatives.filter((each) => each.length !== 1)
  return single.length ? [[single.join('|')], ...longer] : longer
}

function steps(parts: string[]): Step[] {
  const made: Step[] = []
  let skip = 0
  for (const part of parts) {
    if (part === '..') skip = widest
    else {
      made.push({ words: new Set(part.split('|')), skip })
      skip = 0
    }
  }
  return made
}

const barrier = Gap.stop | Gap.line | Gap.bullet

/**
 * Whether the words around tokens `from` to `to` (exclusive) are those of the pattern, in the same sentence and line.
 *
 * @param last the term's own last word, whose ending is not an inflection
 */
export function matches(
  pattern: Pattern,
  tokens: Tokens,
  form: readonly string[],
  from: number,
  to: number,
  last = '',
): boolean {
  const { ending } = pattern
  if (ending) {
    const word = form[tokens.word[to - 1] as number] as string
    if (word === last || !word.endsWith(ending)) return false
  }
  return follows(pattern.before, tokens, form, from, -1) && follows(pattern.after, tokens, form, to - 1, 1)
}

function follows(steps: Step[], tokens: Tokens, form: readonly string[], edge: number, way: 1 | -1): boolean {
  let at = edge
  for (const { words, skip } of steps) {
    let found = false
    for (let skipped = 0; skipped <= skip; skipped++) {
      const next = at + way
      if (next < 0 || next >= tokens.count) return false
      // The gap belongs to the later word of the two.
      if ((tokens.gap[way === 1 ? next : at] as number) & barrier) return false
      at = next
      if (words.has(form[tokens.word[at] as number] as string)) {
        found = true
        break
      }
    }
    if (!found) return false
  }
  return true
}
