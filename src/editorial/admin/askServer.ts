/** What the server answered, or why it did not do what it was asked, in a line for whoever asked. */
export type Answer<Body> = { body: Body } | { complaint: string }

/** Asks one of the desk's endpoints, as whoever is logged in. */
export async function askServer<Body>(address: string, how: RequestInit = {}): Promise<Answer<Body>> {
  try {
    const response = await fetch(address, { credentials: 'include', ...how })
    const body = await response.json()
    if (response.ok) return { body }
    return { complaint: body.errors?.[0]?.message ?? body.title ?? 'The server could not do it.' }
  } catch {
    return { complaint: 'The server could not be reached. Try again.' }
  }
}
