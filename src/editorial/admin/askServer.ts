/** What the server answered, or why it did not do what it was asked, in a line for whoever asked. */
export type Answer<Body> = { body: Body } | Complaint

interface Complaint {
  complaint: string
  /** In how many seconds to ask again, where it was asked too often. */
  retryAfter?: number
}

interface Question extends RequestInit {
  /** What to complain of where the server does not say it. */
  otherwise?: string
}

/** Asks one of our own endpoints, as whoever is logged in. A question that was taken back (`signal`) is answered by a complaint. */
export async function askServer<Body>(
  address: string,
  { otherwise = 'The server could not do it.', ...how }: Question = {},
): Promise<Answer<Body>> {
  try {
    const response = await fetch(address, { credentials: 'include', ...how })
    if (response.ok) return { body: await response.json() }
    const told = await response.json().catch(() => ({}))
    const complaint = told.errors?.[0]?.message ?? told.title ?? otherwise
    if (response.status !== 429) return { complaint }
    return { complaint, retryAfter: Number(response.headers.get('retry-after')) || 1 }
  } catch {
    return { complaint: 'The server could not be reached. Try again.' }
  }
}

/** @param body what becomes JSON, or is JSON already */
export const sending = (body: object | string, method: 'POST' | 'PATCH' = 'POST'): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
