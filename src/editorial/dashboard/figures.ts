import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { canPublish, isAdmin } from '../../access/roles'
import { defaultLocaleOf, localesOf } from '../vocabulary'
import { countNewest } from './countNewest'
import { type Groups, listAddress, toWhere } from './listAddress'
import { findWaiting, type OwnList, ownListAddress } from './ownLists'
import { unlinkedIds } from './unlinked'

/** A number that leads to the list behind it. */
export interface Figure {
  /** Stays the same, whatever the label says. */
  name: string
  label: string
  count: number
  href: string
  /** How many of them are in the hands of whoever looks. */
  mine?: { count: number; href: string }
  /** Something is wrong where it is not 0. */
  alarming?: boolean
}

export interface FigureGroup {
  title: string
  figures: Figure[]
}

const minute = 60_000
const day = 24 * 60 * minute
/** A job that is due is taken up within a second, and one that runs says so every few seconds. */
const stalledAfter = 5 * minute

/** What there is to do, for whoever looks: everybody sees the content, reviewers what waits for them, administrators the machinery. */
export async function readFigures(req: PayloadRequest, now: Date): Promise<FigureGroup[]> {
  const asked = new Asked(req)
  const groups = [
    { title: 'For you', figures: await Promise.all(forYou(asked)) },
    { title: 'Medical review', figures: await Promise.all(await reviews(asked, now)) },
    { title: 'Content', figures: await Promise.all(content(asked)) },
    { title: 'Behind the scenes', figures: isAdmin(req.user) ? await Promise.all(machinery(asked, now)) : [] },
  ]
  return groups.filter(({ figures }) => figures.length > 0)
}

function forYou(asked: Asked): Promise<Figure>[] {
  const { me, req } = asked
  const drafts: Groups = ['author', 'editedBy'].map((field) => [
    { _status: { equals: 'draft' } },
    { [field]: { equals: me } },
  ])
  return [
    ...(canPublish(req.user)
      ? [asked.ownList('waiting-for-me', 'Waiting for my review', async () => (await findWaiting(req)).length)]
      : []),
    asked.newest('my-drafts', 'My drafts', 'articles', drafts),
    asked.rows('submitted', 'Submitted by me, not reviewed yet', 'reviews', [
      [{ latest: { equals: true } }, { event: { equals: 'submitted' } }, { by: { equals: me } }],
    ]),
  ]
}

async function reviews(asked: Asked, now: Date): Promise<Promise<Figure>[]> {
  const today = startOfDay(now)
  const { review } = await asked.req.payload.findGlobal({
    slug: 'organisation',
    depth: 0,
    overrideAccess: true,
    req: asked.req,
  })
  const soon = new Date(Date.parse(today) + ((review?.remindDaysBefore ?? 30) + 1) * day).toISOString()
  const overdue: Where[] = [{ nextReviewDue: { less_than: today } }]
  const dueSoon: Where[] = [{ nextReviewDue: { greater_than_equal: today } }, { nextReviewDue: { less_than: soon } }]
  return [
    asked.newest('overdue', 'Review overdue', 'articles', [overdue], { alarming: true, mine: ['author', 'reviewer'] }),
    asked.newest('due-soon', 'Review due soon', 'articles', [dueSoon], { mine: ['author', 'reviewer'] }),
  ]
}

function content(asked: Asked): Promise<Figure>[] {
  const { payload } = asked.req
  const translations = localesOf(payload).filter((locale) => locale !== defaultLocaleOf(payload))
  const stale: Groups = [[{ staleIn: { in: translations.join(',') } }]]
  return [
    asked.newest('stale-translations', 'Translations older than their source', 'articles', stale, {
      mine: ['author'],
    }),
    ...(['symptoms', 'remedies', 'clinics'] as const).map((collection) =>
      asked.newest(`stale-${collection}`, `Translations of ${collection} older than their source`, collection, stale),
    ),
    asked.ownList('symptoms-without-article', 'Symptoms without an article', () =>
      countUnlinked('symptoms', asked.req),
    ),
    asked.ownList('remedies-without-article', 'Remedies without an article', () =>
      countUnlinked('remedies', asked.req),
    ),
    asked.newest('articles-without-symptom', 'Articles without a symptom', 'articles', [
      [{ symptomCount: { equals: 0 } }],
    ]),
    asked.rows('broken-references', 'Broken references', 'reference-checks', [[{ state: { equals: 'broken' } }]], true),
  ]
}

function machinery(asked: Asked, now: Date): Promise<Figure>[] {
  const before = { less_than: new Date(now.getTime() - stalledAfter).toISOString() }
  const waits: Where[] = [
    { completedAt: { exists: false } },
    { hasError: { not_equals: true } },
    { processing: { not_equals: true } },
  ]
  const jobs: Groups = [
    [{ hasError: { equals: true } }],
    [{ processing: { equals: true } }, { updatedAt: before }],
    [...waits, { waitUntil: before }],
    [...waits, { waitUntil: { exists: false } }, { createdAt: before }],
  ]
  const deliveries: Groups = [
    [{ state: { equals: 'failed' } }],
    [{ state: { equals: 'waiting' } }, { attempts: { greater_than: 0 } }],
  ]
  return [
    asked.rows('jobs', 'Jobs that failed or stalled', 'payload-jobs', jobs, true),
    asked.rows('webhooks', 'Webhook deliveries that fail', 'webhook-deliveries', deliveries, true),
  ]
}

const countUnlinked = async (collection: 'symptoms' | 'remedies', req: PayloadRequest): Promise<number> =>
  (await unlinkedIds(collection, req)).length

const startOfDay = (now: Date): string => `${now.toISOString().slice(0, 10)}T00:00:00.000Z`

/** Asks for one figure with the address of its list, so that the two cannot say different things. */
class Asked {
  readonly me: string
  private readonly admin: string
  constructor(readonly req: PayloadRequest) {
    this.me = String(req.user?.id)
    this.admin = req.payload.config.routes.admin
  }

  async newest(
    name: string,
    label: string,
    collection: CollectionSlug,
    groups: Groups,
    { alarming, mine }: { alarming?: boolean; mine?: readonly string[] } = {},
  ): Promise<Figure> {
    const own = mine?.flatMap((field) => groups.map((and) => [...and, { [field]: { equals: this.me } }]))
    const [count, ofMine] = await Promise.all([
      countNewest(collection, toWhere(groups), this.req),
      own && countNewest(collection, toWhere(own), this.req),
    ])
    return {
      name,
      label,
      count,
      href: listAddress(this.admin, collection, groups),
      ...(alarming ? { alarming } : {}),
      ...(own && ofMine !== undefined
        ? { mine: { count: ofMine, href: listAddress(this.admin, collection, own) } }
        : {}),
    }
  }

  async rows(
    name: string,
    label: string,
    collection: CollectionSlug,
    groups: Groups,
    alarming?: boolean,
  ): Promise<Figure> {
    const { totalDocs } = await this.req.payload.db.count({ collection, where: toWhere(groups), req: this.req })
    return {
      name,
      label,
      count: totalDocs,
      href: listAddress(this.admin, collection, groups),
      ...(alarming ? { alarming } : {}),
    }
  }

  async ownList(name: OwnList, label: string, count: () => Promise<number>): Promise<Figure> {
    return { name, label, count: await count(), href: ownListAddress(this.admin, name) }
  }
}
