'use client'

import { QRCodeSVG } from 'qrcode.react'

/** What the app has to know, as a picture for its camera and as letters for who has none. */
export function SecretToScan({ secret, uri }: { secret: string; uri: string }) {
  return (
    <>
      <p className="saphena-two-factor__hint">Scan this with your authenticator app.</p>
      <QRCodeSVG
        className="saphena-two-factor__code"
        level="M"
        marginSize={3}
        size={220}
        title="QR code for your authenticator app"
        value={uri}
      />
      <p className="saphena-two-factor__hint">
        Or type this key into it: <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
    </>
  )
}
