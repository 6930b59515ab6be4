import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { canPublish, isStaff } from '../../../access/roles'
import { VocabularyFiles } from './VocabularyFiles'

/** `/admin/vocabulary`: the whole vocabulary as a file, and back. */
export function VocabularyView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { permissions, req, visibleEntities } = initPageResult
  if (!isStaff(req.user)) redirect(`${req.payload.config.routes.admin}/login`)
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={initPageResult.locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user ?? undefined}
      visibleEntities={visibleEntities}
    >
      <Gutter>
        <VocabularyFiles mayPublish={canPublish(req.user)} />
      </Gutter>
    </DefaultTemplate>
  )
}
