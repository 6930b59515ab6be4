import {
  $getSelection,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical'
import { followOpenBodies, lastOpenBody } from '../body/openBodies'
import { type Span, textOf } from '../body/placeInBody'
import { showInBody } from '../body/showInBody'
import { findAgain } from './findAgain'

/** How long the tab with the body may take to open, in milliseconds. */
const patience = 5_000

/**
 * Writes other words in the place of some of the body, in one step that can be undone, and shows them there; they have the format of
 * those that they replace.
 *
 * @param text `toText(body).text` as it was when the place was found
 * @returns false where the words do not stand between the same others any more, or may not be changed
 */
export async function replaceInBody(text: string, place: Span, words: string): Promise<boolean> {
  const replaced = text.slice(place.start, place.end)
  const opened = lastOpenBody()
  const start = opened ? findAgain(textOf(opened).text, text, place) : place.start
  if (start === undefined || !showInBody({ start, end: start + replaced.length, text: replaced })) return false
  const editor = opened ?? (await openedBody())
  if (!editor?.isEditable() || !(await isSelected(editor, replaced))) return false
  editor.update(
    () => {
      const selection = $getSelection()
      if ($isRangeSelection(selection)) selection.insertText(words)
    },
    { tag: HISTORY_PUSH_TAG, discrete: true },
  )
  return showInBody({ start, end: start + words.length, text: words })
}

/** The body whose tab is being opened. */
const openedBody = (): Promise<LexicalEditor | undefined> =>
  withinPatience((resolve) =>
    followOpenBodies(() => {
      const editor = lastOpenBody()
      if (editor) resolve(editor)
    }),
  )

/** Until `showInBody` has selected the words, which takes a moment where their tab was not open. */
async function isSelected(editor: LexicalEditor, words: string): Promise<boolean> {
  const selected = () => editor.getEditorState().read(() => $getSelection()?.getTextContent() === words)
  if (selected()) return true
  const found = await withinPatience<true>((resolve) =>
    editor.registerUpdateListener(() => {
      if (selected()) resolve(true)
    }),
  )
  return found ?? false
}

/** @param follow begins to wait, and returns what ends it */
async function withinPatience<Found>(
  follow: (resolve: (found: Found) => void) => () => void,
): Promise<Found | undefined> {
  let end = () => {}
  const found = await new Promise<Found | undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), patience)
    end = follow((each) => {
      clearTimeout(timer)
      resolve(each)
    })
  })
  end()
  return found
}
