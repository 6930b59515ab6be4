import type { ElementContent, Root } from 'hast'
import { element, isElement, walkHast } from '../hastNodes'

/** Where a blank line parts paragraphs. */
const FLOW = ['div', 'blockquote', 'section', 'article', 'center', 'p']

/**
 * The paragraphs of WordPress's classic editor. It stores a text without `<p>` and makes them when it shows it: a blank line ends a
 * paragraph, a line end breaks the line. The new editor stores them, so this is for texts without its comments.
 */
export function breakParagraphs(tree: Root): void {
  for (const node of [...walkHast(tree)]) {
    if (node.type !== 'root' && !isElement(node, ...FLOW)) continue
    const children = node.children as ElementContent[]
    node.children = children.flatMap((child) => (child.type === 'text' ? breakText(child.value) : [child]))
  }
}

function breakText(text: string): ElementContent[] {
  return text
    .split(/(\n(?:[ \t]*\n)*)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (!part.startsWith('\n')) return { type: 'text', value: part }
      // an empty paragraph is left out, and parts what stands before it from what comes after
      return element(part.indexOf('\n', 1) > 0 ? 'p' : 'br')
    })
}
