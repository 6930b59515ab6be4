import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { ownLocale } from '../access/ownLocale'
import { findMissing } from '../database/findMissing'
import type { Kind } from '../linking/vocabulary'
import { gradeText } from '../readability/gradeText'
import { toText } from '../richtext/toText'
import { findDeleted, targetsDecided, targetsSaid, withoutTargets } from './findDeleted'
import { noteText } from './indexStems'
import {
  type LinkDecisions,
  type LinkedText,
  linksFrom,
  linksTarget,
  mentionsOf,
  readDecisions,
  readMentions,
  relationOf,
  type StoredMention,
  targetKey,
  titleTargets,
  toStoredLinks,
} from './linkArticle'
import { measureLinking } from './measureLinking'
import { decideByHand, nothingSaid, readSaid, type SaidOfLinks, saidByList, withoutSaid } from './saidOfLinks'
import { defaultLocaleOf, type LinkingVocabulary, readVocabulary } from './vocabulary'

type Data = Record<string, unknown>

/**
 * What an article's words tell us, worked out on save so that no reader waits for it: its mentions and how hard it is to read in
 * this locale, its links over all locales, and the pictures it shows. What an editor added or took away by hand outlives every later save.
 */
export const deriveFromBody: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const before = (originalDoc ?? {}) as Data
  const locale = req.locale && req.locale !== 'all' ? req.locale : defaultLocaleOf(req.payload)
  const vocabulary = await readVocabulary(req, locale)
  const {
    decided: decisionsBefore,
    said,
    others,
  } = await whatIsThere({ before, data, operation, locale, vocabulary }, req)
  const ownBefore = readMentions(before.mentions)
  // The form sends back the mentions that it was opened with; they say which links its editor had seen.
  const ownSeen = data.mentions === undefined ? ownBefore : withStatusesOf(ownBefore, readMentions(data.mentions))

  const byList = (kind: Kind) => {
    const wanted = isSentByForm(req) ? undefined : idsOf(data[relationOf[kind]])
    if (!wanted) return nothingSaid[kind]
    const had = (operation === 'create' ? [] : idsOf(before[relationOf[kind]])) ?? []
    return saidByList(wanted, had, linkedIds(kind, [ownSeen, ...others.map((text) => text.mentions)], decisionsBefore))
  }
  const saidByLists = { symptom: byList('symptom'), remedy: byList('remedy'), clinic: byList('clinic') }
  const decisions = decideByHand(decideByHand(decisionsBefore, saidByLists), said)

  const body = data.body === undefined ? before.body : data.body
  const { text, sections } = toText(body)
  noteText(data.id ?? before.id, locale, text, req)
  const decided = withStatuses(ownBefore, data.mentions, req)
  const mentions = measureLinking(() => mentionsOf(text, sections, vocabulary, decided, decisions))
  const own = { mentions, inTitle: titleTargets(data.title ?? before.title, vocabulary) }
  const texts = locale === defaultLocaleOf(req.payload) ? [own, ...others] : [...others, own]
  return {
    ...data,
    mentions,
    readability: gradeText(text, locale),
    linkDecisions: decisions,
    images: await picturesOf(data.hero === undefined ? before.hero : data.hero, body, req),
    ...toStoredLinks(linksFrom(texts, decisions)),
  }
}

/**
 * The admin's forms, and they alone, are sent as these: their lists are as old as the form, and nobody can change them there. What an editor
 * says of a link in the panel comes by itself.
 */
const isSentByForm = (req: PayloadRequest): boolean =>
  req.payloadAPI === 'REST' && Boolean(req.headers.get('content-type')?.startsWith('multipart/form-data'))

/** What was decided before, what is said now and what other languages mention, without entries that were deleted since. */
async function whatIsThere(
  { before, data, operation, locale, vocabulary }: Save & { locale: string; vocabulary: LinkingVocabulary },
  req: PayloadRequest,
): Promise<{ decided: LinkDecisions; said: SaidOfLinks; others: LinkedText[] }> {
  const others = operation === 'update' ? await textsElsewhere(before.id, locale, req) : []
  const decided = readDecisions(before.linkDecisions)
  const said = readSaid(data.linkDecisions)
  const named = others.flatMap(({ mentions }) => mentions.map(({ kind, target }) => ({ kind, id: target })))
  const deleted = await findDeleted([...targetsDecided(decided), ...targetsSaid(said), ...named], [vocabulary], req)
  const isThere = ({ kind, target }: StoredMention) => !deleted.has(targetKey(kind, target))
  return {
    decided: withoutTargets(decided, deleted),
    said: withoutSaid(said, deleted),
    others: others.map((text) => ({ ...text, mentions: text.mentions.filter(isThere) })),
  }
}

