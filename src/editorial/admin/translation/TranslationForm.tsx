'use client'

import { Banner, Button, Form, OperationProvider, useDocumentInfo } from '@payloadcms/ui'
import { useRef } from 'react'
import type { SideBySide } from '../../translation/sideBySide'
import { FieldPair } from './FieldPair'
import { TranslationControls } from './TranslationControls'
import { TranslationSummary } from './TranslationSummary'
import { useDocumentForm } from './useDocumentForm'
import { useLocaleName } from './useLocaleName'
import { useTranslationState } from './useTranslationState'
import './translation.css'

/** The document's own form with its localised fields alone, each beside its source. What is written is saved as one writes. */
export function TranslationForm({ sideBySide }: { sideBySide: SideBySide }) {
  const { fields, locale, review, source } = sideBySide
  const info = useDocumentInfo()
  const { hasSavePermission, initialState, isInitializing, isLocked, isTrashed } = info
  const nameOf = useLocaleName()
  const { missing, stale, confirm, noteSaved } = useTranslationState(sideBySide)
  const form = useDocumentForm(noteSaved)
  const rows = useRef<HTMLDivElement>(null)
  const readOnly = isLocked || isTrashed || !hasSavePermission

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
          <TranslationControls onSave={form.onSave} />
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
