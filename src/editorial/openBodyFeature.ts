import { createServerFeature } from '@payloadcms/richtext-lexical'

/** The server's half of `admin/body/OpenBodyFeature`: names it, so that the editor loads it in the browser. */
export const openBodyFeature = createServerFeature({
  feature: { ClientFeature: '/editorial/admin/body/OpenBodyFeature#OpenBodyFeature' },
  key: 'openBody',
})
