/** What a reader asked in a way that cannot be answered; answered with 400, naming the parameter. */
export class BadParameter extends Error {
  override name = 'BadParameter'
  constructor(
    readonly parameter: string,
    readonly complaint: string,
  ) {
    super(`${parameter} ${complaint}`)
  }
}

const longestValue = 200

/** Reads one value; throws {@link BadParameter} where it is none. */
type Reader<T> = (value: string, name: string) => T
type Read<Readers> = { [Name in keyof Readers]?: Readers[Name] extends Reader<infer T> ? T : never }

/**
 * The parameters of a request, each read once and by name. What is not offered, is given twice, empty or cannot be read is
 * refused: a misspelt filter that were passed over would answer with everything.
 */
export function readParameters<Readers extends Record<string, Reader<unknown>>>(
  url: string,
  readers: Readers,
): Read<Readers> {
  const mark = url.indexOf('?')
  const asked = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1))
  const read: Record<string, unknown> = {}
  for (const [name, value] of asked) {
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined
    // Not repeated in full: it is the asker's own text, of any length.
    if (!reader) throw new BadParameter(name.slice(0, 60), 'is no parameter here')
    if (Object.hasOwn(read, name)) throw new BadParameter(name, 'is given more than once')
    if (value.length > longestValue && name !== 'cursor') throw new BadParameter(name, 'is too long')
    if (value.trim() === '') throw new BadParameter(name, 'is empty')
    read[name] = reader(value, name)
  }
  return read as Read<Readers>
}

export const oneOf =
  <T extends string>(...values: readonly T[]): Reader<T> =>
  (value, name) => {
    if ((values as readonly string[]).includes(value)) return value as T
    throw new BadParameter(name, `must be one of ${values.join(', ')}`)
  }

/** Several of a fixed list, with commas between them. */
export const someOf =
  <T extends string>(...values: readonly T[]): Reader<ReadonlySet<T>> =>
  (value, name) =>
    new Set(value.split(',').map((each) => oneOf(...values)(each.trim(), name)))

export const wholeNumber =
  (least: number, most: number): Reader<number> =>
  (value, name) => {
    const number = Number(value)
    if (/^\d{1,9}$/.test(value) && number >= least && number <= most) return number
    throw new BadParameter(name, `must be a whole number from ${least} to ${most}`)
  }

export const slugParameter: Reader<string> = (value, name) => {
  if (isSlug(value)) return value
  throw new BadParameter(name, 'must be a slug: letters and digits with single hyphens between them')
}

export const isSlug = (value: string): boolean => value.length <= 120 && /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u.test(value)

const isoDate = /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/

/** A date, or a date with a time and its offset, as ISO 8601 writes them; given back in UTC. */
export const dateParameter: Reader<string> = (value, name) => {
  const [, year, month, day] = isoDate.exec(value) ?? []
  const date = new Date(value)
  const isReal = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day)
  if (day && isReal && !Number.isNaN(date.getTime())) return date.toISOString()
  throw new BadParameter(name, 'must be an ISO 8601 date, such as 2026-03-31 or 2026-03-31T12:00:00Z')
}
