'use client'

import { toast } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import type { ImportResult } from '../../vocabularyDesk/exchange/importVocabulary'
import { askServer } from '../askServer'

/** A vocabulary file that somebody chooses: it is looked through at once, and applied when he says so. */
export function useImportFile(address: string) {
  const [file, setFile] = useState<File>()
  const [publish, setPublish] = useState(false)
  const [result, setResult] = useState<ImportResult>()
  const [message, setMessage] = useState('')
  const [working, setWorking] = useState(false)
  const newest = useRef(0)

  const send = async (chosen: File, publishes: boolean, dryRun: boolean) => {
    const own = ++newest.current
    setWorking(true)
    setMessage(dryRun ? 'Looking through the file …' : 'Applying …')
    const isJson = /json$/i.test(chosen.name) || chosen.type === 'application/json'
    const answer = await askServer<ImportResult>(`${address}?publish=${publishes}&dryRun=${dryRun}`, {
      method: 'POST',
      headers: { 'content-type': isJson ? 'application/json' : 'text/csv' },
      body: chosen,
    })
    if (own !== newest.current) return
    setWorking(false)
    setResult('body' in answer ? answer.body : undefined)
    setMessage('body' in answer ? summaryOf(answer.body) : answer.complaint)
    if (!dryRun && 'body' in answer) toast.success('The file was applied.')
  }
  const choose = (chosen: File | undefined) => {
    setFile(chosen)
    setResult(undefined)
    setMessage('')
    if (chosen) void send(chosen, publish, true)
  }
  const choosePublish = (publishes: boolean) => {
    setPublish(publishes)
    if (file) void send(file, publishes, true)
  }
  const todo = result?.dryRun ? result.counts.created + result.counts.changed : 0
  const apply = () => (file ? send(file, publish, false) : Promise.resolve())
  return { result, message, working, publish, todo, choose, choosePublish, apply }
}

function summaryOf({ dryRun, counts: { created, changed, unchanged, refused } }: ImportResult): string {
  const parts = [`${created} created`, `${changed} changed`, `${unchanged} unchanged`, `${refused} refused`].join(', ')
  return dryRun ? `This would be: ${parts}.` : `Done: ${parts}.`
}
