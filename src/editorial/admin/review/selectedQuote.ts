import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
  type PointType,
} from '@payloadcms/richtext-lexical/lexical'
import type { Quote } from '../../review/anchorOf'
import { lastOpenBody } from '../body/openBodies'
import { textOf } from '../body/placeInBody'

/** A passage that is longer is a comment on the whole; the server keeps no longer one either. */
const longestQuote = 1_000

/** The words that are selected in the open body, and where they stand in its plain text; undefined where none are, or too many. */
export function selectedQuote(): Quote | undefined {
  const editor = lastOpenBody()
  if (!editor) return undefined
  const { text, pieces } = textOf(editor)
  const startOf = new Map(pieces.map(({ path, start }) => [path.join('.'), start]))
  return editor.getEditorState().read(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection) || selection.isCollapsed()) return undefined
    const [from, to] = selection.isBackward()
      ? [selection.focus, selection.anchor]
      : [selection.anchor, selection.focus]
    const nodes = selection.getNodes().filter($isTextNode)
    const [first, last] = [nodes[0], nodes.at(-1)]
    const [firstStart, lastStart] = [startOf.get(pathOf(first)), startOf.get(pathOf(last))]
    if (!first || !last || firstStart === undefined || lastStart === undefined) return undefined
    return trimmed(
      text,
      firstStart + (offsetIn(first, from) ?? 0),
      lastStart + (offsetIn(last, to) ?? last.getTextContentSize()),
    )
  })
}

const offsetIn = (node: LexicalNode, point: PointType): number | undefined =>
  point.type === 'text' && point.key === node.getKey() ? point.offset : undefined

/** The indexes that lead to a node from the root, as the pieces of the plain text have them. */
function pathOf(node: LexicalNode | undefined): string {
  const path: number[] = []
  for (let at = node; at?.getParent(); at = at.getParent() ?? undefined) path.unshift(at.getIndexWithinParent())
  return path.join('.')
}

function trimmed(text: string, from: number, to: number): Quote | undefined {
  const words = text.slice(from, to)
  const quote = words.trim()
  const start = from + words.length - words.trimStart().length
  return quote && quote.length <= longestQuote ? { quote, start, end: start + quote.length } : undefined
}
