/** A node of a Lexical body as it comes from outside: only what {@link isNode} has checked is known of it. */
export type BodyNode = { type: string; [key: string]: unknown }

export interface BodyVisitor {
  /** A text or tab node. The same body gives the same texts in the same order on every walk. */
  text(text: string, node: BodyNode, path: readonly number[]): void
  lineBreak(): void
  /** Any other node, before its children. */
  enter(node: BodyNode, place: Place): void
  /** The same node, after its children. */
  leave(node: BodyNode, place: Place): void
}

/** Where a node stands. The root's children have depth 0. */
export interface Place {
  depth: number
  index: number
  parent: BodyNode
  siblings: readonly unknown[]
}

/** Nodes nested more deeply than this are not read: no editor makes them, and nobody's stack has to hold them. */
const MAX_DEPTH = 200

/** Reads a body in order. What is no node is passed over, so that a malformed body is an empty one. */
export function walkBody(body: unknown, visitor: BodyVisitor): void {
  const root = isRecord(body) ? body.root : undefined
  if (!isRecord(root)) return
  const path: number[] = []
  const visit = (parent: BodyNode, depth: number): void => {
    const siblings = childrenOf(parent)
    for (let index = 0; index < siblings.length; index++) {
      const node = siblings[index]
      if (!isNode(node)) continue
      path[depth] = index
      if (isText(node)) visitor.text(node.text, node, path.slice(0, depth + 1))
      else if (node.type === 'linebreak') visitor.lineBreak()
      else {
        const place = { depth, index, parent, siblings }
        visitor.enter(node, place)
        if (depth < MAX_DEPTH) visit(node, depth + 1)
        visitor.leave(node, place)
      }
    }
  }
  visit({ ...root, type: 'root' }, 0)
}

function childrenOf(node: BodyNode): readonly unknown[] {
  return Array.isArray(node.children) ? node.children : []
}

function isNode(value: unknown): value is BodyNode {
  return isRecord(value) && typeof value.type === 'string'
}

/** Elements that stand within a line; every other element begins and ends one. */
export function isInlineElement(node: BodyNode): boolean {
  return node.type === 'link' || node.type === 'autolink' || node.type === 'mark' || node.type === 'overflow'
}

/** A list item that only holds the list nested in the item before it. */
export function isListWrapper(node: unknown): boolean {
  if (!isNode(node) || node.type !== 'listitem') return false
  const children = childrenOf(node)
  return children.length > 0 && children.every((child) => isNode(child) && child.type === 'list')
}

function isText(node: BodyNode): node is BodyNode & { text: string } {
  return typeof node.text === 'string' && !Array.isArray(node.children)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
