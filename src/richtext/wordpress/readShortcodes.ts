/** What plugins put into a text in square brackets, such as `[gallery ids="4,5"]`. */
export interface Shortcode {
  name: string
  attributes: string
}

const core = new Set(['caption', 'wp_caption', 'gallery', 'playlist', 'audio', 'video', 'embed'])
/** Each part is bounded, and stops at the next bracket: the time is linear in the text. */
const bracket = /\[(\[?)(\/?)([a-z][\w-]{0,60})((?:\s[^[\]<>]{0,500})?)(\/?)\](\]?)/gi

/**
 * Takes shortcodes out of a text and keeps the words between them. What merely stands in brackets, such as `[sic]`, stays: a
 * shortcode is one of WordPress's own, or has an end (`[/box]`), attributes, or an underscore in its name.
 *
 * @returns the text, the shortcodes that went, and the names of those that look a little like one and stayed
 */
export function readShortcodes(text: string): { text: string; removed: Shortcode[]; kept: string[] } {
  const ended = new Set([...text.matchAll(bracket)].filter(([, , slash]) => slash).map(([, , , name]) => name))
  const removed: Shortcode[] = []
  const kept = new Set<string>()
  const rest = text.replace(bracket, (whole, escaped, slash, name: string, attributes: string, _, closed) => {
    if (escaped && closed) return whole.slice(1, -1) // [[box]] is how WordPress writes the words [box]
    const isOne = core.has(name) || ended.has(name) || name.includes('_') || /[\w-]\s*=/.test(attributes)
    if (!isOne) {
      if (!attributes) kept.add(name)
      return whole
    }
    if (!slash) removed.push({ name, attributes })
    return `${escaped}${closed}`
  })
  return { text: rest, removed, kept: [...kept] }
}
