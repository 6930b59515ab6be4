import type { BasePayload } from 'payload'
import { logStoreOf } from '../../database/logStore'
import { movedLogOf } from '../../database/movedLog'
import { type LogEvent, loggedCollections } from '../../publishing/logEntry'
import { publicStateOf } from '../../publishing/publicState'
import { readLog } from '../../publishing/publishLog'
import { everyDocument } from './everyDocument'
import type { Check, Finding } from './finding'

interface Cursor {
  name: string
  position: number
}

/** A follower of a running server is at most some entries behind. */
const mostBehind = 1_000
const abandonedAfterMs = 5 * 60_000

/**
 * Entries that a later one has replaced are taken out after a while, so positions have gaps. What must hold: each is given once, the
 * newest entry of a document says what readers get of it, and nobody has followed further than there is.
 */
export const checkLog: Check = async ({ payload }) => {
  // Before the log: a running server goes on meanwhile.
  const cursors = await movedLogOf(payload).readCursors()
  const { newest, last, twice } = await readNewest(payload)
  return [
    ...(twice.length > 0
      ? [
          problem(
            'Positions were given twice',
            'Move the content into a new database (npm run export, npm run restore), and have apps sync anew from the beginning',
            twice.map(String),
          ),
        ]
      : []),
    ...(await checkTold(payload, newest)),
    ...checkCursors(cursors, last),
    ...(await checkIntents(payload)),
  ]
}

type Found = Omit<Finding, 'check'>
const problem = (what: string, todo: string, names?: string[]): Found => ({
  level: 'problem',
  what,
  ...(names ? { names } : {}),
  todo,
})

async function readNewest(payload: BasePayload) {
  const newest = new Map<string, LogEvent>()
  const twice: number[] = []
  let last = 0
  for (let after = 0; ; after = last) {
    const entries = await readLog(payload, after)
    for (const { position, collection, document, event } of entries) {
      if (position === last) twice.push(position)
      last = position
      newest.set(`${collection} ${document}`, event)
    }
    if (entries.length === 0) return { newest, last: Math.max(last, await movedLogOf(payload).lastGiven()), twice }
  }
}

async function checkTold(payload: BasePayload, newest: Map<string, LogEvent>): Promise<Found[]> {
  const untold: string[] = []
  const outlived: string[] = []
  const left = new Set(newest.keys())
  for (const collection of loggedCollections)
    for await (const doc of everyDocument(payload, collection)) {
      const name = `${collection} ${doc.id}`
      left.delete(name)
      const told = isShown(newest.get(name))
      const shown = publicStateOf(collection, doc as never, payload) !== null
      if (shown && !told) untold.push(name)
      if (!shown && told) outlived.push(name)
    }
  for (const name of left) if (isShown(newest.get(name))) outlived.push(name)
  return [
    ...(untold.length > 0
      ? [
          problem(
            'Readers get these documents and the log does not say so, so that apps do not have them',
            'Save each in the admin, which logs it; if there are many, the database was written to past Saphena: restore it',
            untold,
          ),
        ]
      : []),
    ...(outlived.length > 0
      ? [
          problem(
            'Readers do not get these documents any more and the log does not say so, so that apps still show them',
            'Publish and unpublish each in the admin, which logs it; of those that are gone, have apps sync anew from the beginning',
            outlived,
          ),
        ]
      : []),
  ]
}

const isShown = (event: LogEvent | undefined): boolean =>
  event !== undefined && event !== 'withdrawn' && event !== 'deleted'

function checkCursors(cursors: Cursor[], last: number): Found[] {
  return cursors.filter(follows).flatMap(({ name, position }) => {
    if (position > last)
      return problem(
        `The follower ${name} has read up to ${position}, and the log ends at ${last}: it would miss what comes next`,
        'The log is older than the cursor, as after part of a database was put back: restore all of it from one export or copy',
      )
    if (last - position > mostBehind)
      return problem(
        `The follower ${name} is ${last - position} entries behind`,
        'See whether the server runs and what its log says of this follower; it catches up by itself once it can',
      )
    return []
  })
}

/** The others are leases alone: on a webhook, on what is done by the clock. */
const follows = ({ name }: Cursor): boolean => name !== 'readiness' && !name.includes(':')

async function checkIntents(payload: BasePayload): Promise<Found[]> {
  const left = await logStoreOf(payload).abandoned(abandonedAfterMs)
  if (left.length === 0) return []
  return [
    problem(
      'Changes were begun by a process that is gone, and are not in the log',
      'Start the server: it compares them with the documents and completes the log within a minute',
      left.map(({ collection, document }) => `${collection} ${document}`),
    ),
  ]
}
