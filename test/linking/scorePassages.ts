import type { Label, Passage, Span } from './readPassages'

export interface Prediction {
  id: string
  mentions: (Span & { negated: boolean })[]
}

export interface Counts {
  right: number
  wrong: number
  missed: number
  /** 1 where there was nothing to find and nothing was found. */
  f1: number
}

export interface Score {
  passages: number
  /** Mentions whose entry, start and end are exactly those of the label. */
  spans: Counts
  /** Entries that a passage mentions at least once without negating them. */
  links: Counts
  /** Negated mentions, among those whose span was found. */
  negated: Counts
  traps: { fellInto: number; of: number }
  /** A line for each error, to read. */
  errors: string[]
}

type Predicted = Prediction['mentions'][number]
type Tally = Omit<Counts, 'f1'>

const entryOf = (span: Span) => `${span.kind}:${span.slug}`
const spanOf = (span: Span) => `${entryOf(span)}@${span.start}-${span.end}`
const meet = (a: Span, b: Span) => entryOf(a) === entryOf(b) && a.start < b.end && b.start < a.end

/** How well predictions agree with the labels. Optional spans count neither for nor against. */
export function scorePassages(gold: Passage[], predictions: Prediction[]): Score {
  const byId = new Map(predictions.map((prediction) => [prediction.id, prediction.mentions]))
  if (byId.size !== predictions.length) throw new Error('two predictions for one passage')
  const known = new Set(gold.map((passage) => passage.id))
  for (const id of byId.keys()) if (!known.has(id)) throw new Error(`a prediction for an unknown passage, ${id}`)

  const spans = tally()
  const links = tally()
  const negated = tally()
  const traps = { fellInto: 0, of: 0 }
  const errors: string[] = []
  for (const passage of gold) {
    const found = [...new Map((byId.get(passage.id) ?? []).map((mention) => [spanOf(mention), mention])).values()]
    const report = (what: string, span: Span) => errors.push(`${passage.id} ${what}: ${inContext(passage.text, span)}`)
    scoreSpans(passage, found, spans, negated, report)
    scoreLinks(passage, found, links, (what, entry) => errors.push(`${passage.id} ${what}: ${entry}`))
    for (const trap of passage.traps) {
      traps.of++
      if (!found.some((mention) => meet(mention, trap))) continue
      traps.fellInto++
      report(`trap (${trap.why})`, trap)
    }
  }
  return {
    passages: gold.length,
    spans: withF1(spans),
    links: withF1(links),
    negated: withF1(negated),
    traps,
    errors,
  }
}

function scoreSpans(
  passage: Passage,
  found: Predicted[],
  spans: Tally,
  negated: Tally,
  report: (what: string, span: Span) => void,
): void {
  const unmatched = new Map(passage.mentions.map((mention) => [spanOf(mention), mention]))
  for (const mention of found) {
    const label = unmatched.get(spanOf(mention))
    if (label) {
      unmatched.delete(spanOf(mention))
      spans.right++
      if (label.negated && mention.negated) negated.right++
      else if (mention.negated) negated.wrong++
      else if (label.negated) negated.missed++
      if (label.negated !== mention.negated) report(label.negated ? 'is negated' : 'is not negated', label)
    } else if (!passage.optional.some((span) => meet(span, mention))) {
      spans.wrong++
      report('not a mention', mention)
    }
  }
  for (const label of unmatched.values()) {
    spans.missed++
    report('missed', label)
  }
}

function scoreLinks(
  passage: Passage,
  found: Predicted[],
  links: Tally,
  report: (what: string, entry: string) => void,
): void {
  const wanted = new Set(passage.mentions.filter((mention) => !mention.negated).map(entryOf))
  const free = new Set(passage.optional.map((span: Label) => entryOf(span)))
  const got = new Set(found.filter((mention) => !mention.negated).map(entryOf))
  for (const entry of got) {
    if (wanted.has(entry)) links.right++
    else if (!free.has(entry)) {
      links.wrong++
      report('wrong link', entry)
    }
  }
  for (const entry of wanted) {
    if (got.has(entry)) continue
    links.missed++
    report('missed link', entry)
  }
}

function tally(): Tally {
  return { right: 0, wrong: 0, missed: 0 }
}

function withF1({ right, wrong, missed }: Tally): Counts {
  const all = 2 * right + wrong + missed
  return { right, wrong, missed, f1: all ? (2 * right) / all : 1 }
}

function inContext(text: string, span: Span): string {
  const before = text.slice(Math.max(0, span.start - 30), span.start)
  const after = text.slice(span.end, span.end + 20)
  return `${before}[${text.slice(span.start, span.end)}]${after} (${entryOf(span)})`.replaceAll('\n', ' ')
}
