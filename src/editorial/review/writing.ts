import type { CollectionBeforeChangeHook } from 'payload'
import { type ArticleValues, articleIn, clinicalContent, digestOf, mergedArticle } from './clinicalContent'

/** Somebody's latest change of a text; undefined `by` is the server's own, such as an import. */
export interface WrittenChange {
  by?: string
  at: string
  /** What the text was after it; empty where that is not known. */
  digest: string
}

/** Who changed an article's clinical content, oldest first: what all languages share, and each language. */
export type Writing = Record<string, WrittenChange[]>

const shared = 'shared'
const mostKept = 50

/**
 * Keeps with an article who wrote it, so that nobody approves his own text. Worked out from what was there and what was sent; what a
 * client sends as `writing` counts for nothing, and a copy begins anew.
 */
export const noteWriting: CollectionBeforeChangeHook = ({ collection: _, data, operation, originalDoc, req }) => {
  const localization = req.payload.config.localization
  const { locale = 'en' } = req
  const before = (originalDoc ?? {}) as ArticleValues
  const creates = operation === 'create'
  const content = {
    before: clinicalContent(creates ? {} : before),
    after: clinicalContent(mergedArticle(before, data)),
  }
  const change = { by: req.user ? String(req.user.id) : undefined, at: new Date().toISOString() }
  const writing: Writing = creates ? {} : { ...readWriting(before.writing) }
  const note = (name: string, digest: { before: string; after: string }) => {
    writing[name] = withChange(writing[name] ?? [], digest, change)
  }

  note(shared, { before: digestOf(content.before.shared), after: digestOf(content.after.shared) })
  // A copy and an old version bring their other languages with them, unseen here.
  const bringsAll = (creates && before.id !== undefined) || req.context.isRestoringVersion === true
  // With all languages side by side each is looked at.
  const ownIn = (article: ArticleValues, each: string) => digestOf(clinicalContent(articleIn(article, each)).own)
  for (const each of localization ? localization.localeCodes : ['en']) {
    if (each === locale) note(each, { before: digestOf(content.before.own), after: digestOf(content.after.own) })
    else if (bringsAll) note(each, { before: 'unknown', after: '' })
    else if (locale === 'all')
      note(each, { before: ownIn(creates ? {} : before, each), after: ownIn(mergedArticle(before, data), each) })
  }
  return { ...data, writing }
}

export function readWriting(value: unknown): Writing {
  return typeof value === 'object' && value !== null ? (value as Writing) : {}
}

/**
 * Who wrote what is not approved yet, in this language: who began it and who changed it last, of the language's own text and of what
 * all share. Without a time it is all that was ever written.
 */
export function writersSince(writing: Writing, locale: string, approvedAt?: string): Set<string> {
  const writers = new Set<string>()
  for (const name of [shared, locale]) {
    const since = (writing[name] ?? []).filter(({ at }) => !approvedAt || at > approvedAt)
    for (const change of [since[0], since.at(-1)]) if (change?.by) writers.add(change.by)
  }
  return writers
}

/** The newest change of this language or of what all share. */
export const lastWritten = (writing: Writing, locale: string): string =>
  [shared, locale]
    .map((name) => writing[name]?.at(-1)?.at ?? '')
    .sort()
    .at(-1) ?? ''

/** What was put back as it was is no change: a letter typed by mistake makes nobody a writer. */
function withChange(
  list: WrittenChange[],
  digest: { before: string; after: string },
  { by, at }: Omit<WrittenChange, 'digest'>,
): WrittenChange[] {
  if (digest.before === digest.after) return list
  const change = { ...(by ? { by } : {}), at, digest: digest.after }
  const earlier = digest.after ? list.findIndex((each) => each.digest === digest.after) : -1
  if (earlier >= 0) return list.slice(0, earlier + 1)
  const others = list.at(-1)?.by === by && list.length > 0 ? list.slice(0, -1) : list
  const kept = [...others, change]
  return kept.length > mostKept ? [kept[0] as WrittenChange, ...kept.slice(1 - mostKept)] : kept
}
