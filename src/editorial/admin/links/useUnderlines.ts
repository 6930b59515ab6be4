'use client'

import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'
import { useForm } from '@payloadcms/ui'
import { useEffect } from 'react'
import type { StoredMention } from '../../linkArticle'
import { linksTarget } from '../../linkArticle'
import { followOpenBodies, openBodyOf } from '../body/openBodies'
import { paintRanges } from '../body/paintRanges'
import { placeInBody, textOf } from '../body/placeInBody'
import { isSuggestion } from './groupMentions'
import { moveSpans } from './moveSpans'
import './underlines.css'

/**
 * Underlines the mentions in the open body: what links, and dotted what waits as a suggestion. Painted over the page and never
 * part of the content. While one types the lines go with their words, until the next answer says what is there now.
 *
 * @param text the text that the mentions' offsets count in
 */
export function useUnderlines(text: string, mentions: readonly StoredMention[]): void {
  const form = useForm()
  useEffect(() => {
    const underlines = new Underlines(text, mentions)
    const follow = () => underlines.follow(openBodyOf(form))
    follow()
    const unfollow = followOpenBodies(follow)
    return () => {
      unfollow()
      underlines.follow(undefined)
    }
  }, [form, text, mentions])
}

class Underlines {
  private editor: LexicalEditor | undefined
  private spans: { start: number; end: number; name: string }[]
  private wipes: (() => void)[] = []
  private unregister = () => {}
  private frame = 0

  constructor(
    private text: string,
    mentions: readonly StoredMention[],
  ) {
    this.spans = mentions.flatMap((mention) => {
      const { start, end } = mention
      if (linksTarget(mention)) return [{ start, end, name: 'saphena-mention' }]
      return isSuggestion(mention) ? [{ start, end, name: 'saphena-suggestion' }] : []
    })
  }

  follow(editor: LexicalEditor | undefined): void {
    if (editor === this.editor) return
    this.unregister()
    this.wipe()
    this.editor = editor
    this.unregister = () => {}
    if (!editor) return
    const unregister = [
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
        if (dirtyElements.size > 0 || dirtyLeaves.size > 0) this.paintSoon()
      }),
      editor.registerRootListener((root) => {
        if (root) this.paintSoon()
      }),
    ]
    this.unregister = () => {
      cancelAnimationFrame(this.frame)
      for (const each of unregister) each()
    }
  }

  private paintSoon(): void {
    cancelAnimationFrame(this.frame)
    this.frame = requestAnimationFrame(() => this.paint())
  }

  private paint(): void {
    const { editor } = this
    if (!editor) return
    const written = textOf(editor)
    this.spans = moveSpans(this.spans, this.text, written.text)
    this.text = written.text
    this.wipe()
    const ranges = new Map<string, Range[]>()
    for (const span of this.spans) {
      const range = placeInBody(editor, written, span)?.range
      if (range) ranges.set(span.name, [...(ranges.get(span.name) ?? []), range])
    }
    this.wipes = [...ranges].map(([name, own]) => paintRanges(name, own))
  }

  private wipe(): void {
    for (const wipe of this.wipes) wipe()
    this.wipes = []
  }
}
