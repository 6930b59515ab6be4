import {
  $createRangeSelection,
  $getSelection,
  $setSelection,
  type LexicalEditor,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from '@payloadcms/richtext-lexical/lexical'
import { followOpenBodies, lastOpenBody } from './openBodies'
import { placeInBody, type Span, textOf } from './placeInBody'
import './showInBody.css'

const highlightName = 'saphena-shown'
/** How long the tab with the body may take to open, in milliseconds. */
const patience = 5_000

/**
 * Takes an editor to words of the body: opens the tab that holds it, scrolls there, selects the words and highlights them until
 * the editor is used again. The content stays as it is.
 *
 * @param place offsets in `toText(body).text`; with `text`, the words that should stand there: where they were moved by what was
 *   typed since, the nearest place that has them is shown
 * @returns false where the words are not there any more; true where they are shown, or their tab is being opened to show them
 */
export function showInBody(place: Span & { text?: string }): boolean {
  const editor = lastOpenBody()
  if (editor) return showIn(editor, place)
  const tab = bodyTab()
  if (!tab) return false
  whenOpened((opened) => showIn(opened, place))
  tab.click()
  return true
}

function showIn(editor: LexicalEditor, { text, ...place }: Span & { text?: string }): boolean {
  const written = textOf(editor)
  const span = text === undefined ? place : nearest(written.text, text, place.start)
  const found = span && placeInBody(editor, written, span)
  if (!found) return false
  const { from, to, range } = found
  scrollTo(range)
  editor.getRootElement()?.focus({ preventScroll: true })
  editor.update(
    () => {
      const selection = $createRangeSelection()
      selection.anchor.set(from.key, from.offset, 'text')
      selection.focus.set(to.key, to.offset, 'text')
      $setSelection(selection)
    },
    { tag: SKIP_SCROLL_INTO_VIEW_TAG, discrete: true },
  )
  highlight(editor, range)
  return true
}

function nearest(text: string, words: string, start: number): Span | undefined {
  const before = text.lastIndexOf(words, start)
  const after = text.indexOf(words, start)
  if (before < 0 && after < 0) return undefined
  const at = before < 0 || (after >= 0 && after - start < start - before) ? after : before
  return { start: at, end: at + words.length }
}

function scrollTo(range: Range): void {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const scroller = scrollerOf(range.startContainer.parentElement)
  const box =
    scroller === document.documentElement ? { top: 0, height: window.innerHeight } : scroller.getBoundingClientRect()
  const { top, height } = range.getBoundingClientRect()
  scroller.scrollBy({
    top: top + height / 2 - (box.top + box.height / 2),
    behavior: calm ? 'instant' : 'smooth',
  })
}

function scrollerOf(element: Element | null): Element {
  for (let each = element; each && each !== document.body; each = each.parentElement)
    if (/auto|scroll/.test(getComputedStyle(each).overflowY) && each.scrollHeight > each.clientHeight) return each
  return document.documentElement
}

let endLast = () => {}

/** By the CSS Custom Highlight API, which paints without touching the nodes; older browsers have the selection alone. */
function highlight(editor: LexicalEditor, range: Range): void {
  endLast()
  if (!('highlights' in CSS)) return
  CSS.highlights.set(highlightName, new Highlight(range))
  const unregister = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, editorState, prevEditorState }) => {
    const [now, before] = [editorState.read($getSelection), prevEditorState.read($getSelection)]
    const same = now ? before !== null && now.is(before) : before === null
    if (!same || dirtyElements.size > 0 || dirtyLeaves.size > 0) endLast()
  })
  endLast = () => {
    unregister()
    CSS.highlights.delete(highlightName)
    endLast = () => {}
  }
}

/** The body stands in the first tab of an article, which is not on the page while another is open. */
function bodyTab(): HTMLElement | undefined {
  const form = [...document.querySelectorAll('form.collection-edit__form')].at(-1)
  return form?.querySelector<HTMLElement>('.tabs-field__tab-button') ?? undefined
}

function whenOpened(run: (editor: LexicalEditor) => void): void {
  const end = followOpenBodies(() => {
    const editor = lastOpenBody()
    if (!editor) return
    end()
    // its words are drawn when it has been laid out
    requestAnimationFrame(() => requestAnimationFrame(() => run(editor)))
  })
  setTimeout(end, patience)
}
