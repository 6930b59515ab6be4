'use client'

import { DocumentControls, SetDocumentStepNav, SetDocumentTitle, useConfig, useDocumentInfo } from '@payloadcms/ui'
import type { CollectionSlug } from 'payload'
import type { useDocumentForm } from './useDocumentForm'

/** Above both languages, what stands above the document itself: its title, its path, when it was saved. */
export function TranslationControls({ onSave }: Pick<ReturnType<typeof useDocumentForm>, 'onSave'>) {
  const info = useDocumentInfo()
  const { collectionSlug, id, isLocked } = info
  const { config, getEntityConfig } = useConfig()
  const collection = getEntityConfig({ collectionSlug: collectionSlug ?? '' })
  return (
    <>
      <SetDocumentStepNav
        collectionSlug={collectionSlug}
        id={id}
        pluralLabel={collection?.labels?.plural}
        useAsTitle={collection?.admin?.useAsTitle}
        view="Translation"
      />
      <SetDocumentTitle collectionConfig={collection} config={config} fallback={String(id)} />
      <DocumentControls
        apiURL={info.apiURL ?? ''}
        data={info.data}
        disableActions
        hasPublishPermission={info.hasPublishPermission}
        hasSavePermission={info.hasSavePermission}
        id={id}
        isEditing
        onSave={onSave as never}
        permissions={info.docPermissions ?? null}
        readOnlyForIncomingUser={isLocked}
        slug={collectionSlug as CollectionSlug}
        user={info.currentEditor as never}
      />
    </>
  )
}
