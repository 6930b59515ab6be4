'use client'

import { Button, Pill, useListDrawer } from '@payloadcms/ui'
import { useId } from 'react'
import type { Kind } from '../../../linking/vocabulary'
import { relationOf } from '../../linkArticle'
import type { Notice } from './LinksDesk'
import { useEntryNames } from './useEntryNames'
import type { LinkDecider, OtherLink } from './useLinkDecisions'

const collections = Object.values(relationOf)
const kindOf = (collection: string): Kind | undefined =>
  (Object.keys(relationOf) as Kind[]).find((kind) => relationOf[kind] === collection)

/** Links that the words of this language do not make, and a search of the vocabulary to add one. */
export function OtherLinks({
  decider: { add, remove },
  locale,
  mayDecide,
  onChange,
  others,
}: {
  decider: LinkDecider
  locale: string
  mayDecide: boolean
  onChange: (notice: Notice) => void
  others: readonly OtherLink[]
}) {
  const id = useId()
  const nameOf = useEntryNames(others, locale)
  const [Search, SearchToggler, { closeDrawer }] = useListDrawer({ collectionSlugs: collections })
  const takeAway = ({ kind, id: target }: OtherLink) => {
    const undo = remove(kind, target)
    onChange({ text: `${nameOf(kind, target)}: not linked any more.`, undo })
  }
  return (
    <section aria-labelledby={id} className="saphena-links__group">
      <h4 id={id}>Other links</h4>
      <ul>
        {others.map((link) => (
          <li className="saphena-links__entry" key={`${link.kind}:${link.id}`}>
            <div className="saphena-links__head">
              <span className="saphena-links__name">{nameOf(link.kind, link.id)}</span>
              <Pill pillStyle="light-gray" size="small">
                {link.byHand ? 'Added by hand' : 'From another language'}
              </Pill>
              {mayDecide && link.byHand && (
                <Button
                  aria-label={`Remove ${nameOf(link.kind, link.id)}`}
                  buttonStyle="subtle"
                  margin={false}
                  onClick={() => takeAway(link)}
                  size="xsmall"
                >
                  Remove
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {mayDecide && (
        <>
          <SearchToggler className="saphena-links__toggler">Add a link by hand</SearchToggler>
          <Search
            allowCreate={false}
            enableRowSelections={false}
            onSelect={({ collectionSlug, doc }) => {
              const kind = kindOf(collectionSlug)
              if (kind) onChange({ text: `${doc.name ?? 'It'} is linked.`, undo: add(kind, String(doc.id)) })
              closeDrawer()
            }}
          />
        </>
      )}
    </section>
  )
}
