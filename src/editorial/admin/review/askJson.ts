/** What the server answered: its JSON, or what it says is wrong in words for people. */
export type Asked<Answer> = { ok: true; answer: Answer } | { ok: false; message: string }

/** Asks our own server in the name of whoever is logged in. */
export async function askJson<Answer>(method: string, address: string, body?: object): Promise<Asked<Answer>> {
  try {
    const response = await fetch(address, {
      method,
      credentials: 'include',
      headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const answer = await response.json()
    if (response.ok) return { ok: true, answer }
    return { ok: false, message: answer?.errors?.[0]?.message ?? 'That did not work. Try again.' }
  } catch {
    return { ok: false, message: 'The server could not be reached. Try again.' }
  }
}
