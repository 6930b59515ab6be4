import { BadRequest } from './BadRequest'
import { sizeOf } from './sizeOf'

/** What is asked of a list, in whatever form it came. */
interface Question {
  where?: unknown
  sort?: unknown
  joins?: unknown
}

/**
 * Upper bounds on one question, whoever asks. Each term of an order becomes a column of the result, of which SQLite takes 2,000, and each
 * condition a level of one expression, of which it takes 1,000.
 */
const most = { sorts: 5, groups: 1_000, values: 5_000, levels: 20 } as const

/** Refuses a question by its size, before anybody looks at what it names. */
export function refuseLarge(asked: Question): void {
  const joins = asked.joins && typeof asked.joins === 'object' ? Object.values(asked.joins) : []
  for (const each of [asked, ...joins]) {
    const { sort, where } = (each ?? {}) as Question
    if (termsOf(sort) > most.sorts) throw new BadRequest(`sort must be at most ${most.sorts} fields`)
    const { groups, values, levels } = sizeOf(where)
    if (groups > most.groups || values > most.values || levels > most.levels)
      throw new BadRequest('where holds more conditions or values than can be asked for at once')
  }
}

/** As many as there are, or one more than there may be. */
const termsOf = (sort: unknown): number =>
  Array.isArray(sort) ? sort.length : String(sort ?? '').split(',', most.sorts + 1).length
