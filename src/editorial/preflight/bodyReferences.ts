import type { Piece } from '../../richtext/toText'
import { type BodyNode, type BodyVisitor, walkBody } from '../../richtext/walkBody'
import type { Place } from './checkArticle'

/** What a body refers to: documents that it links, web pages, and pictures, in order. */
export interface BodyReferences {
  documents: { collection: string; id: string; place?: Place }[]
  webPages: Place[]
  pictures: string[]
}

/** @param pieces those of the body's own text, by `toText` */
export function bodyReferences(body: unknown, pieces: readonly Piece[]): BodyReferences {
  const found: BodyReferences = { documents: [], webPages: [], pictures: [] }
  /** The text nodes until now; `toText` has a piece for each that is not empty, in the same order. */
  let texts = 0
  const openedAt: number[] = []
  const visitor: BodyVisitor = {
    text(text) {
      if (text !== '') texts++
    },
    lineBreak() {},
    enter(node) {
      if (isLink(node)) openedAt.push(texts)
      if (node.type === 'upload' && node.relationTo === 'media') {
        const id = idOf(node.value)
        if (id) found.pictures.push(id)
      }
    },
    leave(node) {
      if (!isLink(node)) return
      const first = pieces[openedAt.pop() ?? 0]
      const last = pieces[texts - 1]
      const place = first && last && first.start <= last.start ? { start: first.start, end: last.end } : undefined
      const fields = (node.fields ?? {}) as { doc?: { relationTo?: unknown; value?: unknown } | null; url?: unknown }
      const id = idOf(fields.doc?.value)
      if (id && typeof fields.doc?.relationTo === 'string')
        found.documents.push({ collection: fields.doc.relationTo, id, ...(place ? { place } : {}) })
      else if (place && typeof fields.url === 'string' && /^https?:/i.test(fields.url)) found.webPages.push(place)
    },
  }
  walkBody(body, visitor)
  return found
}

const isLink = ({ type }: BodyNode): boolean => type === 'link' || type === 'autolink'

/** The id of a relationship's value, populated or not. */
export function idOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value
  return typeof id === 'string' && id ? id : undefined
}
