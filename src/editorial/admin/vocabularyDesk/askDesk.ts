/** What the desk answered, or a sentence that says why it did not. */
export type DeskAnswer<Data> = { data: Data } | { message: string }

/** Asks an endpoint of the vocabulary desk as the person who is logged in. */
export async function askDesk<Data>(address: string, init: RequestInit = {}): Promise<DeskAnswer<Data>> {
  try {
    const response = await fetch(address, { credentials: 'include', ...init })
    const answer = await response.json()
    if (response.ok) return { data: answer as Data }
    return { message: answer.errors?.[0]?.message ?? answer.title ?? 'It could not be done.' }
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error
    return { message: 'The server could not be reached.' }
  }
}

export const postJson = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
