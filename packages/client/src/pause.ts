/** Waits; rejects with the signal's reason as soon as that is aborted. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', stop)
        resolve()
      },
      Math.min(milliseconds, longest),
    )
    signal?.addEventListener('abort', stop, { once: true })
  })
}

/** What a timer can count; with more it would not wait at all. */
const longest = 2 ** 31 - 1

/** The milliseconds that a `Retry-After` asks for: seconds or a date (RFC 9110, 10.2.3); 0 for anything else. */
export function readRetryAfter(value: string | null, now = Date.now()): number {
  const text = value?.trim() ?? ''
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const date = Date.parse(text)
  return Number.isNaN(date) ? 0 : Math.max(0, date - now)
}
