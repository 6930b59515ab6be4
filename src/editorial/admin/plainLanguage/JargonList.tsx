'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { FoundJargon } from '../../plainLanguage/findJargon'
import { groupJargon, type JargonGroup } from './groupJargon'
import { Jump } from './Jump'
import { keepCapital } from './keepCapital'
import { replaceInBody } from './replaceInBody'

/**
 * Words of the list in the text, with the plainer word in one step.
 *
 * @param props.found undefined while the list is not there yet
 * @param props.text what the places count in
 */
export function JargonList({ found, text }: { found: readonly FoundJargon[] | undefined; text: string }) {
  const [done, setDone] = useState('')
  const replace = async ({ places: [place], plainer, inflected }: JargonGroup) => {
    if (!place) return
    const words = keepCapital(plainer, place.text)
    const replaced = await replaceInBody(text, place, words)
    const hint = inflected ? ' Check that its form fits the sentence.' : ''
    setDone(
      replaced
        ? `“${place.text}” was replaced with “${words}”.${hint}`
        : `“${place.text}” could not be replaced: it is not there any more, or the text cannot be changed now.`,
    )
  }
  return (
    <section aria-labelledby="saphena-plain-jargon">
      <h4 id="saphena-plain-jargon">Jargon</h4>
      {!found && <p className="saphena-plain__hint">The list of jargon is not here yet.</p>}
      {found?.length === 0 && <p className="saphena-plain__hint">No word of your list is in the text.</p>}
      <ul>
        {groupJargon(found ?? []).map((group) => (
          <li className="saphena-plain__jargon" key={group.text.toLowerCase()}>
            <Jump places={group.places} text={text}>
              {group.text}
              {group.places.length > 1 && <span className="saphena-plain__hint"> {group.places.length} times</span>}
            </Jump>
            <span className="saphena-plain__plainer">
              <span className="saphena-plain__hint">Plainer:</span> {group.plainer}
            </span>
            <Button
              aria-label={`Replace: ${group.text}, with: ${group.plainer}`}
              buttonStyle="subtle"
              margin={false}
              onClick={() => void replace(group)}
              size="xsmall"
            >
              Replace
            </Button>
          </li>
        ))}
      </ul>
      <p className="saphena-plain__hint" role="status">
        {done}
      </p>
    </section>
  )
}
