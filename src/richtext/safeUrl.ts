const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * The absolute form of a link's target, or undefined where it is no link that a reader may be sent to: `javascript:`,
 * `data:`, a relative target without a `base`, something that does not parse.
 */
export function safeUrl(url: unknown, base?: string): string | undefined {
  if (typeof url !== 'string' || url.length > 4096 || url.trim() === '' || !URL.canParse(url, base)) return undefined
  const parsed = new URL(url, base)
  if (!SAFE_PROTOCOLS.has(parsed.protocol)) return undefined
  if (parsed.username || parsed.password) return undefined // https://our.example@elsewhere.example misleads
  return parsed.href
}
