/** How many lists and objects, how many other values, and how many levels of them something holds that came as JSON. */
export function sizeOf(whole: unknown): { groups: number; values: number; levels: number } {
  const size = { groups: 0, values: 0, levels: 0 }
  // Level by level and not by a function that calls itself: how deep it nests is its writer's choice.
  for (let level = [whole]; level.length > 0; size.levels++) {
    const below: unknown[] = []
    for (const part of level) {
      if (part === null || typeof part !== 'object') {
        size.values++
        continue
      }
      size.groups++
      for (const each of Object.values(part)) below.push(each)
    }
    level = below
  }
  return size
}
