import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload'
import { loggedEvent } from '../../publishing/logChanges'
import type { LogEvent } from '../../publishing/logEntry'
import { type AuditAction, appendAudit } from './auditEntry'
import { changedFields } from './changedFields'
import { beganSession } from './sessions'

type Values = Record<string, unknown>
interface Noted {
  title: string | undefined
  fields: string[]
  /** Set where the change takes it out of the trash or puts it there. */
  trash: 'trashed' | 'restored' | undefined
}

/** What the server works out or writes itself: a change of these alone is nobody's. */
const computed = new Set([
  ...['id', 'createdAt', 'updatedAt', 'deletedAt', '_status', 'globalType', 'versionKey', 'writing', 'fellBack'],
  ...['mentions', 'linkDecisions', 'images', 'origin', 'readability', 'published'],
])

// A string: Payload takes a context that has none for empty, and makes a new one.
const notes = 'auditNotes'
type Context = { [notes]?: Map<string, Noted> }

/**
 * The hooks by which every change of a collection gets into the audit, in its transaction and whichever road it came by. What changed is
 * noted as it was sent, before the server works out the rest.
 */
export const auditChanges: Pick<
  NonNullable<CollectionConfig['hooks']>,
  'beforeValidate' | 'afterChange' | 'afterDelete'
> = {
  beforeValidate: [
    ({ collection, data = {}, operation, originalDoc, req }) => {
      const before: Values = operation === 'create' ? {} : (originalDoc ?? {})
      const titleField = collection.admin.useAsTitle ?? 'id'
      noteChange(`${collection.slug}:${originalDoc?.id ?? data.id}`, req, {
        title: textOf(data[titleField] ?? before[titleField]),
        fields: changedFields(before, data, computed),
        trash: trashOf(before.deletedAt, data.deletedAt),
      })
      return data
    },
  ] satisfies CollectionBeforeValidateHook[],
  afterChange: [
    async ({ collection, doc, operation, req }) => {
      const key = `${collection.slug}:${doc.id}`
      const context = req.context as Context
      const noted = context[notes]?.get(key)
      context[notes]?.delete(key)
      const { title, fields = [], trash } = noted ?? {}
      const event = collection.versions ? loggedEvent(req, collection.slug, doc.id) : undefined
      const entry = { collection: collection.slug, document: String(doc.id), title, locale: localeOf(req) }
      const actions = actionsOf({
        created: operation === 'create',
        reverted: req.context.isRestoringVersion === true,
        trash,
        event,
        changed: fields.length > 0,
      })
      for (const action of actions) {
        if (action === 'changed' && !(await beganSession(entry, req))) continue
        const detail = action === 'changed' || action === 'published' ? fields.join(', ') : undefined
        await appendAudit({ ...entry, action, detail }, req)
      }
      return doc
    },
  ] satisfies CollectionAfterChangeHook[],
  afterDelete: [
    async ({ collection, doc, id, req }) => {
      const title = textOf(doc[collection.admin.useAsTitle ?? 'id'])
      await appendAudit({ action: 'deleted', collection: collection.slug, document: String(id), title }, req)
    },
  ] satisfies CollectionAfterDeleteHook[],
}

function noteChange(key: string, req: PayloadRequest, noted: Noted): void {
  const context = req.context as Context
  context[notes] ??= new Map()
  context[notes].set(key, noted)
}

interface Change {
  created: boolean
  reverted: boolean
  trash: Noted['trash']
  event: LogEvent | undefined
  changed: boolean
}

/** What one save was, in words of the audit, in the order in which one would tell it. */
export function actionsOf({ created, reverted, trash, event, changed }: Change): AuditAction[] {
  const actions: AuditAction[] = []
  if (created) actions.push('created')
  if (reverted) actions.push('reverted')
  if (trash) actions.push(trash)
  if (event === 'published' || event === 'changed' || event === 'moved') actions.push('published')
  else if (event === 'corrected' || event === 'recalled') actions.push(event)
  else if (event === 'withdrawn' && trash !== 'trashed') actions.push('withdrawn')
  return actions.length === 0 && changed ? ['changed'] : actions
}

function trashOf(before: unknown, after: unknown): Noted['trash'] {
  if (after === undefined || Boolean(before) === Boolean(after)) return undefined
  return after ? 'trashed' : 'restored'
}

const localeOf = (req: PayloadRequest): string => req.locale ?? ''

/** A title may come with all its languages side by side. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return undefined
  return Object.values(value).find((each): each is string => typeof each === 'string' && each !== '')
}
