'use client'

import { Button, Gutter, Pill, useConfig, useDocumentInfo } from '@payloadcms/ui'
import Link from 'next/link'
import { useCallback, useEffect, useState } from 'react'
import type {
  MentioningArticle,
  MentioningText,
  MentionPassage,
  MentionsPage,
} from '../../vocabularyDesk/mentioningArticles'
import { askServer } from '../askServer'
import './desk.css'
import { EntryStepNav } from './EntryStepNav'
import { PassageText } from './PassageText'
import { useLanguageNames } from './useLanguageNames'

/** The tab “Mentions” of a symptom or remedy: every article that mentions it, and with which words. */
export function MentionsView() {
  const { id, collectionSlug } = useDocumentInfo()
  const { config } = useConfig()
  const [page, setPage] = useState<MentionsPage>()
  const [message, setMessage] = useState('Looking through the articles …')
  const [loading, setLoading] = useState(true)

  const load = useCallback(
    async (after?: string, signal?: AbortSignal) => {
      setLoading(true)
      const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`
      const address = `${config.routes.api}/vocabulary/${collectionSlug}/${encodeURIComponent(String(id))}/mentions${query}`
      const answer = await askServer<MentionsPage>(address, signal ? { signal } : {})
      if (signal?.aborted) return
      if ('complaint' in answer) setMessage(answer.complaint)
      else {
        setMessage('')
        setPage((before) =>
          after !== undefined && before
            ? { ...answer.body, articles: [...before.articles, ...answer.body.articles] }
            : answer.body,
        )
      }
      setLoading(false)
    },
    [collectionSlug, config.routes.api, id],
  )
  useEffect(() => {
    const gone = new AbortController()
    void load(undefined, gone.signal)
    return () => gone.abort()
  }, [load])

  const nextPage = page?.next
  return (
    <Gutter>
      <EntryStepNav tab="Mentions" />
      <section className="saphena-desk" aria-labelledby="saphena-mentions">
        <h2 id="saphena-mentions">Articles that mention it</h2>
        <p aria-live="polite">{message || (page && summaryOf(page))}</p>
        <ul>
          {page?.articles.map((article) => (
            <li key={article.id}>
              <Article article={article} address={`${config.routes.admin}/collections/articles/${article.id}`} />
            </li>
          ))}
        </ul>
        {nextPage !== undefined && (
          <div className="saphena-desk__row">
            <Button buttonStyle="secondary" disabled={loading} onClick={() => void load(nextPage)}>
              Show more articles
            </Button>
          </div>
        )}
      </section>
    </Gutter>
  )
}

function summaryOf({ articles, candidates, linkedArticles, next }: MentionsPage): string {
  const links = `${linkedArticles} published ${linkedArticles === 1 ? 'article links' : 'articles link'} it.`
  if (articles.length === 0 && next === undefined) return `${links} No article mentions it.`
  const most = candidates === 1 ? 'One article holds' : `${candidates} articles hold`
  return next === undefined
    ? `${links} ${articles.length} ${articles.length === 1 ? 'article mentions' : 'articles mention'} it, drafts included; the newest comes first.`
    : `${links} ${most} its words at most, drafts included; the newest ${articles.length} are shown.`
}

function Article({ article, address }: { article: MentioningArticle; address: string }) {
  return (
    <article className="saphena-desk__article">
      <div className="saphena-desk__row">
        <h3>
          <Link href={address}>{article.title}</Link>
        </h3>
        {article.linked && (
          <Pill pillStyle="success" size="small">
            Linked for readers
          </Pill>
        )}
        {article.byHand && <Pill size="small">Added by hand</Pill>}
      </div>
      {article.texts.length === 0 && <p className="saphena-desk__quiet">Linked without its words.</p>}
      {article.texts.map((text) => (
        <Text key={`${text.part}:${text.locale}`} text={text} />
      ))}
    </article>
  )
}

function Text({ text: { part, locale, count, words, passages } }: { text: MentioningText }) {
  const languageNames = useLanguageNames()
  return (
    <div>
      <p>
        <strong>
          {part === 'published' ? 'Published' : 'Draft'}, {languageNames[locale] ?? locale}:
        </strong>{' '}
        {words.map((word) => `“${word.text}” ${timesOf(word.count)}`).join(', ')}
      </p>
      <ul>
        {passages.map((passage, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered, and two places may read the same
          <li key={at} className="saphena-desk__passage">
            <PassageText passage={passage} />
            <span className="saphena-desk__note">{describe(passage)}</span>
          </li>
        ))}
      </ul>
      {count > passages.length && (
        <p className="saphena-desk__quiet">and {count - passages.length} more places in this text.</p>
      )}
    </div>
  )
}

const timesOf = (count: number): string => (count === 1 ? 'once' : `${count} times`)

const statuses = { found: '', accepted: 'accepted by an editor', dismissed: 'dismissed by an editor' }

const describe = ({ section, term, negated, status, links }: MentionPassage): string =>
  [
    ...(section ? [`under “${section}”`] : []),
    `by the word “${term}”`,
    ...(negated ? ['negated'] : []),
    ...(statuses[status] ? [statuses[status]] : []),
    links ? 'makes the link' : 'makes no link',
  ].join(', ')