interface Save {
  before: Data
  data: Data
  operation: 'create' | 'update'
}

/** Mentions as the form was opened with them: what its editor then said of one is no link that he took away from the list. */
function withStatusesOf(stored: readonly StoredMention[], sent: readonly StoredMention[]): StoredMention[] {
  const statuses = new Map(stored.map((mention) => [placeOf(mention), mention.status]))
  return sent.map((mention) => ({ ...mention, status: statuses.get(placeOf(mention)) ?? mention.status }))
}

/** Which links a form shows: those that its mentions make and those added by hand. */
function linkedIds(
  kind: Kind,
  mentions: readonly (readonly StoredMention[])[],
  decisions: LinkDecisions,
): ReadonlySet<string> {
  const made = new Set(decisions.added[kind])
  for (const mention of mentions.flat()) if (mention.kind === kind && linksTarget(mention)) made.add(mention.target)
  for (const id of decisions.dismissed[kind]) made.delete(id)
  return made
}

/**
 * A client may send mentions with another status: an editor's word on one place, and from then on his name stands with it.
 * Everything else in them is ours to find.
 */
function withStatuses(stored: StoredMention[], sent: unknown, req: PayloadRequest): StoredMention[] {
  if (sent === undefined) return stored
  const statuses = readMentions(sent).filter(({ status }) => ['found', 'accepted', 'dismissed'].includes(status))
  if (statuses.length === 0) return stored
  const known = new Map(stored.map((mention) => [placeOf(mention), mention]))
  return statuses.map(({ by: _, ...mention }) => {
    const before = known.get(placeOf(mention))
    const by = before?.status === mention.status ? before.by : req.user?.id
    return by && mention.status !== 'found' ? { ...mention, by: String(by) } : mention
  })
}

const placeOf = ({ target, start, text }: StoredMention): string => `${target}:${start}:${text}`

async function textsElsewhere(id: unknown, locale: string, req: PayloadRequest): Promise<LinkedText[]> {
  const stored = await req.payload.findByID({
    collection: 'articles',
    id: id as string,
    // A locale that is published by itself must not bring links from another locale's unfinished text.
    draft: !publishesOneLocale(req),
    locale: 'all',
    depth: 0,
    select: { mentions: true, title: true },
    disableErrors: true,
    trash: true,
    showHiddenFields: true,
    overrideAccess: true,
    req: ownLocale(req),
  })
  const { mentions, title } = (stored ?? {}) as { mentions?: Record<string, unknown>; title?: Record<string, unknown> }
  const texts: LinkedText[] = []
  for (const other of Object.keys(mentions ?? {}).filter((each) => each !== locale))
    texts.push({
      mentions: readMentions(mentions?.[other]),
      inTitle: titleTargets(title?.[other], await readVocabulary(req, other)),
    })
  return texts
}

const publishesOneLocale = (req: PayloadRequest): boolean => Boolean(req.context.publishSpecificLocale)

function idsOf(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return value === null ? [] : undefined
  return value.flatMap((each) => {
    const id = typeof each === 'object' && each !== null ? (each as { id?: unknown }).id : each
    return typeof id === 'string' ? [id] : []
  })
}

/** The pictures that an article shows; what its words point to may be gone. */
async function picturesOf(hero: unknown, body: unknown, req: PayloadRequest): Promise<string[]> {
  const ids = new Set<string>()
  const add = (value: unknown) => {
    const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value
    if (typeof id === 'string') ids.add(id)
  }
  add(hero)
  const stack: unknown[] = [(body as { root?: unknown } | null | undefined)?.root]
  while (stack.length > 0) {
    const node = stack.pop() as
      | { type?: unknown; relationTo?: unknown; value?: unknown; children?: unknown }
      | null
      | undefined
    if (!node || typeof node !== 'object') continue
    if (node.type === 'upload' && node.relationTo === 'media') add(node.value)
    if (Array.isArray(node.children)) for (const child of node.children) stack.push(child)
  }
  const missing = await findMissing('media', [...ids], req)
  return [...ids].filter((id) => !missing.has(id))
}
