import { addDataAndFileToRequest, type BasePayload, type PayloadHandler } from 'payload'
import { isStaff } from '../../access/roles'
import { settings } from '../../settings'
import { answerProblem } from '../answerProblem'
import { readDraft } from './readDraft'
import { makeShareToken, shareTokenHash } from './shareToken'

/** How long a link may live, in days. */
const lifetimes = [1, 7, 30]
const day = 86_400_000

/**
 * `POST /api/draft-shares/share`, for staff: `{article, locale, days}` to a link that shows the article's newest version as it stands
 * now to whoever has the link. Its words are copied: later edits do not show, though autosave writes them into the same version.
 */
export const shareDraft: PayloadHandler = async (req) => {
  const { payload, user } = req
  if (!user || !isStaff(user)) return answerProblem(user ? 403 : 401, 'Only editors may share drafts.')
  try {
    await addDataAndFileToRequest(req)
  } catch {
    return answerProblem(400, 'The body must be JSON.')
  }
  const { article, locale, days } = (req.data ?? {}) as Record<string, unknown>
  if (typeof article !== 'string') return answerProblem(400, 'Say which article.')
  if (locale !== 'en' && locale !== 'es') return answerProblem(400, 'locale must be en or es.')
  if (!lifetimes.includes(days as number)) return answerProblem(400, `days must be one of ${lifetimes.join(', ')}.`)
  const draft = await readDraft(payload, { collection: 'articles', id: article, locale })
  if (!draft) return answerProblem(404, 'There is no such article.')

  await emptyExpired(payload)
  const token = makeShareToken()
  const { id, expiresAt } = await payload.create({
    collection: 'draft-shares',
    data: {
      article,
      locale,
      title: String(draft.data.title ?? ''),
      versionKey: typeof draft.data.versionKey === 'string' ? draft.data.versionKey : null,
      tokenHash: shareTokenHash(token),
      content: { ...draft },
      createdBy: user.id,
      expiresAt: new Date(Date.now() + (days as number) * day).toISOString(),
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  const url = `${settings.serverUrl ?? ''}/share/${token}`
  return Response.json({ id, url, expiresAt }, { status: 201, headers: { 'cache-control': 'no-store' } })
}

/** Of a link whose time is over, who made it and for what is kept, and the words are not. */
async function emptyExpired(payload: BasePayload): Promise<void> {
  await payload.update({
    collection: 'draft-shares',
    where: { and: [{ expiresAt: { less_than: new Date().toISOString() } }, { emptied: { not_equals: true } }] },
    data: { content: null, emptied: true },
    depth: 0,
    overrideAccess: true,
  })
}
