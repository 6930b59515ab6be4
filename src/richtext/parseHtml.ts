import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, parseFragment, type TreeAdapter } from 'parse5'
import { UnreadableFile } from './UnreadableFile'

/**
 * HTML as a browser reads it, as a tree. Real pages nest some dozens of elements and hold some thousands; what goes far
 * beyond is refused while it is read, before it costs time and stack.
 *
 * @throws {@link UnreadableFile}
 */
export function parseHtml(html: string, kind: 'document' | 'fragment'): Root {
  const options = { treeAdapter: boundedAdapter(), scriptingEnabled: false }
  const tree = fromParse5(kind === 'document' ? parse(html, options) : parseFragment(html, options))
  return tree.type === 'root' ? tree : { type: 'root', children: [] }
}

const MAX_DEPTH = 500
const MAX_ELEMENTS = 300_000

/** parse5's own tree, with bounds: its time grows with length times depth, and unclosed formatting multiplies elements. */
function boundedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let depth = 0
  let elements = 0
  return {
    ...defaultTreeAdapter,
    createElement(...parts) {
      if (++elements > MAX_ELEMENTS) throw new UnreadableFile(`the HTML has more than ${MAX_ELEMENTS} elements`)
      return defaultTreeAdapter.createElement(...parts)
    },
    onItemPush() {
      if (++depth > MAX_DEPTH) throw new UnreadableFile(`the HTML is nested more than ${MAX_DEPTH} levels deep`)
    },
    onItemPop() {
      depth--
    },
  }
}
