'use client'

import { Banner, Button, useConfig, useDebounce, useDocumentInfo, useFormFields, useLocale } from '@payloadcms/ui'
import Link from 'next/link'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { TriedArticle, TriedPassage, TriedResult } from '../../vocabularyDesk/tryTerms'
import { askServer, sending } from '../askServer'
import './desk.css'
import { PassageText } from './PassageText'

/** How long nobody types before the words are tried, in milliseconds. */
const pause = 700

/** Below the words of an entry: what they would match in all articles, before they are saved. */
export function TryTerms() {
  const { id, collectionSlug } = useDocumentInfo()
  const { config } = useConfig()
  const { code: locale } = useLocale()
  const words = useFormFields(([fields]) =>
    JSON.stringify({
      name: fields.name?.value ?? '',
      synonyms: fields.synonyms?.value ?? [],
      notPhrases: fields.notPhrases?.value ?? [],
    }),
  )
  const settled = useDebounce(words, pause)
  const first = useRef<string>(undefined)
  const [result, setResult] = useState<TriedResult>()
  const [message, setMessage] = useState('')
  const running = useRef<AbortController>(undefined)

  const tryWords = useCallback(
    async (asked: string) => {
      running.current?.abort()
      const own = new AbortController()
      running.current = own
      setMessage('Looking through the articles …')
      const body = { collection: collectionSlug, ...(id ? { id } : {}), locale, ...JSON.parse(asked) }
      const answer = await askServer<TriedResult>(`${config.routes.api}/vocabulary/dry-run`, {
        ...sending(body),
        signal: own.signal,
      })
      if (own.signal.aborted) return // a newer question has taken the place of this one
      setResult('body' in answer ? answer.body : undefined)
      setMessage('body' in answer ? summaryOf(answer.body) : answer.complaint)
    },
    [collectionSlug, config.routes.api, id, locale],
  )
  // Not when the form is opened: only once somebody has changed a word.
  useEffect(() => {
    first.current ??= settled
    if (settled !== first.current) {
      first.current = ''
      void tryWords(settled)
    }
  }, [settled, tryWords])
  useEffect(() => () => running.current?.abort(), [])

  return (
    <section className="field-type saphena-desk saphena-desk--field saphena-try" aria-label="What these words match">
      <div className="saphena-desk__row">
        <Button buttonStyle="secondary" size="small" onClick={() => void tryWords(words)}>
          Try these words
        </Button>
        <span className="saphena-desk__quiet">in all articles, compared with what is published now</span>
      </div>
      <p aria-live="polite">{message}</p>
      {result?.taken.map(({ term, owner }) => (
        <Banner key={term} type="error">
          “{term}” is already a word for the {owner.kind} “{owner.name}”: it will be refused.
        </Banner>
      ))}
      <ul>
        {result?.articles.map((article) => (
          <li key={`${article.id}:${article.part}`}>
            <Article article={article} address={`${config.routes.admin}/collections/articles/${article.id}`} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function summaryOf({
  added,
  removed,
  gained,
  lost,
  takenOver,
  givenAway,
  candidates,
  examined,
  truncated,
}: TriedResult) {
  if (added.length + removed.length === 0) return 'These are the words that are published now.'
  const places = (count: number) => `${count} ${count === 1 ? 'place' : 'places'}`
  const parts = [
    `They would match ${places(gained)} more${takenOver ? `, ${takenOver} of them taken over from another entry` : ''}`,
    `lose ${places(lost)}${givenAway ? `, ${givenAway} of them to another entry` : ''}`,
  ]
  const read =
    examined < candidates ? ` The newest ${examined} of ${candidates} articles with these words were read.` : ''
  const more = truncated && !read ? ' Not all places are listed.' : ''
  return `${parts.join(', and ')}.${read}${more}`
}

function Article({
  article: { title, part, gained, lost, passages },
  address,
}: {
  article: TriedArticle
  address: string
}) {
  const left = gained + lost - passages.length
  return (
    <article className="saphena-desk__article">
      <p>
        <Link href={address} target="_blank">
          {title}
        </Link>{' '}
        <span className="saphena-desk__quiet">({part})</span>
      </p>
      <ul>
        {passages.map((passage, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered, and two places may read the same
          <li key={at} className={`saphena-desk__passage saphena-desk__passage--${passage.change}`}>
            <PassageText passage={passage} />
            <span className="saphena-desk__note">{describe(passage)}</span>
          </li>
        ))}
      </ul>
      {left > 0 && <p className="saphena-desk__quiet">and {left} more places in this text.</p>}
    </article>
  )
}

const describe = ({ change, section, term, negated, links, other }: TriedPassage): string =>
  [
    change === 'gained' ? 'Gained' : 'Lost',
    `by the word “${term}”`,
    ...(section ? [`under “${section}”`] : []),
    ...(negated ? ['negated'] : []),
    ...(change === 'gained' ? [links ? 'would make a link' : 'would make no link by itself'] : []),
    ...(other ? [`${change === 'gained' ? 'taken over from' : 'goes to'} the ${other.kind} “${other.name}”`] : []),
  ].join(', ')
