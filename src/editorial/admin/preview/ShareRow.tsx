'use client'

import { Button, Pill, useTranslation } from '@payloadcms/ui'
import { useLocaleName } from '../translation/useLocaleName'
import type { Share } from './useShares'

/** One link that was made: by whom, until when, how often it was opened; and its end, where that has not come by itself. */
export function ShareRow({ share, revoke }: { share: Share; revoke: () => void }) {
  const { i18n } = useTranslation()
  const nameOf = useLocaleName()
  const { title, locale, createdBy, createdAt, expiresAt, revokedAt, timesOpened, lastOpenedAt } = share
  const moment = (iso: string) =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
  const isOver = Boolean(revokedAt) || new Date(expiresAt) <= new Date()
  const maker = typeof createdBy === 'object' && createdBy?.name ? ` by ${createdBy.name}` : ''
  return (
    <li className="saphena-share__row">
      <div>
        <strong>{title || 'Untitled'}</strong> ({nameOf(locale)}), made {moment(createdAt)}
        {maker}
        <br />
        {revokedAt ? `Revoked ${moment(revokedAt)}` : `${isOver ? 'Expired' : 'Expires'} ${moment(expiresAt)}`}
        {', '}
        {timesOpened ? `opened ${timesOpened} ×, last ${moment(String(lastOpenedAt))}` : 'not opened yet'}
      </div>
      {isOver ? (
        <Pill pillStyle="light" size="small">
          {revokedAt ? 'Revoked' : 'Expired'}
        </Pill>
      ) : (
        <Button
          aria-label={`Revoke the link made ${moment(createdAt)}`}
          buttonStyle="secondary"
          margin={false}
          onClick={revoke}
          size="small"
        >
          Revoke
        </Button>
      )}
    </li>
  )
}
