import type { Settings } from './readSettings'

/** Nothing runs but the site's own few scripts; only Saphena's admin may show its pages in a frame, for previews. */
export const securityHeaders = ({ saphenaPublicUrl }: Settings): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' ${new URL(saphenaPublicUrl).origin}`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${new URL(saphenaPublicUrl).origin}`,
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'geolocation=(self), camera=(), microphone=()',
})
