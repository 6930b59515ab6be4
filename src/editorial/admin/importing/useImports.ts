'use client'

import { useConfig } from '@payloadcms/ui'
import { useCallback, useReducer, useRef } from 'react'
import type { Imported } from '../../importArticle'
import type { ImportPreview } from '../../importing/previewImport'
import { type Answer, askServer } from '../askServer'

/** A file that was dropped or chosen, from its first look to the draft that was made of it. */
export interface ImportFile {
  key: string
  file: File
  /** `unreadable` never becomes a draft; `failed` may be tried again. */
  state: 'reading' | 'ready' | 'unreadable' | 'creating' | 'failed' | 'done'
  preview?: ImportPreview
  title: string
  locale: 'en' | 'es'
  ticked: boolean
  /** What becomes of the article that the file was imported into before. */
  how: 'replace' | 'new'
  /** Why it cannot be read or could not be made. */
  complaint?: string
  made?: Imported
}

type Change = Partial<Omit<ImportFile, 'key' | 'file'>>
type Action = { add: ImportFile[] } | { key: string; change: Change } | { remove: string }

/** So many at once are looked at by an editor; a folder of thousands is for `npm run import`. */
export const mostFiles = 50

/**
 * The files of the import page. They are sent one after the other, so that a pile of them stops nobody's work, and what goes
 * wrong with one of them stays with it.
 */
export function useImports() {
  const { config } = useConfig()
  const [files, dispatch] = useReducer(reduce, [])
  const next = useRef(0)
  const queue = useRef<Promise<void>>(Promise.resolve())

  const inTurn = useCallback((work: () => Promise<void>) => {
    queue.current = queue.current.then(work)
    return queue.current
  }, [])
  const change = useCallback((key: string, changed: Change) => dispatch({ key, change: changed }), [])

  const look = useCallback(
    (key: string, file: File, chosen: { locale?: 'en' | 'es' }) =>
      inTurn(async () => {
        const answer = await send<ImportPreview>(`${config.routes.api}/import/preview`, file, chosen)
        if ('complaint' in answer) return change(key, { state: 'unreadable', ticked: false, ...answer })
        const { title, locale, known } = answer.body
        change(key, {
          state: 'ready',
          preview: answer.body,
          locale,
          ticked: !known || known.state === 'other-language',
        })
        if (!chosen.locale) change(key, { title })
      }),
    [change, config.routes.api, inTurn],
  )

  const add = useCallback(
    (list: Iterable<File>) => {
      const added = [...list].map((file): ImportFile => {
        const key = String(next.current++)
        return { key, file, state: 'reading', title: '', locale: 'en', ticked: false, how: 'replace' }
      })
      dispatch({ add: added })
      for (const { key, file } of added) void look(key, file, {})
    },
    [look],
  )

  /** Another language has other words to link, and may have been imported when this one was not. */
  const setLocale = useCallback(
    ({ key, file }: ImportFile, locale: 'en' | 'es') => {
      change(key, { locale, state: 'reading' })
      void look(key, file, { locale })
    },
    [change, look],
  )

  const create = useCallback(async () => {
    for (const { key, file, title, locale, how } of files.filter(isReady)) {
      change(key, { state: 'creating' })
      await inTurn(async () => {
        const answer = await send<Imported>(`${config.routes.api}/import/create`, file, { title, locale, how })
        if ('complaint' in answer) change(key, { state: 'failed', ...answer })
        else change(key, { state: 'done', made: answer.body, ticked: false })
      })
    }
  }, [change, config.routes.api, files, inTurn])

  const remove = useCallback((key: string) => dispatch({ remove: key }), [])
  return { files, add, change, setLocale, remove, create }
}

/** Whether it is among those of which drafts are made next. */
export const isReady = ({ state, ticked, title }: ImportFile): boolean =>
  ticked && (state === 'ready' || state === 'failed') && title.trim() !== ''

function reduce(files: ImportFile[], action: Action): ImportFile[] {
  if ('add' in action) return [...files, ...action.add]
  if ('remove' in action) return files.filter(({ key }) => key !== action.remove)
  return files.map((file) => (file.key === action.key ? { ...file, ...action.change } : file))
}

function send<Body>(address: string, file: File, chosen: object): Promise<Answer<Body>> {
  const form = new FormData()
  form.set('file', file, file.name)
  form.set('_payload', JSON.stringify(chosen))
  return askServer(address, { method: 'POST', body: form })
}
