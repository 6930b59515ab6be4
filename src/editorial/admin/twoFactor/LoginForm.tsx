'use client'

import { EmailField, Form, FormSubmit, Link, PasswordField, useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { codeNeeded } from '../../../access/codeNeeded'
import { CodeStep } from './CodeStep'

const initialState = {
  email: { initialValue: '', valid: true, value: '' },
  password: { initialValue: '', valid: true, value: '' },
}

/** Asks for e-mail and password, and then for a code where the server says that one is needed. */
export function LoginForm({ leadsTo }: { leadsTo: string }) {
  const { config } = useConfig()
  const { setUser } = useAuth()
  const { i18n, t } = useTranslation()
  const [asksCode, setAsksCode] = useState(false)
  const { admin, api } = config.routes

  const logIn = async (form: FormData): Promise<Response> => {
    const response = await fetch(`${api}/${config.admin.user}/login`, {
      method: 'POST',
      body: form,
      credentials: 'include',
      headers: { 'Accept-Language': i18n.language },
    })
    if (!(await needsCode(response))) return response
    setAsksCode(true)
    // No mistake to tell of: the next step says what it wants.
    return Response.json({ errors: [] }, { status: response.status })
  }

  return (
    <Form
      // It reads the answer, though its type says that there is none.
      action={logIn as unknown as (form: FormData) => Promise<void>}
      className="login__form"
      disableSuccessStatus
      initialState={initialState}
      onSuccess={async (answer) => setUser(answer as Parameters<typeof setUser>[0])}
      redirect={leadsTo}
      waitForAutocomplete
    >
      {asksCode ? (
        <CodeStep back={() => setAsksCode(false)} />
      ) : (
        <>
          <div className="login__form__inputWrap">
            <EmailField
              field={{
                name: 'email',
                admin: { autoComplete: 'email' },
                label: t('general:email'),
                required: true,
              }}
              path="email"
            />
            <PasswordField field={{ name: 'password', label: t('general:password'), required: true }} path="password" />
          </div>
          <Link href={`${admin}${config.admin.routes.forgot}`} prefetch={false}>
            {t('authentication:forgotPasswordQuestion')}
          </Link>
          <FormSubmit size="large">{t('authentication:login')}</FormSubmit>
        </>
      )}
    </Form>
  )
}

async function needsCode(response: Response): Promise<boolean> {
  if (response.status !== 401) return false
  const { errors } = (await response.clone().json()) as { errors?: { data?: { code?: string } }[] }
  return errors?.[0]?.data?.code === codeNeeded
}
