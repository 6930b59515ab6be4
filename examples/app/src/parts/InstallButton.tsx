import { useEffect, useState } from 'preact/hooks'
import type { Words } from '../words'

/** What Chromium's browsers send where the app may be installed; others have it in their menu. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>
}

let offered: InstallEvent | undefined
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  offered = event as InstallEvent
})

export function InstallButton({ words }: { words: Words }) {
  const [isOffered, setOffered] = useState(offered !== undefined)
  useEffect(() => {
    const note = () => setOffered(true)
    addEventListener('beforeinstallprompt', note)
    return () => removeEventListener('beforeinstallprompt', note)
  }, [])
  if (!isOffered) return null
  const install = () => {
    void offered?.prompt()
    offered = undefined
    setOffered(false)
  }
  return (
    <button type="button" class="quiet" onClick={install}>
      {words.install}
    </button>
  )
}
