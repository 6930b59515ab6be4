'use client'

import { createClientFeature } from '@payloadcms/richtext-lexical/client'
import { COMMAND_PRIORITY_CRITICAL, PASTE_COMMAND, type PasteCommandType } from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { toast } from '@payloadcms/ui'
import { useEffect } from 'react'
import { cleanPastedHtml } from '../../../richtext/cleanPastedHtml'
import { UnreadableFile } from '../../../richtext/UnreadableFile'

/** What is pasted from Word or elsewhere keeps its headings, lists, emphasis and links, and loses its looks. */
export const CleanPasteFeature = createClientFeature({ plugins: [{ Component: CleanPaste, position: 'normal' }] })

function CleanPaste() {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    const cleaned = new WeakSet<PasteCommandType>()
    return editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const clipboard = cleaned.has(event) || !('clipboardData' in event) ? null : event.clipboardData
        const html = clipboard?.getData('text/html')
        // What was copied in this editor comes back as it was.
        if (!clipboard || !html || clipboard.types.includes('application/x-lexical-editor')) return false
        event.preventDefault()
        const again = new ClipboardEvent('paste', { clipboardData: new DataTransfer(), cancelable: true })
        again.clipboardData?.setData('text/plain', clipboard.getData('text/plain'))
        const kept = clean(html)
        if (kept === '') return true
        if (kept) again.clipboardData?.setData('text/html', kept)
        cleaned.add(again)
        return editor.dispatchCommand(PASTE_COMMAND, again)
      },
      COMMAND_PRIORITY_CRITICAL,
    )
  }, [editor])
  return null
}

/** Tells the editor what was left out. @returns undefined where the words alone can be kept */
function clean(html: string): string | undefined {
  try {
    const { html: kept, warnings } = cleanPastedHtml(html)
    if (warnings.length > 0) toast.info(`Pasted: ${warnings.join('; ')}.`)
    return kept
  } catch (error) {
    if (!(error instanceof UnreadableFile || error instanceof RangeError)) throw error
    toast.warning('Pasted as plain words: there is too much in what was copied.')
    return undefined
  }
}
