import { useEffect, useState } from 'preact/hooks'
import { copyName } from '../copy/copy'
import { keptPictures, lastComplete } from '../copy/keepCurrent'
import { momentIn } from '../inLanguage'
import { InstallButton } from '../parts/InstallButton'
import { Title } from '../parts/Title'
import { pathTo } from '../route'
import type { PageProps } from './PageProps'

/** What is kept on this device, how new it is, and how to begin again. */
export function DevicePage({ route: { locale }, words, copy: { catalog, state, update } }: PageProps) {
  const [bytes, setBytes] = useState<number>()
  useEffect(() => {
    if (state.is !== 'updating') void navigator.storage?.estimate().then(({ usage }) => setBytes(usage))
  }, [state.is])
  const complete = lastComplete[locale].read()
  const pictures = keptPictures.read()
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
  return (
    <>
      <Title text={words.onDevice} words={words} />
      <ul>
        {catalog && (
          <li>
            {words.counted(
              catalog.articles.length,
              catalog.symptoms.length,
              catalog.remedies.length,
              catalog.clinics.length,
            )}
          </li>
        )}
        {pictures && <li>{words.pictures(pictures.kept, pictures.leftOut)}</li>}
        {bytes !== undefined && <li>{words.space(size.format(bytes / 1_000_000))}</li>}
      </ul>
      <p role="status">
        {state.is === 'updating'
          ? words.updating
          : complete
            ? words.upToDate(momentIn(locale, complete))
            : words.notYet}
      </p>
      <p class="buttons">
        <button type="button" onClick={update} disabled={state.is === 'updating'}>
          {words.update}
        </button>
        <InstallButton words={words} />
      </p>
      <p>
        <a href={pathTo(locale, 'notices')}>{words.allNotices}</a>
      </p>
      <p>{words.privacy}</p>
      <h2>{words.afresh}</h2>
      <p>{words.afreshWhy}</p>
      <button type="button" class="quiet" onClick={() => void beginAgain()}>
        {words.afresh}
      </button>
    </>
  )
}

async function beginAgain(): Promise<void> {
  await new Promise((resolve) => {
    const deleting = indexedDB.deleteDatabase(copyName)
    deleting.onsuccess = deleting.onerror = deleting.onblocked = resolve
  })
  await caches.delete('pictures')
  localStorage.clear()
  location.reload()
}
