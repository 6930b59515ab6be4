'use client'

import { Button, Drawer, useDocumentInfo, useDrawerSlug, useModal } from '@payloadcms/ui'
import { SharedLinks } from './SharedLinks'

/** In the article's bar: shows its draft to somebody without an account, by a link. */
export function ShareDraft() {
  const { id } = useDocumentInfo()
  const { openModal } = useModal()
  const slug = useDrawerSlug('share-draft')
  if (!id) return null
  return (
    <>
      <Button buttonStyle="secondary" margin={false} onClick={() => openModal(slug)} size="medium">
        Share draft
      </Button>
      <Drawer slug={slug} title="Share draft">
        <SharedLinks article={String(id)} />
      </Drawer>
    </>
  )
}
