import { Button } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { EnrolFirst } from './EnrolFirst'

/** `/admin/unauthorized`: for who has to set up two-factor login before anything else, that; for others, that this is not for them. */
export function UnauthorizedView({ initPageResult }: AdminViewServerProps) {
  const { i18n, payload, user } = initPageResult.req
  const { admin, routes } = payload.config
  const logOut = `${routes.admin}${admin.routes.logout}`
  if ((user as { mustEnrol?: boolean } | null)?.mustEnrol) return <EnrolFirst home={routes.admin} logOut={logOut} />
  return (
    <div className="unauthorized">
      <div className="form-header">
        <h1>{i18n.t(user ? 'error:unauthorizedAdmin' : 'error:unauthorized')}</h1>
        <p>{i18n.t('error:notAllowedToAccessPage')}</p>
      </div>
      <Button className="unauthorized__button" el="link" size="large" to={logOut}>
        {i18n.t('authentication:logOut')}
      </Button>
    </div>
  )
}
