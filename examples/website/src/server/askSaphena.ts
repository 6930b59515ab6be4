import type { Operation } from '../operations/operations'

export type Ask = <Result, Variables>(operation: Operation<Result, Variables>, variables: Variables) => Promise<Result>

/** What a page was made of: the surrogate keys of all answers; undefined where one of them named none. */
export interface MadeOf {
  keys: Set<string> | undefined
}

const patience = 10_000

/** Asks Saphena's GraphQL as a stranger, and notes the keys of each answer in `madeOf`. */
export function askSaphena(saphenaUrl: string, madeOf: MadeOf): Ask {
  return async (operation, variables) => {
    const response = await fetch(`${saphenaUrl}/api/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: operation.text, variables }),
      signal: AbortSignal.timeout(patience),
    })
    const answer = (await response.json()) as { data?: unknown; errors?: { message: string }[] }
    const [fault] = answer.errors ?? []
    if (fault || !response.ok) throw new Error(`Saphena answered ${response.status}: ${fault?.message ?? 'no reason'}`)
    const keys = response.headers.get('surrogate-key')
    if (!keys) madeOf.keys = undefined
    else for (const key of keys.split(' ')) madeOf.keys?.add(key)
    return answer.data as never
  }
}
