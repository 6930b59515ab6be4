'use client'

import { Button, Pill, RenderFields, useConfig, useDocumentInfo } from '@payloadcms/ui'
import type { ClientField } from 'payload'
import type { SourceField } from '../../translation/sideBySide'
import { findField } from './findField'
import { SourceWords } from './SourceWords'
import { useFieldName } from './useFieldName'
import { useLocaleName } from './useLocaleName'

interface FieldPairProps {
  field: SourceField
  locale: string
  source: string
  isMissing: boolean
  isStale: boolean
  readOnly: boolean
  onConfirm: () => void
}

/** A field in both languages: the source to be read on the left, Payload's own field to be written on the right. */
export function FieldPair({ field, isMissing, isStale, locale, onConfirm, readOnly, source }: FieldPairProps) {
  const { collectionSlug, docPermissions } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const nameOf = useLocaleName()
  const fieldName = useFieldName()
  const fields: readonly ClientField[] = getEntityConfig({ collectionSlug: collectionSlug ?? '' })?.fields ?? []
  const found = findField(fields, field.formPath)
  if (!found) return null
  const heading = `translation-${field.formPath.replaceAll('.', '-')}`
  const parentPath = field.formPath.split('.').slice(0, -1).join('.')
  return (
    <section
      aria-labelledby={heading}
      className="saphena-pair"
      data-path={field.formPath}
      {...(isMissing || isStale ? { 'data-todo': '' } : {})}
    >
      <div className="saphena-pair__head">
        <h3 id={heading}>{fieldName(field.formPath)}</h3>
        {isMissing ? (
          <Pill pillStyle="warning" size="small">
            Missing
          </Pill>
        ) : null}
        {isStale ? (
          <>
            <Pill pillStyle="warning" size="small">
              Older than its source
            </Pill>
            {readOnly ? null : (
              <Button
                aria-label={`${fieldName(field.formPath)}: the words are still right`}
                buttonStyle="secondary"
                margin={false}
                onClick={onConfirm}
                size="small"
              >
                Still right
              </Button>
            )}
          </>
        ) : null}
        {field.own ? <Pill size="small">Each language has its own</Pill> : null}
      </div>
      <SourceWords field={field} locale={source} name={nameOf(source)} />
      <div className="saphena-pair__target">
        <RenderFields
          fields={[found.field]}
          forceRender
          parentIndexPath=""
          parentPath={parentPath}
          parentSchemaPath={[
            collectionSlug,
            ...found.parents.map((parent) => ('name' in parent ? parent.name : '')),
          ].join('.')}
          permissions={permissionsIn(docPermissions?.fields, found.parents)}
          readOnly={readOnly}
        />
        <span className="saphena-visually-hidden">{nameOf(locale)}</span>
      </div>
    </section>
  )
}

type Permissions = React.ComponentProps<typeof RenderFields>['permissions']

function permissionsIn(permissions: unknown, parents: readonly ClientField[]): Permissions {
  let inside = permissions
  for (const parent of parents) {
    if (inside === true || typeof inside !== 'object' || inside === null) break
    const of = 'name' in parent ? (inside as Record<string, unknown>)[parent.name] : undefined
    inside = typeof of === 'object' && of !== null ? (of as { fields?: unknown }).fields : of
  }
  return (inside ?? {}) as Permissions
}
