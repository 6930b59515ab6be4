type Type = 'articles' | 'symptoms' | 'remedies' | 'clinics'
const types: Type[] = ['articles', 'symptoms', 'remedies', 'clinics']

/** What happens to a request: it is answered, lost on its way, its answer is cut off, or something in between answers it. */
export type Weather = 'fine' | 'lost' | 'cut' | 'login-page' | 'other-json' | 429 | 502 | 503 | 504

/** The sync feed as the service gives it, on a map: everything by type and id first, then the log. */
export class FakeServer {
  readonly documents = new Map<string, { type: Type; id: string; document: { id: string; version: number } }>()
  private log: { type: Type; id: string }[] = []
  /** A cursor of another generation is refused, as after a new database. */
  private generation = 0
  readonly asked: string[] = []
  weather: () => Weather = () => 'fine'
  /** Between a request's answer being made and it being received. */
  afterAnswer: () => void = () => {}
  pageSize = 2

  put(type: Type, id: string, version: number): void {
    this.documents.set(`${type}:${id}`, { type, id, document: { id, version } })
    this.log.push({ type, id })
  }

  remove(type: Type, id: string): void {
    if (this.documents.delete(`${type}:${id}`)) this.log.push({ type, id })
  }

  /** Every cursor is refused from now on, and what is removed meanwhile is in no log. */
  forget(removed: string[] = []): void {
    this.generation++
    for (const key of removed) this.documents.delete(key)
    this.log = []
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    await Promise.resolve()
    request.signal.throwIfAborted()
    const { pathname, searchParams } = new URL(request.url)
    this.asked.push(pathname + new URL(request.url).search)
    const weather = this.weather()
    if (weather === 'lost') throw new TypeError('fetch failed')
    if (weather === 'login-page') return new Response('<!doctype html><title>Welcome to our hotel</title>')
    if (weather === 'other-json') return Response.json({ online: false })
    if (typeof weather === 'number') return new Response('', { status: weather, headers: { 'Retry-After': '0' } })
    const answer = pathname === '/v1/manifest' ? this.manifest() : this.page(searchParams)
    this.afterAnswer()
    if (weather === 'cut') return new Response((await answer.text()).slice(0, -3), { status: answer.status })
    return answer
  }

  private manifest(): Response {
    const documents = [...this.documents.values()].map(({ type, id }) => ({ type, id }))
    return Response.json({ position: this.log.length, documents })
  }

  private page(query: URLSearchParams): Response {
    const given = query.get('cursor')
    const [generation, position, after] = given ? JSON.parse(given) : [this.generation, this.log.length, '']
    if (generation !== this.generation || query.get('locale') === 'fr')
      return Response.json({ status: 400, code: 'bad-parameter', detail: 'No' }, { status: 400 })
    const upsert = (key: string) => ({ op: 'upsert', ...this.documents.get(key) })
    if (after !== undefined) {
      const order = (key: string) => types.indexOf(key.split(':')[0] as Type) + key
      const rest = [...this.documents.keys()].filter((key) => after === '' || order(key) > order(after))
      const keys = rest.sort((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, this.pageSize)
      const last = keys.length === this.pageSize ? [keys.at(-1)] : []
      return Response.json({
        items: keys.map(upsert),
        cursor: JSON.stringify([generation, position, ...last]),
        more: true,
        remaining: rest.length - keys.length,
      })
    }
    const entries = this.log.slice(position, position + this.pageSize)
    const items = [...new Map(entries.map((entry) => [`${entry.type}:${entry.id}`, entry]))].map(
      ([key, { type, id }]) =>
        this.documents.has(key)
          ? upsert(key)
          : { op: 'remove', type, id, reason: 'deleted', at: '2026-01-01T00:00:00Z' },
    )
    return Response.json({
      items,
      cursor: JSON.stringify([generation, position + entries.length]),
      more: entries.length === this.pageSize,
      remaining: this.log.length - position - entries.length,
    })
  }
}
