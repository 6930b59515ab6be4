import {
  $getRoot,
  $isElementNode,
  $isTextNode,
  type LexicalEditor,
  type TextNode,
} from '@payloadcms/richtext-lexical/lexical'
import { type BodyText, type Piece, toText } from '../../../richtext/toText'

/** A place in the article's plain text, as {@link toText} writes it: UTF-16 offsets, the end exclusive. */
export interface Span {
  start: number
  end: number
}

/** A place in the editor. The offsets count in the text nodes, in Lexical and in the page alike. */
export interface BodyPlace {
  from: { key: string; offset: number }
  to: { key: string; offset: number }
  range: Range
}

/** The text that stands in an editor now, which may be ahead of its form by what was typed in the last half second. */
export const textOf = (editor: LexicalEditor): BodyText => toText(editor.getEditorState().toJSON())

/** Where a place of the text is in the editor's nodes and on the page; undefined where no words stand there, or are not drawn yet. */
export function placeInBody(editor: LexicalEditor, { pieces }: BodyText, { start, end }: Span): BodyPlace | undefined {
  const first = pieces[firstEndingAfter(pieces, start)]
  const last = pieces[firstEndingAfter(pieces, end - 1)]
  if (end <= start || !first || !last || first.start >= end || last.start >= end) return undefined
  return editor.getEditorState().read(() => {
    const from = nodeAt(first.path)
    const to = nodeAt(last.path)
    if (!from || !to) return undefined
    const offsets = { from: Math.max(0, start - first.start), to: Math.min(end, last.end) - last.start }
    const range = rangeBetween(drawnText(editor, from), offsets.from, drawnText(editor, to), offsets.to)
    if (!range) return undefined
    return {
      from: { key: from.getKey(), offset: offsets.from },
      to: { key: to.getKey(), offset: offsets.to },
      range,
    }
  })
}

/** The index of the first piece that ends behind an offset: the piece that holds it, or the next one. */
function firstEndingAfter(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle] as Piece).end > offset) high = middle
    else low = middle + 1
  }
  return low
}

function nodeAt(path: readonly number[]): TextNode | undefined {
  let node: unknown = $getRoot()
  for (const index of path) {
    if (!$isElementNode(node as never)) return undefined
    node = (node as ReturnType<typeof $getRoot>).getChildAtIndex(index)
  }
  return $isTextNode(node as never) ? (node as TextNode) : undefined
}

function drawnText(editor: LexicalEditor, node: TextNode): Text | undefined {
  let drawn: Node | null = editor.getElementByKey(node.getKey())
  while (drawn && drawn.nodeType !== Node.TEXT_NODE) drawn = drawn.firstChild
  return (drawn as Text | null) ?? undefined
}

function rangeBetween(from: Text | undefined, start: number, to: Text | undefined, end: number): Range | undefined {
  if (!from || !to || start > from.length || end > to.length) return undefined
  const range = document.createRange()
  range.setStart(from, start)
  range.setEnd(to, end)
  return range
}
