'use client'

import { Button, Dropzone, toast } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { FileCard } from './FileCard'
import './ImportFiles.css'
import { takeApart } from './takeApart'
import { isReady, mostFiles, useImports } from './useImports'

/** Drop files, see what would become of each, and make the drafts. */
export function ImportFiles() {
  const { files, add, change, setLocale, remove, create } = useImports()
  const [busy, setBusy] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const ready = files.filter(isReady).length
  const made = files.filter(({ state }) => state === 'done').length
  const reading = files.filter(({ state }) => state === 'reading').length

  const take = async (list: FileList | null) => {
    const taken = (await Promise.all([...(list ?? [])].map(takeApart))).flat()
    const room = Math.max(0, mostFiles - files.length)
    if (taken.length > room) toast.warning(`At most ${mostFiles} files at once: ${taken.length - room} were left out.`)
    add(taken.slice(0, room))
  }
  const createAll = async () => {
    setBusy(true)
    await create()
    setBusy(false)
  }

  return (
    <div className="saphena-import">
      <h1>Import articles</h1>
      <p className="saphena-import__lead">
        Each file becomes a draft. Nothing is saved before you create the drafts, and readers see nothing until one is
        published.
      </p>
      <Dropzone className="saphena-import__drop" multipleFiles onChange={(list) => void take(list)}>
        <Button buttonStyle="secondary" margin={false} onClick={() => chooser.current?.click()} size="small">
          Choose files
        </Button>
        <span>
          or drop them here: Word (.docx), Markdown (.md), web pages (.html), plain text (.txt) or a WordPress export
          (.xml)
        </span>
        <input
          accept=".docx,.md,.markdown,.html,.htm,.txt,.xml"
          aria-label="Files to import"
          className="saphena-import__chooser"
          multiple
          onChange={({ target }) => {
            void take(target.files)
            target.value = ''
          }}
          ref={chooser}
          tabIndex={-1}
          type="file"
        />
      </Dropzone>
      {files.length > 0 && (
        <>
          <ul className="saphena-import__files">
            {files.map((file) => (
              <FileCard
                change={(changed) => change(file.key, changed)}
                file={file}
                key={file.key}
                remove={() => remove(file.key)}
                setLocale={(locale) => setLocale(file, locale)}
              />
            ))}
          </ul>
          <div className="saphena-import__end">
            <Button disabled={busy || ready === 0} margin={false} onClick={() => void createAll()}>
              {ready === 1 ? 'Create 1 draft' : `Create ${ready} drafts`}
            </Button>
            <p role="status">{progressOf({ reading, made, busy, ready })}</p>
          </div>
        </>
      )}
    </div>
  )
}

function progressOf({ reading, made, busy, ready }: { reading: number; made: number; busy: boolean; ready: number }) {
  if (reading > 0) return `Reading ${reading === 1 ? 'a file' : `${reading} files`}…`
  if (busy) return `Creating drafts: ${made} done, ${ready} to go…`
  if (made > 0) return `${made === 1 ? '1 file is' : `${made} files are`} imported.`
  return ''
}
