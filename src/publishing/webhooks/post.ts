import { type AskOptions, ask } from '../../outgoing/ask'

export type PostOptions = Omit<AskOptions, 'method'> & { body: string }

/**
 * Sends JSON, and reads no more of the answer than its status.
 *
 * @throws where nobody answered, in time, at an address that is allowed
 */
export async function post(url: string, { headers, body, ...options }: PostOptions): Promise<{ status: number }> {
  const { status } = await ask(url, {
    ...options,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) },
    body,
  })
  return { status }
}
