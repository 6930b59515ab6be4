import { channel } from 'node:diagnostics_channel'

/** Told how long the mentions of one text took to find, in milliseconds. */
export const linkingTimes = channel('saphena:linking')

/** Finds what `find` finds, and tells how long that took. */
export function measureLinking<Found>(find: () => Found): Found {
  if (!linkingTimes.hasSubscribers) return find()
  const began = performance.now()
  const found = find()
  linkingTimes.publish(performance.now() - began)
  return found
}
