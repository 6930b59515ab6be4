'use client'

import {
  ConfigProvider,
  PublishButton as PayloadPublishButton,
  useConfig,
  useDocumentInfo,
  useLocale,
} from '@payloadcms/ui'
import { useMemo } from 'react'
import { openPanelOf } from '../panel/openPanelOf'
import { blockingIn } from './blockingIn'
import { keyOf, useToldFindings } from './toldFindings'
import './PublishButton.css'

/**
 * Payload's own, which while something blocks says so and leads to the list of findings. What is in its menu (a schedule, one language)
 * stays: the server has the last word on each.
 */
export function PublishButton() {
  const { id } = useDocumentInfo()
  const { code: locale } = useLocale()
  const told = useToldFindings(keyOf(id, locale))
  const blocking = blockingIn(told?.findings ?? [], locale).length

  const leadToList = (event: React.MouseEvent<HTMLElement>) => {
    if (blocking === 0 || !(event.target as Element).closest('#action-save')) return
    event.preventDefault()
    event.stopPropagation()
    const panel = event.currentTarget.closest('form')?.querySelector<HTMLElement>('#preflight-panel')
    if (panel) void showPanel(panel)
  }

  return (
    <div className="saphena-publish" onClickCapture={leadToList}>
      <NamedButton label={blocking > 0 ? `Not ready: ${blocking} to mend` : undefined} />
    </div>
  )
}

/**
 * Where one language is published at a time, Payload's button says which, and takes no other word: so for another label it is told that all
 * are. What it would do when pressed does not matter then, since that leads to the list. It is one button with either label, so that it keeps
 * the focus of whoever waits at it.
 */
function NamedButton({ label }: { label: string | undefined }) {
  const { config } = useConfig()
  const told = useMemo(() => {
    const { localization } = config
    return label && localization
      ? { ...config, localization: { ...localization, defaultLocalePublishOption: 'all' as const } }
      : config
  }, [config, label])
  return (
    <ConfigProvider config={told}>
      <PayloadPublishButton {...(label ? { label } : {})} />
    </ConfigProvider>
  )
}

async function showPanel(panel: HTMLElement): Promise<void> {
  await openPanelOf(panel)
  panel.scrollIntoView({ block: 'start' })
  panel.querySelector<HTMLElement>('.saphena-preflight__summary')?.focus({ preventScroll: true })
}
