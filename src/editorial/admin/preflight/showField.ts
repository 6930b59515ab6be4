import { openPanelOf } from '../panel/openPanelOf'

/** How long a tab or a row may take to open, in milliseconds. */
const patience = 5_000

/**
 * Takes an editor to a field of a form: opens the tab that holds it and the row or panel that it stands in, scrolls there and puts the focus
 * into it. Where the field itself is not to be found, to what holds it.
 *
 * @param path such as `seekCare.text` or `references.0.doi`
 */
export async function showField(form: HTMLElement, path: string): Promise<void> {
  const found = find(form, path) ?? (await openTabOf(form, path))
  if (!found) return
  const field = (await openRowOf(form, path)) ?? found
  await openPanelOf(field)
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  field.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' })
  // some fields, such as a day's, come a moment after their place
  const focusable = await until(() => focusableIn(field))
  focusable?.focus({ preventScroll: true })
}

/** The field, or the nearest thing that holds it and is on the page. */
function find(form: HTMLElement, path: string): HTMLElement | undefined {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length--) {
    const id = `field-${parts.slice(0, length).join('__')}`
    const own = form.querySelector<HTMLElement>(`#${CSS.escape(id)}`)
    if (own) return own
  }
  // Payload gives the rich text no id
  return path === 'body' ? (form.querySelector<HTMLElement>('.rich-text-lexical') ?? undefined) : undefined
}

/** Only the open tab is on the page: the others are opened in turn until one holds the field. */
async function openTabOf(form: HTMLElement, path: string): Promise<HTMLElement | undefined> {
  const tabs = [...form.querySelectorAll<HTMLElement>('.tabs-field__tab-button')]
  const before = tabs.find((tab) => tab.classList.contains('tabs-field__tab-button--active'))
  for (const tab of tabs.filter((each) => each !== before)) {
    tab.click()
    await until(() => tab.classList.contains('tabs-field__tab-button--active') || undefined)
    await drawn()
    const found = find(form, path)
    if (found) return found
  }
  before?.click()
  return undefined
}

async function openRowOf(form: HTMLElement, path: string): Promise<HTMLElement | undefined> {
  const [, list, row] = /^(.+?)\.(\d+)\./.exec(path) ?? []
  if (!list || !row) return undefined
  const toggle = form.querySelector<HTMLElement>(`#${CSS.escape(`${list}-row-${row}`)} .collapsible__toggle--collapsed`)
  toggle?.click()
  return until(() => form.querySelector<HTMLElement>(`#${CSS.escape(`field-${path.replaceAll('.', '__')}`)}`))
}

const selectable = 'input:not([type=hidden]), textarea, [contenteditable=true], button, a[href]'
const focusableIn = (field: HTMLElement): HTMLElement | null =>
  field.matches(selectable) ? field : field.querySelector<HTMLElement>(selectable)

async function until<Value>(look: () => Value | null | undefined): Promise<Value | undefined> {
  const deadline = performance.now() + patience
  for (;;) {
    const found = look()
    if (found) return found
    if (performance.now() > deadline) return undefined
    await drawn()
  }
}

const drawn = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
