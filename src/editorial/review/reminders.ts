import { createLocalReq, type PayloadRequest, type TaskConfig } from 'payload'
import { v7 as uuid } from 'uuid'
import { isStaff } from '../../access/roles'
import { settings } from '../../settings'
import { retries } from '../retries'
import { defaultLocaleOf } from '../vocabulary'
import { readReviewSettings } from './readReviewSettings'
import { dayOf } from './reviewDays'

/** Why somebody is written to. */
export type ReminderKind = 'due-soon' | 'overdue'

interface DueArticle {
  id: string
  title?: Record<string, string | null> | null
  author?: string | null
  reviewer?: string | null
  nextReviewDue: string
}
interface Person {
  id: string
  email: string
  name: string
  role?: string
}

const articlesAtOnce = 200
/** A reminder that was begun and not sent, because the process was gone in between, is sent by the next run after so long. */
const abandonedAfterMs = 60 * 60_000

/**
 * Writes to the people of articles whose review is due soon or overdue, once each. Queued every morning by the server's own worker; on
 * several servers it may run more than once, and who was written to is kept in the database.
 */
export const remindTask: TaskConfig = {
  slug: 'remind-of-reviews',
  label: 'Remind of reviews that are due',
  retries,
  schedule: [{ cron: '0 0 6 * * *', queue: 'default' }],
  inputSchema: [],
  outputSchema: [{ name: 'sent', type: 'number' }],
  handler: async ({ req }) => ({ output: { sent: await remindOfReviews(await createLocalReq({}, req.payload)) } }),
}

/** @returns how many messages were sent */
export async function remindOfReviews(req: PayloadRequest, now = new Date()): Promise<number> {
  const { remindDaysBefore } = await readReviewSettings(req)
  const until = new Date(now.getTime() + remindDaysBefore * 86_400_000).toISOString()
  let sent = 0
  let after = ''
  for (;;) {
    const articles = await dueArticles(until, after, req)
    for (const article of articles) sent += await remindOf(article, now, req)
    if (articles.length < articlesAtOnce) return sent
    after = articles.at(-1)?.id ?? ''
  }
}

async function dueArticles(until: string, after: string, req: PayloadRequest): Promise<DueArticle[]> {
  const { docs } = await req.payload.db.find<DueArticle>({
    collection: 'articles',
    where: {
      and: [
        { _status: { equals: 'published' } },
        { deletedAt: { exists: false } },
        { nextReviewDue: { less_than_equal: until } },
        ...(after ? [{ id: { greater_than: after } }] : []),
      ],
    },
    select: { title: true, author: true, reviewer: true, nextReviewDue: true },
    sort: 'id',
    limit: articlesAtOnce,
    pagination: false,
    req,
  })
  return docs
}

async function remindOf(article: DueArticle, now: Date, req: PayloadRequest): Promise<number> {
  const today = dayOf(now.toISOString())
  const due = dayOf(new Date(article.nextReviewDue).toISOString())
  const kind: ReminderKind = due < today ? 'overdue' : 'due-soon'
  let sent = 0
  for (const person of await peopleOf(article, req)) {
    const key = [article.id, defaultLocaleOf(req.payload), due.slice(0, 10), kind, person.id].join(':')
    const claim = await claimReminder(key, { article: article.id, due, kind, person }, now, req)
    if (!claim) continue
    try {
      await req.payload.sendEmail({ to: person.email, ...messageOf(article, due, kind, person, req) })
    } catch (error) {
      req.payload.logger.error({
        err: error,
        article: article.id,
        msg: 'A reminder could not be sent; it is tried again',
      })
      await freeClaim(claim, req)
      continue
    }
    await req.payload.db.updateOne({
      collection: 'review-reminders',
      id: claim,
      data: { sentAt: new Date().toISOString() },
      req,
    })
    sent++
  }
  return sent
}

/** Its author and its reviewer; the administrators where it has neither, or both have gone. */
async function peopleOf({ author, reviewer }: DueArticle, req: PayloadRequest): Promise<Person[]> {
  const ids = [author, reviewer].filter((id): id is string => Boolean(id))
  const { docs } = await req.payload.db.find<Person>({
    collection: 'users',
    where: { or: [{ id: { in: ids } }, { role: { equals: 'admin' } }] },
    select: { email: true, name: true, role: true },
    sort: 'id',
    limit: 0,
    pagination: false,
    req,
  })
  const named = docs.filter((person) => ids.includes(person.id) && isStaff(person as never))
  return named.length > 0 ? named : docs.filter(({ role }) => role === 'admin')
}

interface Claim {
  article: string
  due: string
  kind: ReminderKind
  person: Person
}

/** @returns the id of the row that this process may send for; undefined where another one does or did */
async function claimReminder(
  key: string,
  { article, due, kind, person }: Claim,
  now: Date,
  req: PayloadRequest,
): Promise<string | undefined> {
  const { db } = req.payload
  const find = () =>
    db.findOne<{ id: string; sentAt?: string | null; claimedAt: string }>({
      collection: 'review-reminders',
      where: { key: { equals: key } },
      req,
    })
  const known = await find()
  const isAbandoned = known && !known.sentAt && new Date(known.claimedAt).getTime() < now.getTime() - abandonedAfterMs
  if (known && !isAbandoned) return undefined
  if (known) await freeClaim(known.id, req)
  const id = uuid()
  const row = { article, locale: defaultLocaleOf(req.payload), dueOn: due, kind, recipient: person.id }
  try {
    const data = { ...row, id, key, claimedAt: now.toISOString() }
    await db.create({ collection: 'review-reminders', data, req, returning: false })
    return id
  } catch (error) {
    // The key is unique: where it is there by now, another process was faster.
    if (await find()) return undefined
    throw error
  }
}

const freeClaim = (id: string, req: PayloadRequest): Promise<void> =>
  req.payload.db.deleteMany({ collection: 'review-reminders', where: { id: { equals: id } }, req })

/** No word of the article but its title, since e-mail is read on many screens. */
function messageOf(article: DueArticle, due: string, kind: ReminderKind, { name }: Person, req: PayloadRequest) {
  const title = article.title?.[defaultLocaleOf(req.payload)] ?? 'An article'
  const day = due.slice(0, 10)
  const what =
    kind === 'overdue'
      ? `The review of this article was due on ${day}:`
      : `The review of this article is due on ${day}:`
  return {
    subject: oneLine(kind === 'overdue' ? `Review overdue: ${title}` : `Review due soon: ${title}`),
    text: [`Hello ${oneLine(name)},`, what, `${oneLine(title)}\n${addressOf(article.id)}`, 'This is sent once.'].join(
      '\n\n',
    ),
  }
}

const addressOf = (id: string): string =>
  `${settings.serverUrl ?? `http://localhost:${settings.port}`}/admin/collections/articles/${encodeURIComponent(id)}`

/** A title must not add lines, nor headers, to a message. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
