'use client'

import { Banner, Button, Pill, TextInput, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import type { KnownArticle } from '../../importing/findImported'
import { FilePreview } from './FilePreview'
import type { ImportFile } from './useImports'

interface FileCardProps {
  file: ImportFile
  change: (changed: Partial<Pick<ImportFile, 'title' | 'ticked' | 'how'>>) => void
  setLocale: (locale: 'en' | 'es') => void
  remove: () => void
}

/** One file: what it would become, what its editor chooses for it, and then the draft that it became. */
export function FileCard({ file, change, setLocale, remove }: FileCardProps) {
  const { key, state, preview, title, locale, ticked, how, complaint } = file
  const canChange = state === 'ready' || state === 'failed'
  const id = `import-${key}`
  return (
    <li aria-labelledby={`${id}-name`} className="saphena-import__file">
      <div className="saphena-import__head">
        <span className="saphena-import__name" id={`${id}-name`}>
          {file.file.name}
        </span>
        <Pill
          pillStyle={state === 'unreadable' || state === 'failed' ? 'error' : state === 'done' ? 'success' : 'light'}
          size="small"
        >
          {states[state]}
        </Pill>
        {state !== 'creating' && (
          <Button
            aria-label={`Take ${file.file.name} off the list`}
            buttonStyle="none"
            className="saphena-import__remove"
            icon="x"
            margin={false}
            onClick={remove}
            round
          />
        )}
      </div>
      {complaint && state !== 'done' && <Banner type="error">{complaint}</Banner>}
      {preview && canChange && (
        <>
          <label className="saphena-import__tick">
            <input checked={ticked} onChange={({ target }) => change({ ticked: target.checked })} type="checkbox" />
            Import this file
          </label>
          {preview.known && (
            <Known
              article={preview.known}
              choose={(chosen) => change({ how: chosen, ticked: true })}
              how={how}
              id={id}
            />
          )}
          <div className="saphena-import__fields">
            <TextInput
              label="Title"
              onChange={({ target }: { target: HTMLInputElement }) => change({ title: target.value })}
              path={`${id}-title`}
              required
              showError={ticked && title.trim() === ''}
              value={title}
            />
            <div className="field-type">
              <label className="field-label" htmlFor={`${id}-locale`}>
                Language
              </label>
              <select
                className="saphena-import__select"
                id={`${id}-locale`}
                onChange={({ target }) => setLocale(target.value === 'es' ? 'es' : 'en')}
                value={locale}
              >
                <option value="en">English</option>
                <option value="es">Español</option>
              </select>
            </div>
          </div>
          <FilePreview preview={preview} />
        </>
      )}
      {state === 'done' && <Made file={file} />}
    </li>
  )
}

const states: Record<ImportFile['state'], string> = {
  reading: 'Reading…',
  ready: 'Ready',
  unreadable: 'Cannot be read',
  creating: 'Creating…',
  failed: 'Not created',
  done: 'Imported',
}

/** A file of this name, or these very words, were imported before: whoever imports again says what he means by it. */
function Known({
  article,
  how,
  choose,
  id,
}: {
  article: KnownArticle
  how: ImportFile['how']
  choose: (how: ImportFile['how']) => void
  id: string
}) {
  const { state, title } = article
  return (
    <Banner className="saphena-import__known" type="info">
      <span>
        {knownWords[state]} <ArticleLink id={article.id}>{title}</ArticleLink>
      </span>
      {state === 'changed' && (
        <span className="saphena-import__how">
          <label htmlFor={`${id}-how`}>This file</label>{' '}
          <select
            className="saphena-import__select"
            id={`${id}-how`}
            onChange={({ target }) => choose(target.value === 'new' ? 'new' : 'replace')}
            value={how}
          >
            <option value="replace">replaces the draft of that article</option>
            <option value="new">becomes an article of its own</option>
          </select>
        </span>
      )}
    </Banner>
  )
}

const knownWords: Record<KnownArticle['state'], string> = {
  same: 'This file was imported before, into',
  changed: 'A file of this name was imported before, into',
  'other-language': 'This becomes the translation of',
}

function Made({ file: { made, title, locale } }: { file: ImportFile }) {
  if (!made?.id) return null
  const words = { created: 'New draft:', updated: 'Draft brought up to date:', unchanged: 'Nothing new in it:' }
  return (
    <p className="saphena-import__made">
      {words[made.outcome]}{' '}
      <ArticleLink id={made.id} locale={locale}>
        {title}
      </ArticleLink>
    </p>
  )
}

/** In a tab of its own: the other files on the list would be gone. */
function ArticleLink({ id, locale, children }: { id: string; locale?: 'en' | 'es'; children: string }) {
  const { config } = useConfig()
  const address = formatAdminURL({ adminRoute: config.routes.admin, path: `/collections/articles/${id}` })
  return (
    <a href={locale ? `${address}?locale=${locale}` : address} rel="noopener" target="_blank">
      {children}
    </a>
  )
}
