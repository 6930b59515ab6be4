import { useEffect, useRef, useState } from 'preact/hooks'
import type { Locale } from '../words'
import { type Catalog, readCatalog } from './catalog'
import { keepCurrent, type SyncState } from './keepCurrent'

export interface Copy {
  /** Undefined until it is read. */
  catalog: Catalog | undefined
  state: SyncState
  update: () => void
}

/** What is on this device in a language, and how it is being kept current. */
export function useCopy(locale: Locale): Copy {
  const shown = useRef(locale)
  shown.current = locale
  const [state, setState] = useState<SyncState>({ is: 'resting' })
  const [changes, setChanges] = useState(0)
  const [catalog, setCatalog] = useState<Catalog>()
  const updating = useRef<() => void>(() => {})
  useEffect(() => {
    const keeping = keepCurrent({
      locale: () => shown.current,
      onState: setState,
      onChange: (changed) => {
        if (changed === shown.current) setChanges((count) => count + 1)
      },
    })
    updating.current = keeping.update
    return keeping.stop
  }, [])
  // `changes` is not read: each one means that there is another catalog to read.
  useEffect(() => {
    let isLate = false
    void readCatalog(locale).then((read) => {
      if (!isLate) setCatalog(read)
    })
    return () => {
      isLate = true
    }
  }, [locale, changes])
  return { catalog: catalog?.locale === locale ? catalog : undefined, state, update: () => updating.current() }
}
