import type { Element } from 'hast'

/** The declarations in an element's `style`, by name, both in lower case; of two of a name the last one. */
export function styleOf(node: Element): Record<string, string> {
  const { style } = node.properties
  if (typeof style !== 'string') return {}
  const declarations: Record<string, string> = {}
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':')
    if (colon > 0) declarations[declaration.slice(0, colon).trim()] = declaration.slice(colon + 1).trim()
  }
  return declarations
}
