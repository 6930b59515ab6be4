'use client'

import type { SourceField } from '../../translation/sideBySide'

/** A field's words in the source's language, to be read; and what changed in them since they were translated. */
export function SourceWords({
  field: { changed, html, words },
  locale,
  name,
}: {
  field: SourceField
  locale: string
  name: string
}) {
  const isEmpty = html === undefined ? !words?.length : !html
  return (
    <div className="saphena-pair__source">
      <span className="saphena-pair__language">{name}</span>
      {isEmpty ? <p className="saphena-pair__empty">No words</p> : <div lang={locale}>{shown(html, words)}</div>}
      {changed ? (
        <div className="saphena-pair__changed">
          <h4>Changed since it was translated</h4>
          <p lang={locale}>
            {changed.map(({ kind, text }, index) => {
              const key = index // the parts of one text are never put in another order
              if (kind === 'added') return <ins key={key}>{text}</ins>
              return kind === 'removed' ? <del key={key}>{text}</del> : <span key={key}>{text}</span>
            })}
          </p>
        </div>
      ) : null}
    </div>
  )
}

function shown(html: string | undefined, words: string[] | undefined) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `toHtml` writes a fixed list of tags and escapes the rest
  if (html !== undefined) return <div className="saphena-pair__html" dangerouslySetInnerHTML={{ __html: html }} />
  if (words?.length === 1) return <p>{words[0]}</p>
  return (
    <ul>
      {words?.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  )
}
