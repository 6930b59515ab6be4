import { lastComplete } from '../copy/keepCurrent'
import { momentIn } from '../inLanguage'
import type { PageProps } from '../pages/PageProps'

/** How the copy on this device is doing, where there is something to tell: the first time, without a network, without room. */
export function SyncNote({ route: { locale }, words, copy: { state, update } }: PageProps) {
  const complete = lastComplete[locale].read()
  const offline = complete ? words.offline(momentIn(locale, complete)) : words.offlineEmpty
  if (state.is === 'failed' && state.why === 'full')
    return (
      <section class="note full" role="alert">
        <h2>{words.full}</h2>
        <p>{words.fullWhy}</p>
        <button type="button" onClick={update}>
          {words.again}
        </button>
      </section>
    )
  if (state.is === 'failed')
    return (
      <section class="note" role="status">
        <p>{state.why === 'offline' ? offline : words.refused}</p>
        <button type="button" class="quiet" onClick={update}>
          {words.again}
        </button>
      </section>
    )
  if (complete || state.is !== 'updating') return null
  const { kept, remaining } = state.locale === locale ? state : { kept: 0, remaining: undefined }
  return (
    <section class="note" aria-labelledby="preparing">
      <h2 id="preparing">{words.preparing}</h2>
      <p>{words.preparingWhy}</p>
      <progress
        aria-labelledby="preparing"
        value={remaining === undefined ? undefined : kept}
        max={remaining === undefined ? undefined : kept + remaining}
      />
      <p role="status">{remaining === undefined ? words.begun : words.progress(kept, kept + remaining)}</p>
    </section>
  )
}
