import type { Catalog, Notice } from './catalog'
import { remembered } from './remembered'

const seen = remembered<string[]>('notices-seen')
const keyOf = ({ id, recall }: Notice): string => `${id} ${recall.kind} ${recall.at}`

/** What was corrected or recalled since the reader last said that he has read it; what he must not follow comes first. */
export function unreadNotices({ notices }: Catalog): Notice[] {
  const known = seen.read()
  const unread = known ? notices.filter((notice) => !known.includes(keyOf(notice))) : []
  const isRecalled = ({ recall }: Notice) => recall.kind === 'recalled'
  return [...unread.filter(isRecalled), ...unread.filter((notice) => !isRecalled(notice))]
}

export function noteRead({ notices }: Catalog): void {
  seen.write(notices.map(keyOf))
}

/** Of what was recalled before the reader had anything there is nothing to tell him. */
export function noteFirstCopy(catalog: Catalog): void {
  if (!seen.read()) noteRead(catalog)
}
