const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** C0 but for white space; HTML may hold those of C1. */
const CONTROLS = /(?![\t\n\r\u007F-\u009F])\p{Cc}/gu

/** Text for HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
    .replace(CONTROLS, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
}

/** An opening tag; attributes without a value are left out. */
export function openTag(name: string, attributes: Record<string, string | number | undefined> = {}): string {
  let tag = `<${name}`
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` ${attribute}="${escapeHtml(String(value))}"`
  }
  return `${tag}>`
}
