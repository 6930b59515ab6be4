'use client'

import { createClientFeature, useEditorConfigContext } from '@payloadcms/richtext-lexical/client'
import { useForm } from '@payloadcms/ui'
import { useEffect } from 'react'
import { noteOpenBody } from './openBodies'

/** Lets the panels beside the article find the editor: see `showInBody`. It adds nothing that one could write or see. */
export const OpenBodyFeature = createClientFeature({ plugins: [{ Component: OpenBody, position: 'normal' }] })

function OpenBody() {
  const { editor, fieldProps } = useEditorConfigContext()
  const form = useForm()
  const isBody = fieldProps.path === 'body'
  useEffect(() => (isBody ? noteOpenBody({ editor, form }) : undefined), [editor, form, isBody])
  return null
}
