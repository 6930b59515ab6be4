import { $getSelection } from '@payloadcms/richtext-lexical/lexical'
import { lastOpenBody } from './openBodies'

/** The words that are selected in the open body, on one line; empty where none are. They stay so while a panel is used. */
export function selectedInBody(): string {
  const words = lastOpenBody()
    ?.getEditorState()
    .read(() => $getSelection()?.getTextContent() ?? '')
  return (words ?? '').replace(/\s+/g, ' ').trim()
}
