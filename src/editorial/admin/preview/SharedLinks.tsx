'use client'

import { Button, useLocale } from '@payloadcms/ui'
import { useState } from 'react'
import { NewLink } from './NewLink'
import { ShareRow } from './ShareRow'
import './SharedLinks.css'
import { useShares } from './useShares'

const lifetimes = [
  { days: 1, label: '1 day' },
  { days: 7, label: '7 days' },
  { days: 30, label: '30 days' },
]

/** Makes a link to the draft as it stands, and lists those that were made of this article. */
export function SharedLinks({ article }: { article: string }) {
  const { code, label } = useLocale()
  const { shares, made, complaint, busy, create, revoke } = useShares(article)
  const [days, setDays] = useState(7)
  const language = typeof label === 'string' ? label : code
  return (
    <div className="saphena-share">
      <p>
        Whoever has the link sees this draft in {language}, as it was last saved, without an account. Later changes do
        not show. The link is shown once: copy it now.
      </p>
      <div className="saphena-share__make">
        <label htmlFor="share-days">The link works for</label>
        <select id="share-days" onChange={({ target }) => setDays(Number(target.value))} value={days}>
          {lifetimes.map((each) => (
            <option key={each.days} value={each.days}>
              {each.label}
            </option>
          ))}
        </select>
        <Button
          disabled={busy}
          margin={false}
          onClick={() => void create({ locale: code === 'es' ? 'es' : 'en', days })}
          size="medium"
        >
          Create link
        </Button>
      </div>
      <p className="saphena-share__complaint" role="status">
        {complaint}
      </p>
      {made && <NewLink key={made.id} url={made.url} />}
      <h2>Links to this article</h2>
      {shares?.length === 0 && <p>None was made yet.</p>}
      <ul className="saphena-share__list">
        {shares?.map((share) => (
          <ShareRow key={share.id} revoke={() => void revoke(share.id)} share={share} />
        ))}
      </ul>
    </div>
  )
}
