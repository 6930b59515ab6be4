import type { Found } from './found'
import { Gap, type Tokens } from './tokens'
import type { CompiledVocabulary, Term } from './vocabulary'
import { Flag, type Words } from './words'

/** Between the words of one term: spaces, hyphens, a line's end within a paragraph; nothing that separates. */
const within = Gap.space | Gap.hyphen | Gap.line

/** Every place at which a term stands, overlapping ones too. */
export function matchTerms(tokens: Tokens, vocabulary: CompiledVocabulary): Found[] {
  const { words } = vocabulary
  const { flags, stem } = words
  const found: Found[] = []
  const interesting = Flag.starts | Flag.prefix
  for (let at = 0; at < tokens.count; at++) {
    const word = tokens.word[at] as number
    const flag = flags[word] as number
    if (!(flag & interesting)) continue
    const start = found.length
    if (flag & Flag.starts) walk(at, at + 1, stem[word] as number, 0, false)
    if (flag & Flag.prefix) walkJoined(at, 0, at)
    if (found.length - start > 1) keepBest(found, start)
  }
  return found

  function walk(from: number, next: number, stemNumber: number, node: number, joined: boolean): void {
    const reached = vocabulary.nodes[node]?.next.get(stemNumber)
    if (reached === undefined) return
    const { terms, next: further } = vocabulary.nodes[reached] as { terms: Term[]; next: Map<number, number> }
    for (const term of terms) {
      const match = verify(term, from, next, tokens, vocabulary, joined)
      if (match) found.push(match)
    }
    if (further.size === 0 || next >= tokens.count) return
    const gap = tokens.gap[next] as number
    if (gap & ~within || (gap & Gap.line && gap & ~(Gap.line | Gap.space))) return
    const word = tokens.word[next] as number
    const number = stem[word] as number
    if (number >= 0) walk(from, next + 1, number, reached, joined)
    if ((flags[word] as number) & Flag.prefix) walkJoined(next, reached, from)
  }

  /** Two words of the text that are one in the vocabulary: nose bleed, non steroidal. */
  function walkJoined(at: number, node: number, from: number): void {
    const next = at + 1
    if (next >= tokens.count) return
    const gap = tokens.gap[next] as number
    if (gap & ~(Gap.space | Gap.hyphen)) return
    const second = words.form[tokens.word[next] as number] as string
    if (second.length < 3) return
    const form = `${words.form[tokens.word[at] as number]}${second}`
    const number = vocabulary.stemOf(form)
    if (number >= 0) walk(from, next + 1, number, node, true)
  }
}

/** Of several terms on the same words, the exact one, then the name, then the one that comes first. */
function keepBest(found: Found[], start: number): void {
  for (let at = found.length - 1; at > start; at--) {
    const mine = found[at] as Found
    for (let other = start; other < at; other++) {
      const theirs = found[other] as Found
      if (theirs.to !== mine.to || theirs.term.blocks !== mine.term.blocks) continue
      if (rank(mine) > rank(theirs)) found[other] = mine
      found.splice(at, 1)
      break
    }
  }
}

const rank = (found: Found): number => found.confidence * 10 + (found.term.isName ? 1 : 0)

function verify(
  term: Term,
  from: number,
  to: number,
  tokens: Tokens,
  vocabulary: CompiledVocabulary,
  joined: boolean,
): Found | undefined {
  const { words, language } = vocabulary
  const alone = term.words.length === 1
  let inflected = false
  let at = from
  for (const wanted of term.words) {
    let form = words.form[tokens.word[at] as number] as string
    if (joined && form !== wanted && wanted.startsWith(form) && at + 1 < to) {
      // The word stands in two parts.
      const both = `${form}${words.form[tokens.word[at + 1] as number]}`
      if (both === wanted || language.agrees(wanted, both, alone) !== 'no') {
        form = both
        at++
      }
    }
    const agreement = form === wanted ? 'exact' : language.agrees(wanted, form, alone)
    if (agreement === 'no') return undefined
    if (agreement === 'inflected') inflected = true
    at++
  }
  if (at !== to) return undefined
  if (!capitalsFit(term, from, to, tokens, words)) return undefined
  const isJoined = joined || term.joined
  const rule = term.acronym ? 'acronym' : isJoined ? 'joined' : inflected ? 'inflected' : 'exact'
  return {
    from,
    to,
    term,
    rule,
    confidence: rule === 'joined' ? 0.9 : inflected ? 0.95 : 1,
    reasons: [reasonOf[rule]],
    negated: false,
  }
}

const reasonOf = {
  exact: 'the words of the vocabulary',
  inflected: 'another form of the words',
  joined: 'written in one word, or in two',
  acronym: 'an acronym',
  loose: 'the same words in another order',
} as const

/** ICE is no ice, and an acronym is written in capitals; a line in capitals says nothing. */
function capitalsFit(term: Term, from: number, to: number, tokens: Tokens, words: Words): boolean {
  const inCapitals = (at: number) => ((words.flags[tokens.word[at] as number] as number) & Flag.capitals) !== 0
  if (term.acronym) return inCapitals(from)
  if (to - from > 1 || !inCapitals(from)) return true
  if ((words.form[tokens.word[from] as number] as string).length > 4) return true
  const beside = (at: number, gapAt: number) =>
    at >= 0 && at < tokens.count && !((tokens.gap[gapAt] as number) & Gap.line) && inCapitals(at)
  const alone =
    ((tokens.gap[from] as number) & Gap.line) !== 0 &&
    (to >= tokens.count || ((tokens.gap[to] as number) & Gap.line) !== 0)
  return alone || beside(from - 1, from) || beside(to, to)
}

/** The longest of those that overlap; a phrase that is not an entry takes the entry's shorter terms with it. */
export function withoutOverlaps(found: Found[]): Found[] {
  const kept: Found[] = []
  let cluster: Found[] = []
  let end = -1
  const settle = () => {
    if (cluster.length === 1) {
      if (!cluster[0]?.term.blocks) kept.push(cluster[0] as Found)
    } else if (cluster.length > 1) kept.push(...settleCluster(cluster))
    cluster = []
  }
  for (const each of found) {
    if (each.from >= end) settle()
    cluster.push(each)
    end = Math.max(cluster.length === 1 ? -1 : end, each.to)
  }
  settle()
  return kept
}

function settleCluster(cluster: Found[]): Found[] {
  const chosen: Found[] = []
  const overlaps = (a: Found, b: Found) => a.from < b.to && b.from < a.to
  const blockers = cluster.filter((each) => each.term.blocks)
  const left = cluster
    .filter((each) => !each.term.blocks)
    .filter(
      (each) =>
        !blockers.some(
          (not) =>
            not.term.entry === each.term.entry && overlaps(not, each) && not.to - not.from >= each.to - each.from,
        ),
    )
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
  for (const each of left) if (!chosen.some((other) => overlaps(each, other))) chosen.push(each)
  return chosen.sort((a, b) => a.from - b.from)
}
