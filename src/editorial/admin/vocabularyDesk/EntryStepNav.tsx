'use client'

import { getTranslation } from '@payloadcms/translations'
import { SetStepNav, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'

/** The way back from a tab of an entry, at the top of the page. */
export function EntryStepNav({ tab }: { tab: string }) {
  const { id, collectionSlug = 'symptoms', title = '' } = useDocumentInfo()
  const { config, getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const list = `${config.routes.admin}/collections/${collectionSlug}`
  const { labels } = getEntityConfig({ collectionSlug }) ?? {}
  return (
    <SetStepNav
      nav={[
        { label: labels ? getTranslation(labels.plural, i18n) : collectionSlug, url: list },
        { label: title, url: `${list}/${id}` },
        { label: tab },
      ]}
    />
  )
}
