/** Collections whose documents readers can see. */
export const loggedCollections = ['articles', 'symptoms', 'remedies', 'clinics', 'media', 'redirects'] as const
export type LoggedCollection = (typeof loggedCollections)[number]

export const logEvents = ['published', 'changed', 'moved', 'corrected', 'recalled', 'withdrawn', 'deleted'] as const
export type LogEvent = (typeof logEvents)[number]

/** One change that readers can see. */
export interface LogEntry {
  /** Strictly growing; whoever sees N sees every entry before it. */
  position: number
  event: LogEvent
  collection: LoggedCollection
  document: string
  /** The languages in which readers get the document after the change. */
  locales: string[]
  /** Its addresses after the change, and before it where they were others, by locale. */
  slugs: Record<string, string>
  slugsBefore: Record<string, string>
  /** Of an article that is named otherwise than before, or beside others: the ids of the symptoms, remedies and clinics that it links or linked. */
  links?: string[]
  /** When it was written, ISO 8601 in UTC. */
  at: string
}

/** A change that is being written and may yet be rolled back: what a process knows of its own before anybody can see it. */
export type PendingEntry = Omit<LogEntry, 'position' | 'at'>
