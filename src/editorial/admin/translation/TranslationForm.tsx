'use client'

import {
  Banner,
  Button,
  DocumentControls,
  Form,
  OperationProvider,
  SetDocumentStepNav,
  SetDocumentTitle,
  toast,
  useConfig,
  useDocumentInfo,
} from '@payloadcms/ui'
import type { CollectionSlug } from 'payload'
import { useRef, useState } from 'react'
import type { NotedTranslation } from '../../translation/noteWords'
import type { SideBySide } from '../../translation/sideBySide'
import { translationState } from '../../translation/translationState'
import { FieldPair } from './FieldPair'
import { TranslationSummary } from './TranslationSummary'
import { useDocumentForm } from './useDocumentForm'
import { useLocaleName } from './useLocaleName'
import './translation.css'

/** The document's own form with its localised fields alone, each beside its source. What is written is saved as one writes. */
export function TranslationForm({ sideBySide }: { sideBySide: SideBySide }) {
  const { fields, locale, review, source } = sideBySide
  const info = useDocumentInfo()
  const { collectionSlug, currentEditor, hasSavePermission, id, initialState, isInitializing, isLocked, isTrashed } =
    info
  const { config, getEntityConfig } = useConfig()
  const collection = getEntityConfig({ collectionSlug: collectionSlug ?? '' })
  const nameOf = useLocaleName()
  const [translation, setTranslation] = useState<NotedTranslation>(sideBySide.translation)
  const form = useDocumentForm((doc) => setTranslation((doc.translation ?? {}) as NotedTranslation))
  const rows = useRef<HTMLDivElement>(null)
  const { missing, stale } = translationState(translation, locale, source)
  const readOnly = isLocked || isTrashed || !hasSavePermission

  const confirm = async (paths?: string[]) => {
    const response = await fetch(
      `${config.routes.api}/${collectionSlug}/${encodeURIComponent(String(id))}/translation/confirm`,
      {
        method: 'POST',
        credentials: 'include',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ locale, ...(paths ? { paths } : {}) }),
      },
    )
    const answer = await response.json().catch(() => ({}))
    if (!response.ok) return void toast.error(answer.errors?.[0]?.message ?? 'It could not be noted.')
    setTranslation(answer.translation)
    toast.success(answer.message)
  }
  const goOn = () => {
    const todo = rows.current?.querySelector<HTMLElement>('[data-todo] .saphena-pair__target')
    todo?.scrollIntoView({ block: 'center' })
    todo?.querySelector<HTMLElement>('[contenteditable=true], textarea, input:not([type=hidden])')?.focus()
  }

  return (
    <main className="saphena-translation-view collection-edit">
      <OperationProvider operation="update">
        <Form
          action={info.action}
          className="collection-edit__form"
          disabled={isInitializing || readOnly}
          disableValidationOnSubmit
          initialState={isInitializing ? undefined : initialState}
          isDocumentForm
          isInitializing={isInitializing}
          method="PATCH"
          onChange={[form.onChange]}
          onSuccess={form.onSave}
        >
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
            hasSavePermission={hasSavePermission}
            id={id}
            isEditing
            onSave={form.onSave as never}
            permissions={info.docPermissions ?? null}
            readOnlyForIncomingUser={isLocked}
            slug={collectionSlug as CollectionSlug}
            user={currentEditor as never}
          />
          <div className="saphena-translation gutter--left gutter--right" ref={rows}>
            {isLocked ? (
              <Banner type="error">Somebody else is editing this. You can read both languages, and not write.</Banner>
            ) : null}
            <TranslationSummary
              missing={missing.length}
              review={review}
              sourceName={nameOf(source)}
              stale={stale.length}
              targetName={nameOf(locale)}
            >
              <Button
                buttonStyle="secondary"
                disabled={missing.length + stale.length === 0}
                margin={false}
                onClick={goOn}
                size="small"
              >
                Go to what is to be done
              </Button>
              {stale.length > 1 && !readOnly ? (
                <Button buttonStyle="secondary" margin={false} onClick={() => void confirm()} size="small">
                  All words are still right
                </Button>
              ) : null}
            </TranslationSummary>
            {fields.map((field) => (
              <FieldPair
                field={field}
                isMissing={missing.includes(field.path)}
                isStale={stale.includes(field.path)}
                key={field.path}
                locale={locale}
                onConfirm={() => void confirm([field.path])}
                readOnly={Boolean(readOnly)}
                source={source}
              />
            ))}
          </div>
        </Form>
      </OperationProvider>
    </main>
  )
}
