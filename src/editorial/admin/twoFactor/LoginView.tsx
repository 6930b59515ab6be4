import { Logo } from '@payloadcms/next/rsc'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { getSafeRedirect } from 'payload/shared'
import { LoginForm } from './LoginForm'

/** `/admin/login`, as Payload's own, with a step for the code of two-factor login. */
export function LoginView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { locale, permissions, req } = initPageResult
  const { i18n, payload, user } = req
  const asked = searchParams?.redirect
  const leadsTo = getSafeRedirect({
    fallbackTo: payload.config.routes.admin,
    redirectTo: typeof asked === 'string' ? asked : '',
  })
  if (user) redirect(leadsTo)
  return (
    <>
      <div className="login__brand">
        <Logo
          i18n={i18n}
          locale={locale}
          params={params}
          payload={payload}
          permissions={permissions}
          searchParams={searchParams}
          user={user ?? undefined}
        />
      </div>
      <LoginForm leadsTo={leadsTo} />
    </>
  )
}
