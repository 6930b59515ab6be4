import type { LexicalEditor } from '@payloadcms/richtext-lexical/lexical'

/** A rich text editor that is on the page, and the form that it belongs to: a drawer over an article is another form. */
interface OpenBody {
  editor: LexicalEditor
  /** What `useForm()` gives in that form; the same object as long as the form is there. */
  form: unknown
}

const open: OpenBody[] = []
const listeners = new Set<() => void>()

/** Notes that an editor is on the page. @returns what takes it out again */
export function noteOpenBody(body: OpenBody): () => void {
  open.push(body)
  tell()
  return () => {
    open.splice(open.indexOf(body), 1)
    tell()
  }
}

/** The body that one sees: the last one opened, since a drawer lies over what opened it. */
export const lastOpenBody = (): LexicalEditor | undefined => open.at(-1)?.editor

/** The body of this form, while the tab that holds it is open. */
export const openBodyOf = (form: unknown): LexicalEditor | undefined =>
  open.findLast((body) => body.form === form)?.editor

/** Tells whenever an editor came or went. @returns what ends it */
export function followOpenBodies(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const tell = (): void => {
  for (const listener of [...listeners]) listener()
}
