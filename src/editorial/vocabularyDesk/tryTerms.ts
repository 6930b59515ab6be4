import type { PayloadRequest } from 'payload'
import { findMentions, LINK_THRESHOLD, type Mention } from '../../linking/findMentions'
import { compileVocabulary, type Kind, type Vocabulary, type VocabularyEntry } from '../../linking/vocabulary'
import { toText } from '../../richtext/toText'
import { readManyKeptRows } from '../keptRows'
import { relationOf } from '../linkArticle'
import { articlesToRelink } from '../relink'
import { readVocabulary } from '../vocabulary'
import { shownRows, titleOf } from './mentioningArticles'
import { type Passage, passageAt } from './passageAt'
import { findTakenTerms, type TakenTerm } from './takenTerms'

/** The words that an entry would have, in one locale. */
export interface TriedTerms {
  kind: 'symptom' | 'remedy'
  /** Undefined for one that is not saved yet. */
  id: string | undefined
  locale: string
  name: string
  synonyms: string[]
  notPhrases: string[]
}

/** A place where the new words would change what is found. */
export interface TriedPassage extends Passage {
  change: 'gained' | 'lost'
  section: string
  term: string
  negated: boolean
  /** Whether it would make a link by itself, or did until now; otherwise it waits as a suggestion. */
  links: boolean
  /** Whose mention stands there until now, or would stand there: it loses the place or gets it. */
  other?: { kind: Kind; name: string }
}

export interface TriedArticle {
  id: string
  title: string
  part: 'published' | 'draft'
  /** How many places are gained and lost in this text; `passages` has the first of them. */
  gained: number
  lost: number
  passages: TriedPassage[]
}

export interface TriedResult {
  /** Words that readers' vocabulary does not have yet, and words that it would no longer have. */
  added: string[]
  removed: string[]
  taken: TakenTerm[]
  gained: number
  lost: number
  /** How many of these places another entry has until now, or would get. */
  takenOver: number
  givenAway: number
  articles: TriedArticle[]
  /** How many articles hold the words, and how many of them were read, the newest first. */
  candidates: number
  examined: number
  /** There is more than is said here: not all were read, or not all that changes is listed. */
  truncated: boolean
}

const mostExamined = 300
const atOnce = 25
const longestMs = 2_000
const mostArticles = 50
const mostPassages = 10

/**
 * What would change in all articles if an entry had these words: nothing is stored. It is compared with the vocabulary as readers
 * have it, and only articles that hold a word in question are read, up to a number and a time.
 */
export async function tryTerms(tried: TriedTerms, req: PayloadRequest): Promise<TriedResult> {
  const { id, kind, locale } = tried
  const current = await readVocabulary(req, locale)
  const slug = (id && current.entries.get(`${kind}:${id}`)?.slug) || newSlug
  const before = current.words[relationOf[kind]].find((entry) => entry.slug === slug)
  const after: VocabularyEntry = { slug, name: tried.name, synonyms: tried.synonyms, notPhrases: tried.notPhrases }
  const [had, has] = [allWords(before), allWords(after)]
  const added = [...has].filter((word) => !had.has(word))
  const removed = [...had].filter((word) => !has.has(word))
  const taken = await findTakenTerms([tried.name, ...tried.synonyms].filter(Boolean), locale, id, req)
  const result: TriedResult = {
    added,
    removed,
    taken,
    gained: 0,
    lost: 0,
    takenOver: 0,
    givenAway: 0,
    articles: [],
    candidates: 0,
    examined: 0,
    truncated: false,
  }
  if (added.length + removed.length === 0) return result

  const ids = (await articlesToRelink(req.payload, [{ locale, terms: [...added, ...removed] }])).reverse()
  result.candidates = ids.length
  const compiled = compileVocabulary(withEntry(current.words, kind, after), locale)
  const examine = (article: string, { part, row }: ReturnType<typeof shownRows>[number]) => {
    const { text, sections } = toText((row.body as Record<string, unknown> | undefined)?.[locale])
    const found = [current.compiled, compiled].map((each) => findMentions(text, each, { sections }))
    const passages = changesBetween(found[0] ?? [], found[1] ?? [], { kind, slug }).map((change) =>
      describe(change, text, sections),
    )
    if (passages.length > 0) add(result, { id: article, title: titleOf(row, req) ?? article, part }, passages)
  }
  const until = Date.now() + longestMs
  while (result.examined < Math.min(ids.length, mostExamined) && Date.now() < until) {
    const some = ids.slice(result.examined, Math.min(result.examined + atOnce, mostExamined))
    for (const [article, kept] of await readManyKeptRows('articles', some, ['title', 'body'], req)) {
      for (const shown of shownRows(kept)) examine(article, shown)
      result.examined++
      if (Date.now() >= until) break
    }
  }
  if (result.examined < ids.length) result.truncated = true
  return result
}

/** Counts every place, and lists the first ones. */
function add(
  result: TriedResult,
  article: Pick<TriedArticle, 'id' | 'title' | 'part'>,
  passages: TriedPassage[],
): void {
  const gained = passages.filter(({ change }) => change === 'gained')
  const lost = passages.filter(({ change }) => change === 'lost')
  result.gained += gained.length
  result.lost += lost.length
  result.takenOver += gained.filter(({ other }) => other).length
  result.givenAway += lost.filter(({ other }) => other).length
  if (result.articles.length === mostArticles || passages.length > mostPassages) result.truncated = true
  if (result.articles.length === mostArticles) return
  const counts = { gained: gained.length, lost: lost.length }
  result.articles.push({ ...article, ...counts, passages: passages.slice(0, mostPassages) })
}

/** No slug of a document has a space. */
const newSlug = 'not saved'

const allWords = (entry: VocabularyEntry | undefined): Set<string> =>
  new Set(entry ? [entry.name, ...(entry.synonyms ?? []), ...(entry.notPhrases ?? [])].filter(Boolean) : [])

function withEntry(words: Required<Vocabulary>, kind: TriedTerms['kind'], entry: VocabularyEntry): Vocabulary {
  const field = relationOf[kind]
  const there = words[field].some(({ slug }) => slug === entry.slug)
  const entries = there
    ? words[field].map((each) => (each.slug === entry.slug ? entry : each))
    : [...words[field], entry]
  return { ...words, [field]: entries }
}

interface Change {
  change: TriedPassage['change']
  mention: Mention
  other: Mention | undefined
}

/** The places of one entry that are in one list and not in the other, and whose they are there. */
function changesBetween(before: Mention[], after: Mention[], { kind, slug }: { kind: Kind; slug: string }): Change[] {
  const isOwn = (mention: Mention) => mention.kind === kind && mention.slug === slug
  const changes: Change[] = []
  for (const [change, mine, theirs] of [['gained', after, before] as const, ['lost', before, after] as const])
    for (const mention of mine.filter(isOwn)) {
      const there = theirs.filter(({ start, end }) => start < mention.end && mention.start < end)
      if (!there.some(isOwn)) changes.push({ change, mention, other: there[0] })
    }
  return changes.sort((a, b) => a.mention.start - b.mention.start)
}

function describe(
  { change, mention, other }: Change,
  text: string,
  sections: ReturnType<typeof toText>['sections'],
): TriedPassage {
  const { start, end, term, negated, confidence, role } = mention
  return {
    change,
    ...passageAt(text, start, end),
    section: sections.find((each) => start >= each.start && start < each.end)?.heading ?? '',
    term,
    negated,
    links: !negated && role !== 'caution' && confidence >= LINK_THRESHOLD,
    ...(other ? { other: { kind: other.kind, name: other.name } } : {}),
  }
}
